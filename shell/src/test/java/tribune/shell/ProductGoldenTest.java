package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tribune.shell.Desk.proposal;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.shell.line.ExitCode;

/** What each command of the product prints, in every format; with what it says beside it. */
class ProductGoldenTest {

  private static final List<String> NOTHING = List.of();
  private static final List<String> HISTORY =
      List.of("fails.yaml", "incomplete.yaml", "passes.yaml", "objections.yaml", "wide.json");

  private static final Desk PAST = Desk.cleared("golden-history");

  /** Commands that only look share one history. */
  @BeforeAll
  static void audit() {
    Stream<String> line = Stream.concat(Stream.of("audit"), HISTORY.stream().map(Desk::proposal));
    assertThat(PAST.house(line.toArray(String[]::new)).code()).isEqualTo(ExitCode.FAIL);
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        line("audit-fails", NOTHING, "audit", proposal("fails.yaml")),
        line("audit-passes", NOTHING, "audit", proposal("passes.yaml")),
        line("audit-all", NOTHING, "audit", "--all", proposal("incomplete.yaml")),
        line(
            "audit-several",
            NOTHING,
            "audit",
            proposal("passes.yaml"),
            proposal("incomplete.yaml"),
            proposal("passes.yaml")),
        line("audit-dry-run", NOTHING, "audit", "--dry-run", proposal("wide.json")),
        line("audit-many-reasons", NOTHING, "audit", proposal("objections.yaml")),
        line("decisions", HISTORY, "decisions"),
        line("decisions-no-home", NOTHING, "decisions"),
        line("decisions-no-match", HISTORY, "decisions", "--search", "no such words"),
        line("decisions-filtered", HISTORY, "decisions", "--check", "dea-01", "--verdict", "fail"),
        line("decisions-limited", HISTORY, "decisions", "--limit", "2"),
        line("show", HISTORY, "show", "BAGS"),
        line("show-all", HISTORY, "show", "SEATS@3", "--all"),
        line("show-no-home", NOTHING, "show", "BAGS"),
        line("show-unknown", HISTORY, "show", "BUGS"),
        line("explain", HISTORY, "explain", "BAGS"),
        line("explain-many-reasons", HISTORY, "explain", "HUB", "VOI-01"),
        line("explain-incomplete", HISTORY, "explain", "SEATS@3", "dea-01"),
        line("explain-unknown-check", HISTORY, "explain", "BAGS", "DEA-02x"),
        line("replay", HISTORY, "replay", "BAGS", "SEATS@3"),
        line("replay-all", HISTORY, "replay", "--all"),
        line("replay-no-home", NOTHING, "replay", "--all"),
        line("replay-nothing-said", NOTHING, "replay"),
        line("trail-status", HISTORY, "trail", "status"),
        line("trail-status-no-home", NOTHING, "trail", "status"),
        line("trail-verify", HISTORY, "trail", "verify"),
        line("trail-checkpoint", HISTORY, "trail", "checkpoint"),
        line("trail-prove", HISTORY, "trail", "prove", "BAGS"),
        line("trail-prove-unknown", HISTORY, "trail", "prove", "BUGS"),
        line("trail-check-nobody", NOTHING, "trail", "check", "a", "b"),
        line("trail-rebuild-no-home", NOTHING, "trail", "rebuild"),
        line("trail-witness-nowhere", NOTHING, "trail", "witness", "init", "ada"),
        line("export-no-home", NOTHING, "export", "--format", "jsonl", "--to", "target/no-export"),
        line("export-format", HISTORY, "export", "--format", "docx", "--to", "target/no-export"),
        line("export-taken", HISTORY, "export", "--format", "jsonl", "--to", "src/test/resources"),
        line("template", NOTHING, "template", "pricing"),
        line("rules-list", NOTHING, "rules", "list"),
        line("rules-show-check", NOTHING, "rules", "show", "dea-01"),
        line("rules-show-principle", NOTHING, "rules", "show", "VOICE"),
        line("rules-scoreboard", NOTHING, "rules", "scoreboard"),
        line("rules-show-unknown", NOTHING, "rules", "show", "DEA-1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void it_is_what_the_golden_files_hold(String name, List<String> history, List<String> words) {
    transcript(name + ".txt", history, words, "table");
    transcript(name + "-plain.txt", history, words, "plain");
    Trial.Outcome json = run(history, words, "json");
    if (!json.out().isEmpty()) {
      assertThat(StrictJson.read(json.out())).isNotEmpty();
      Golden.check(name + ".json", Desk.stable(json.out()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void no_format_changes_the_exit_code_or_what_is_said_beside(
      String name, List<String> history, List<String> words) {
    Trial.Outcome table = run(history, words, "table");
    Trial.Outcome json = run(history, words, "json");
    assertThat(json.code()).isEqualTo(table.code());
    assertThat(json.err()).isEqualTo(table.err());
    assertThat(json.out().isEmpty()).isEqualTo(!table.code().isAnswer());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void off_a_terminal_there_is_no_escape_byte(
      String name, List<String> history, List<String> words) {
    for (String format : List.of("table", "plain", "json")) {
      Trial.Outcome outcome = run(history, words, format);
      assertThat(outcome.out() + outcome.err()).as(format).doesNotContain("\u001b", "\u009b");
    }
  }

  private static Arguments line(String name, List<String> history, String... words) {
    return arguments(name, history, List.of(words));
  }

  private static void transcript(
      String golden, List<String> history, List<String> words, String format) {
    Trial.Outcome outcome = run(history, words, format);
    String text =
        outcome.out()
            + "---- standard error\n"
            + outcome.err()
            + "---- exit "
            + outcome.code().number()
            + "\n";
    Golden.check(golden, Desk.stable(text));
  }

  private static Trial.Outcome run(List<String> history, List<String> words, String format) {
    Desk desk = history.isEmpty() ? Desk.cleared("golden") : PAST;
    Stream<String> line = Stream.concat(words.stream(), Stream.of("--output", format));
    return desk.house(line.toArray(String[]::new));
  }
}
