package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.shell.line.ExitCode;

/** An import as the command line makes it. */
class ImportTest {
  private static final Path IMPORTS = Path.of("src", "test", "resources", "desk", "imports");
  private static final int STOPPED = 3_000;
  private static final String SOUND =
      "{\"decision\": {\"id\": \"D-%d\", \"title\": \"t\", \"kind\": \"POLICY\", \"adverse\": \"no\"}}\n";

  @ParameterizedTest
  @CsvSource({"jsonl,table", "jsonl,plain", "jsonl,json", "csv,table", "csv,plain", "csv,json"})
  void good_bad_and_repeated_lines_are_told_apart(String format, String output) throws IOException {
    Desk desk = Desk.cleared("import");
    Path rejects = desk.home().resolveSibling("import-rejects.jsonl");
    Files.deleteIfExists(rejects);
    String[] line = {
      "import",
      IMPORTS.resolve("mixed." + format).toString(),
      "--rejects",
      rejects.toString(),
      "--output",
      output
    };

    Trial.Outcome outcome = desk.house(line);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
    String golden = "import-" + format + "-" + output;
    Golden.check(golden + (output.equals("json") ? ".json" : ".txt"), outcome.out());
    Golden.check("import-" + format + "-beside.txt", outcome.err());
    Golden.check("import-" + format + "-rejects.txt", Files.readString(rejects, UTF_8));
    for (String rejected : Files.readAllLines(rejects, UTF_8)) {
      assertThat(StrictJson.read(rejected).get("errors")).isNotEmpty();
    }

    String before = size(desk);
    Trial.Outcome again = desk.house(line);
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("0 imported, ").doesNotContain(".2.jsonl");
    assertThat(size(desk)).isEqualTo(before);
  }

  @Test
  void rejected_lines_can_be_mended_and_imported() throws IOException {
    Desk desk = Desk.cleared("import");
    Path file =
        file(
            "mend.jsonl",
            "{\"decision\": {\"id\": \"A\", \"title\": \"t\", \"kind\": \"POLCY\"}}\n");
    Path rejects = Path.of(file + ".rejects.jsonl");
    Files.deleteIfExists(rejects);
    assertThat(desk.house("import", file.toString()).code()).isEqualTo(ExitCode.USAGE);

    Files.writeString(rejects, Files.readString(rejects).replace("POLCY", "POLICY"));
    Trial.Outcome mended = desk.house("import", rejects.toString());
    assertThat(mended.code().isAnswer()).as(mended.err()).isTrue();
    assertThat(mended.err()).contains("1 imported, 0 already recorded, 0 rejected.");

    Trial.Outcome original = desk.house("import", file.toString());
    assertThat(original.err()).contains("mend.jsonl.rejects.2.jsonl");
    assertThat(Files.readString(rejects)).as("it was not written over").contains("\"POLICY\"");
    Files.delete(rejects.resolveSibling("mend.jsonl.rejects.2.jsonl"));
  }

  @Test
  void the_worst_verdict_decides_and_other_rules_audit_anew() throws IOException {
    Desk desk = Desk.cleared("import");
    Path file =
        file(
            "bags.csv",
            "decision.id,decision.title,decision.kind,decision.adverse,decision.retroactive,"
                + "decision.grandfathered,departments[0].name,departments[0].impact,"
                + "departments[0].state,departments[0].note\n"
                + "BAGS,t,PRICING,yes,yes,no,Airport services,HIGH,OBJECTED,Queues at every gate\n");
    assertThat(desk.house("import", file.toString()).code()).isEqualTo(ExitCode.FAIL);
    Trial.Outcome again = desk.house("import", file.toString());
    assertThat(again.code()).as("of what is recorded").isEqualTo(ExitCode.FAIL);
    assertThat(again.err()).contains("0 imported, 1 already recorded, 0 rejected.");
    Trial.Outcome others = desk.run("import", file.toString());
    assertThat(others.err()).contains("1 imported, 0 already recorded, 0 rejected.");
  }

  @Test
  void a_dry_run_records_nothing_and_writes_no_file() throws IOException {
    Desk desk = Desk.cleared("import");
    Path file = file("dry.jsonl", SOUND.formatted(1) + "{}\n");
    Trial.Outcome outcome = desk.house("import", file.toString(), "--dry-run");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .contains("1 audited, nothing recorded, 0 already recorded, 1 rejected.");
    assertThat(desk.home()).doesNotExist();
    assertThat(Path.of(file + ".rejects.jsonl")).doesNotExist();
  }

  @Test
  void a_pipe_needs_a_format_and_an_empty_one_has_nothing() {
    Desk desk = Desk.cleared("import");
    Trial.Outcome unknown = desk.house(new Trial().input(SOUND), "import", "-");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("--format jsonl");
    Trial.Outcome piped =
        desk.house(
            new Trial().input(SOUND.formatted(1) + SOUND.formatted(2)),
            "import",
            "-",
            "--format",
            "jsonl");
    assertThat(piped.err()).contains("2 imported, 0 already recorded, 0 rejected.");
    Trial.Outcome empty = desk.house(new Trial(), "import", "-", "--format", "jsonl");
    assertThat(empty.code()).isEqualTo(ExitCode.OK);
    assertThat(empty.out()).contains("lines");
    Trial.Outcome headless = desk.house(new Trial(), "import", "-", "--format", "csv");
    assertThat(headless.code()).isEqualTo(ExitCode.USAGE);
    assertThat(headless.err()).contains("IN-304");
  }

  @Test
  void wrong_columns_are_all_told_and_nothing_is_imported() throws IOException {
    Desk desk = Desk.cleared("import");
    Path file =
        file(
            "columns.csv",
            "decision.idd,departments.name,decision,decision.title.x,decision[0].id,"
                + "decision.id,decision.id,departments[5000].name,;\n");
    Trial.Outcome outcome = desk.house("import", file.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    Golden.check("import-columns.txt", outcome.err());
    assertThat(desk.home()).doesNotExist();
  }

  @Test
  void who_stops_it_hears_how_to_go_on_and_nothing_is_doubled() throws IOException {
    Desk desk = Desk.cleared("import");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < STOPPED; i++) {
      lines.append(SOUND.formatted(i));
    }
    Path file = file("stopped.jsonl", lines.toString());
    Trial.Outcome stopped = desk.house(pressing(desk), "import", file.toString());

    assertThat(stopped.code()).as(stopped.err()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(stopped.err()).contains("Run the same command again");
    Trial.Outcome on = desk.house("import", file.toString(), "--output", "json");
    JsonNode report = StrictJson.read(on.out());
    assertThat(report.get("audited").asInt() + report.get("alreadyRecorded").asInt())
        .isEqualTo(STOPPED);
    assertThat(size(desk)).isEqualTo("" + (STOPPED + 1));
  }

  @Test
  void the_prompt_completes_it() throws IOException {
    Desk desk = Desk.cleared("import");
    Path file = file("prompt.jsonl", SOUND.formatted(1));
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("impo" + TAB + file + " --form" + TAB + "js" + TAB + ENTER)
          .sees("imported          1")
          .sees("tribune> ")
          .types("exit" + ENTER);
      assertThat(user.leaves()).isNotEqualTo(ExitCode.INTERNAL);
    }
  }

  /** Presses Ctrl-C as soon as the trail is there. */
  private static Trial pressing(Desk desk) {
    Path journal = desk.home().resolve("trail").resolve("journal");
    return new Trial()
        .interruptKey(
            action -> {
              Thread presser =
                  new Thread(
                      () -> {
                        while (!Files.exists(journal)) {
                          Thread.onSpinWait();
                        }
                        action.run();
                      });
              presser.setDaemon(true);
              presser.start();
            });
  }

  private static String size(Desk desk) {
    return StrictJson.read(desk.house("trail", "status", "--output", "json").out())
        .get("size")
        .asText();
  }

  private static Path file(String name, String text) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "desk", "import-files"));
    return Files.writeString(directory.resolve(name), text);
  }
}
