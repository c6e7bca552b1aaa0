package tribune.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tribune.decision.Proposal;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.document.Source;

class IntakeTest {
  private static final String GOOD =
      "{\"decision\": {\"id\": \"%s\", \"title\": \"t\", \"kind\": \"POLICY\"}}";
  private static final String HEADER = "decision.id,decision.title,decision.kind";

  @Test
  void lines_end_as_they_may_and_blank_ones_are_passed_over() {
    String file =
        "\uFEFF"
            + GOOD.formatted("A")
            + "\r\n\n  \r"
            + GOOD.formatted("B")
            + "\n"
            + GOOD.formatted("C");
    List<ReadLine> lines = read(IntakeFormat.JSONL, file);
    assertThat(lines).extracting(ReadLine::number).containsExactly(1, 4, 5);
    assertThat(ids(lines)).containsExactly("A", "B", "C");
  }

  @Test
  void an_empty_file_has_no_lines() {
    assertThat(read(IntakeFormat.JSONL, "")).isEmpty();
    assertThat(read(IntakeFormat.JSONL, "\uFEFF\n\n")).isEmpty();
    assertThat(read(IntakeFormat.CSV, HEADER)).isEmpty();
    assertThat(read(IntakeFormat.CSV, HEADER + "\r\n,,\r\n\r\n")).isEmpty();
  }

  @Test
  void a_mistake_stands_where_it_is_in_the_file() {
    List<ReadLine> lines =
        read(
            IntakeFormat.JSONL,
            GOOD.formatted("A") + "\n" + GOOD.formatted("B").replace("POLICY", "POLCY"));
    Diagnostic mistake = lines.get(1).rejected().reasons().get(0);
    assertThat(mistake.text())
        .contains("--> file:2:48\n2 | {\"decision\"")
        .contains("did you mean POLICY?");
  }

  @Test
  void a_row_may_have_quoted_line_ends_and_its_mistakes_stand_below_them() {
    String file = HEADER + "\r\nA,\"two\r\nlines, and \"\"quotes\"\"\",POLCY\r\nB,t,POLICY\r\n";
    List<ReadLine> lines = read(IntakeFormat.CSV, file);
    assertThat(lines).extracting(ReadLine::number).containsExactly(2, 4);
    assertThat(lines.get(0).rejected().texts().get(0)).contains("--> file:3:24\n3 | lines, and");
    assertThat(ids(lines.subList(1, 2))).containsExactly("B");
  }

  @Test
  void an_open_quote_costs_its_line_only() {
    List<ReadLine> lines =
        read(IntakeFormat.CSV, HEADER + "\nA,\"open,POLICY\nB,t,POLICY\nC,t,POLICY\n");
    assertThat(lines).hasSize(3);
    assertThat(codes(lines.get(0))).containsExactly("IN-308");
    assertThat(ids(lines.subList(1, 3))).containsExactly("B", "C");
  }

  @Test
  void cells_of_lists_become_entries_and_blank_ones_state_nothing() {
    String file =
        HEADER
            + ",departments[1].name,departments[0].name,evidence[0].id,evidence[0].segments[0],"
            + "segments[0].name\nA,t,POLICY,Second,First,E1,families,families\nB,t,POLICY,Only,,,,\n";
    List<ReadLine> lines = read(IntakeFormat.CSV, file);
    Proposal first = lines.get(0).proposal().orThrow();
    assertThat(first.departments()).extracting(it -> it.name()).containsExactly("First", "Second");
    assertThat(first.evidence().get(0).segments()).containsExactly("families");
    Proposal second = lines.get(1).proposal().orThrow();
    assertThat(second.departments()).extracting(it -> it.name()).containsExactly("Only");
    assertThat(second.evidence()).isEmpty();
  }

  @Test
  void a_line_that_is_too_long_is_passed_over_without_being_held() {
    String file =
        GOOD.formatted("A")
            + "\n"
            + "x".repeat(3 * Source.LIMIT_BYTES)
            + "\n"
            + GOOD.formatted("C");
    List<ReadLine> lines = read(IntakeFormat.JSONL, file);
    assertThat(codes(lines.get(1))).containsExactly("IN-301");
    assertThat(lines.get(1).source().text()).hasSize(100);
    assertThat(lines.get(2).number()).isEqualTo(3);
    assertThat(ids(lines.subList(2, 3))).containsExactly("C");
  }

  @Test
  void bytes_that_are_no_text_are_named() {
    byte[] file = (GOOD.formatted("A") + "\n" + GOOD.formatted("?")).getBytes(UTF_8);
    file[file.length - GOOD.length() + GOOD.indexOf("%s") + 1] = (byte) 0xFF;
    List<ReadLine> lines = read(IntakeFormat.JSONL, new ByteArrayInputStream(file));
    assertThat(codes(lines.get(1))).containsExactly("IN-001");
    assertThat(lines.get(1).rejected().texts().get(0)).contains("--> file:2:");
  }

  @Test
  void a_rejected_line_is_read_again_as_it_was() {
    String bad = GOOD.formatted("A").replace("POLICY", "POL\\u202eCY \\\"\\n");
    RejectedLine rejected = read(IntakeFormat.JSONL, bad).get(0).rejected();
    ReadLine again = read(IntakeFormat.JSONL, rejected.json()).get(0);
    assertThat(again.rejected().reasons())
        .extracting(Diagnostic::message)
        .isEqualTo(rejected.reasons().stream().map(Diagnostic::message).toList());
    assertThat(again.tree().map(it -> json(again)))
        .contains(json(read(IntakeFormat.JSONL, bad).get(0)));
    assertThat(rejected.json()).isPrintable();
  }

  @Test
  void a_rejected_line_without_form_waits_to_be_mended() {
    RejectedLine rejected = read(IntakeFormat.JSONL, "{\"decision\": ").get(0).rejected();
    assertThat(rejected.json()).contains("\"text\":\"{\\\"decision\\\": \"}");
    assertThat(codes(read(IntakeFormat.JSONL, rejected.json()).get(0))).containsExactly("IN-303");
  }

  @Test
  void the_manual_explains_each_code() throws IOException {
    String table =
        Arrays.stream(IntakeCode.values())
            .map(code -> "| " + code.id() + " | " + code.meaning() + " |\n")
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("..", "docs", "diagnostics.md")))
        .contains("| code | meaning |\n| --- | --- |\n" + table + "\n");
  }

  @Test
  void the_examples_of_the_manual_are_read_without_a_mistake() throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "proposals.md"));
    for (IntakeFormat format : IntakeFormat.values()) {
      int bold = manual.indexOf("**" + format.word() + "**:");
      int from = manual.indexOf("```\n", bold) + 4;
      List<ReadLine> lines = read(format, manual.substring(from, manual.indexOf("```", from)));
      assertThat(ids(lines)).as(format.word()).containsExactly("bags");
    }
  }

  private static String json(ReadLine line) {
    StringBuilder json = new StringBuilder();
    JsonText.append(json, line.tree().orElseThrow());
    return json.toString();
  }

  static List<String> codes(ReadLine line) {
    return line.rejected().reasons().stream().map(it -> it.code().id()).toList();
  }

  private static List<String> ids(List<ReadLine> lines) {
    return lines.stream().map(it -> it.proposal().orThrow().decision().id()).toList();
  }

  static List<ReadLine> read(IntakeFormat format, String file) {
    return read(format, new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  static List<ReadLine> read(IntakeFormat format, InputStream file) {
    try {
      return all(Intake.open(format, "file", file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<ReadLine> all(Reading<Intake> opened) throws IOException {
    Intake intake = opened.orThrow();
    List<ReadLine> lines = new ArrayList<>();
    for (Optional<UnreadLine> next = intake.next(); next.isPresent(); next = intake.next()) {
      lines.add(next.get().read());
    }
    return lines;
  }
}
