package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

/** An export as the command line makes it, in each format of output. */
class ExportTest {
  private static final Path EXPORT = Path.of("target", "desk", "export-copy");

  @BeforeEach
  void clear() throws IOException {
    if (Files.exists(EXPORT)) {
      try (Stream<Path> files = Files.walk(EXPORT)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json"})
  void it_is_written_and_told(String output) throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("fails.yaml"), Desk.proposal("passes.yaml"));

    Trial.Outcome outcome =
        desk.house("export", "--format", "jsonl", "--to", EXPORT.toString(), "--output", output);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(outcome.err()).contains("3 records exported.");
    Golden.check(
        output.equals("json") ? "export.json" : "export-" + output + ".txt",
        Desk.stable(outcome.out()));
    assertThat(Files.readAllLines(EXPORT.resolve("records.jsonl"), UTF_8)).hasSize(3);
    assertThat(Files.readString(EXPORT.resolve("checkpoint"), UTF_8))
        .isNotEqualTo(desk.house("trail", "checkpoint", "--output", "table").out());
    assertThat(names())
        .containsExactlyInAnyOrder(
            "README.txt",
            "Verify.java",
            "checkpoint",
            "key.vkey",
            "leaves.txt",
            "manifest.json",
            "payloads.jsonl",
            "records.jsonl",
            "rulebases",
            "statement.dsse.json");
  }

  @Test
  void several_formats_go_into_one_directory_and_are_verified() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("fails.yaml"), Desk.proposal("passes.yaml"));

    Trial.Outcome outcome =
        desk.house(
            "export",
            "--format",
            "csv,markdown,junit",
            "--verdict",
            "FAIL",
            "--columns",
            "decision,verdict",
            "--to",
            EXPORT.toString());

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(outcome.err()).contains("1 records exported.");
    assertThat(Files.readAllLines(EXPORT.resolve("decisions.csv"), UTF_8).get(0))
        .isEqualTo("\"decision\",\"verdict\"");
    assertThat(names()).contains("decisions.md", "junit.xml", "proofs.txt");
    Trial.Outcome verified = desk.house("export", "verify", EXPORT.toString());
    assertThat(verified.code()).as(verified.out()).isEqualTo(ExitCode.OK);
    assertThat(verified.err()).contains("the key is that of the export itself");

    Files.writeString(EXPORT.resolve("decisions.csv"), "mine");
    Trial.Outcome attacked = desk.house("export", "verify", EXPORT.toString());
    assertThat(attacked.code()).isEqualTo(ExitCode.UNSOUND);
    assertThat(attacked.out()).contains("decisions.csv, line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json"})
  void verifying_is_told(String output) throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("fails.yaml"), Desk.proposal("passes.yaml"));
    desk.house("export", "--format", "jsonl,csv", "--to", EXPORT.toString());
    String ending = output.equals("json") ? ".json" : "-" + output + ".txt";

    Trial.Outcome sound = desk.house("export", "verify", EXPORT.toString(), "--output", output);
    assertThat(sound.code()).as(sound.out()).isEqualTo(ExitCode.OK);
    Golden.check("export-verify" + ending, Desk.stable(sound.out()));

    Files.delete(EXPORT.resolve("statement.dsse.json"));
    Trial.Outcome unsound = desk.house("export", "verify", EXPORT.toString(), "--output", output);
    assertThat(unsound.code()).isEqualTo(ExitCode.UNSOUND);
    Golden.check("export-unsound" + ending, Desk.stable(unsound.out()));
    assertThat(
            desk.house("export", "verify", EXPORT.toString(), "--unsigned", "--output", output)
                .code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void what_is_new_since_a_checkpoint_goes_on_from_it() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("fails.yaml"));
    Path old = EXPORT.resolveSibling("old.checkpoint");
    Files.writeString(old, desk.house("trail", "checkpoint", "--output", "table").out());
    desk.house("audit", Desk.proposal("passes.yaml"));

    Trial.Outcome outcome =
        desk.house(
            "export", "--format", "csv", "--since", old.toString(), "--to", EXPORT.toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readAllLines(EXPORT.resolve("records.jsonl"), UTF_8)).hasSize(1);
    assertThat(desk.house("export", "verify", EXPORT.toString(), "--old", old.toString()).code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void what_cannot_be_exported_so_is_refused_with_what_can() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("passes.yaml"));
    String to = EXPORT.toString();

    Trial.Outcome column =
        desk.house("export", "--format", "csv", "--columns", "verdikt", "--to", to);
    assertThat(column.code()).isEqualTo(ExitCode.USAGE);
    assertThat(column.err()).contains("verdikt").contains("there are: record, audited_at");
    Trial.Outcome format = desk.house("export", "--format", "csv,jsonnl", "--to", to);
    assertThat(format.code()).isEqualTo(ExitCode.USAGE);
    assertThat(format.err()).contains("did you mean jsonl?");
    assertThat(desk.house("export", "--format", "csv,csv", "--to", to).err()).contains("twice");
    assertThat(desk.house("export", "verify", to).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_export_that_is_not_recorded_says_so_and_leaves_the_trail_as_it_is() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("passes.yaml"));
    String before = desk.house("trail", "checkpoint", "--output", "table").out();
    Trial.Outcome outcome =
        desk.house(
            "export", "--format", "jsonl", "--no-record", "--raw", "--to", EXPORT.toString());
    assertThat(outcome.err()).contains("not recorded");
    assertThat(desk.house("trail", "checkpoint", "--output", "table").out()).isEqualTo(before);
  }

  @Test
  void the_prompt_completes_it() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("passes.yaml"));
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("expo" + TAB + "--form" + TAB + "js" + TAB + "--to " + EXPORT + ENTER)
          .sees("rule bases")
          .sees("tribune> ")
          .types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
    assertThat(names()).contains("Verify.java");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(EXPORT)) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }
}
