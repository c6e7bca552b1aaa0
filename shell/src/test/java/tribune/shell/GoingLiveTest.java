package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.ENTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.command.ProductCommands;
import tribune.shell.line.ExitCode;
import tribune.shell.render.StandardStream;
import tribune.trail.jdbc.TestPostgres;

/** {@code backtest}, {@code rules use|history|diff} and {@code rules list --unused}. */
class GoingLiveTest {
  private static final String PRINCIPLE = "principles/deal/principle.yaml";

  private Desk desk;

  @BeforeEach
  void clear(TestInfo test) {
    desk = Desk.cleared("live-" + test.getTestMethod().orElseThrow().getName().hashCode());
  }

  @ParameterizedTest
  @CsvSource({
    "backtest, backtest",
    "rules diff, diff",
    "rules list --unused --never-failing, list",
    "rules history, history"
  })
  void what_is_printed_is_what_the_golden_files_hold(String line, String name) {
    Desk here = Desk.cleared("live-golden");
    audit(here);
    Path lighter = name.equals("backtest") ? wider(here) : lighter(here);
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    if (name.equals("diff")) {
      words.add(lighter.toString());
    }
    if (name.equals("history")) {
      use(here, lighter, "it weighed too much");
    }
    boolean isLighter = name.equals("backtest");
    words.addAll(List.of("--rules", (isLighter ? lighter : Desk.rules()).toString()));
    for (String format : List.of("table", "plain", "json")) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--output", format));
      Trial.Outcome outcome = here.run(all.toArray(String[]::new));
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
      assertThat(outcome.err()).isEmpty();
      Golden.check("live-" + name + ending(format), stable(outcome.out()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "backtest, backtest",
    "rules list --unused, list",
    "rules history, history",
    "rules diff shipped, diff"
  })
  void where_nothing_is_recorded_or_differs_that_is_said(String line, String name) {
    Desk here = Desk.cleared("live-empty");
    for (String format : List.of("table", "json")) {
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      words.addAll(List.of("--output", format));
      boolean isOfDesk = !name.equals("diff");
      Trial.Outcome outcome =
          isOfDesk
              ? here.house(words.toArray(String[]::new))
              : here.run(words.toArray(String[]::new));
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
      Golden.check(
          "live-" + name + "-empty" + ending(format),
          stable(outcome.out()) + "---- standard error\n" + outcome.err());
    }
    assertThat(here.home()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUNDS, '', REFUNDS@1",
    "REFUNDS REFUNDS@1, '', REFUNDS@1",
    "REFUNDS LATE-BAGS, '', LATE-BAGS@1 REFUNDS@1",
    "REFUNDS LATE-BAGS, --verdict PASS, LATE-BAGS@1 REFUNDS@1",
    "REFUNDS LATE-BAGS, --verdict FAIL, ''",
    "REFUNDS LATE-BAGS, --from 2100-01-01, ''",
    "REFUNDS LATE-BAGS, --search nothing-says-this, ''",
    "REFUNDS BAGS, --verdict PASS, REFUNDS@1",
    "REFUNDS, --every, REFUNDS@1 REFUNDS@1",
    "REFUNDS@1, --every --verdict PASS, REFUNDS@1 REFUNDS@1",
    "REFUNDS, --every --verdict FAIL, ''"
  })
  void filters_of_a_backtest_hold_for_decisions_that_are_named_too(
      String names, String filters, String flipped) {
    audit(desk);
    desk.house("audit", Desk.proposal("passes.yaml"));
    List<String> words = new ArrayList<>(List.of("backtest"));
    words.addAll(List.of(names.split(" ")));
    words.addAll(Stream.of(filters.split(" ")).filter(it -> !it.isEmpty()).toList());
    words.addAll(List.of("--rules", wider(desk).toString(), "--output", "json"));
    Trial.Outcome outcome = desk.run(words.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    List<String> found = new ArrayList<>();
    StrictJson.read(outcome.out())
        .get("flips")
        .forEach(it -> found.add(it.get("decision").asText() + "@" + it.get("revision").asInt()));
    assertThat(found)
        .containsExactlyInAnyOrder(
            Stream.of(flipped.split(" ")).filter(it -> !it.isEmpty()).toArray(String[]::new));
  }

  @Test
  void a_decision_that_a_backtest_names_has_to_be_there_whatever_the_filters() {
    audit(desk);
    Trial.Outcome outcome = desk.run("backtest", "REFUND", "--verdict", "FAIL");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("no audit of REFUND").contains("REFUNDS");
  }

  @Test
  void what_went_live_is_used_from_then_on_and_the_shipped_one_comes_back() {
    audit(desk);
    Path lighter = lighter(desk);
    Trial.Outcome used = use(desk, lighter, "it weighed too much");
    assertThat(used.out()).contains("IN FORCE  house-rules 2.1.0").contains("instead of");
    assertThat(desk.run("rules", "list").out()).contains("house-rules 2.1.0");
    assertThat(desk.run("rules", "show", "DEA-01").out()).contains("MINOR");
    Trial.Outcome audit = desk.run("audit", "--dry-run", Desk.proposal("fails.yaml"));
    assertThat(audit.out()).contains("house-rules");
    assertThat(desk.run("rules", "check").code()).isEqualTo(ExitCode.OK);
    Trial.Outcome test = desk.run("rules", "test");
    assertThat(test.code()).isEqualTo(ExitCode.USAGE);
    assertThat(test.err()).contains("there are no cases to run in house-rules");
    assertThat(desk.run("trail", "verify").out()).contains("SOUND");
    assertThat(desk.run("trail", "rebuild").code()).isEqualTo(ExitCode.OK);
    assertThat(desk.run("replay", "--all").code()).isEqualTo(ExitCode.OK);
    assertThat(desk.run("decisions").out()).contains("BAGS@1");
    assertThat(desk.run("rules", "list").out()).contains("house-rules 2.1.0");

    Trial.Outcome again = use(desk, lighter, "once more");
    assertThat(again.out()).startsWith("UNCHANGED");
    Trial.Outcome back = desk.run("rules", "use", "shipped", "--reason", "back", "--yes");
    assertThat(back.code()).as(back.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.run("rules", "list").out()).contains("customer-centricity");
    assertThat(desk.run("rules", "history").out()).contains("back").contains("it weighed too much");
  }

  @Test
  void any_recorded_version_is_written_byte_for_byte_and_may_be_compared() throws IOException {
    Path lighter = lighter(desk);
    String json =
        desk.run("rules", "use", lighter.toString(), "--reason", "why", "--yes", "--output", "json")
            .out();
    String hash = StrictJson.read(json).get("ruleBase").get("sha256").asText();
    Path to = desk.home().resolve("written");
    String digits = hash.substring(0, 8);
    Trial.Outcome written = desk.run("rules", "history", digits, "--to", to.toString());
    assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.OK);
    try (Stream<Path> files = Files.walk(to)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSize(7);
      for (Path file : all) {
        assertThat(file).hasSameBinaryContentAs(lighter.resolve(to.relativize(file)));
      }
    }
    assertThat(desk.run("rules", "diff", digits, to.toString()).out()).contains("THE SAME");
    Trial.Outcome twice = desk.run("rules", "history", digits, "--to", to.toString());
    assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
    assertThat(twice.err()).contains("is there already; nothing was written");
    assertThat(desk.run("rules", "history", "00000000").err()).contains("there is no rule base");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--batch", ""})
  void without_somebody_to_ask_nothing_goes_live(String option) {
    List<String> words =
        new ArrayList<>(List.of("rules", "use", lighter(desk).toString(), "--reason", "why"));
    if (!option.isEmpty()) {
      words.add(option);
    }
    Trial.Outcome outcome = desk.run(words.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("nobody can be asked here").contains("add --yes");
    assertThat(outcome.out()).isEmpty();
    assertThat(desk.run("rules", "history").err()).contains("No rule base was ever activated here");
  }

  @ParameterizedTest
  @CsvSource({"y, OK", "YES, OK", "n, REFUSED", "'', REFUSED", "maybe, REFUSED"})
  void somebody_at_a_terminal_is_asked_and_only_a_yes_is_one(String answer, ExitCode code) {
    Path lighter = lighter(desk);
    Trial trial =
        new Trial()
            .terminals(StandardStream.INPUT, StandardStream.ERROR)
            .environment("NO_COLOR", "1")
            .environment("TRIBUNE_TRUST", desk.trust().toString())
            .commands(ProductCommands.class)
            .input(answer + "\n");
    Trial.Outcome outcome =
        trial.run(
            "--home", desk.home().toString(), "rules", "use", lighter.toString(), "--reason", "w");
    assertThat(outcome.err()).contains("Make house-rules 2.1.0").contains("[y/N]");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    boolean isLive = code == ExitCode.OK;
    assertThat(desk.run("rules", "list").out().contains("house-rules")).isEqualTo(isLive);
  }

  @Test
  void what_is_broken_or_fails_its_cases_changes_nothing() {
    Path broken = desk.rulesWith("principles/deal/deal.drl", "kind == Kind", "knd == Kind");
    Trial.Outcome faulty = use(desk, broken, "why");
    assertThat(faulty.code()).isEqualTo(ExitCode.USAGE);
    assertThat(faulty.err()).contains("error[").contains("the rule base is not to go live");
    Path failing = desk.rulesWith("principles/deal/deal.drl", "customers lose the", "customers x");
    Trial.Outcome untrue = use(desk, failing, "why");
    assertThat(untrue.code()).isEqualTo(ExitCode.ERROR);
    assertThat(untrue.err()).contains("1 of 5 cases do not hold; nothing was changed");
    Trial.Outcome silent = desk.run("rules", "use", failing.toString(), "--yes");
    assertThat(silent.code()).isEqualTo(ExitCode.USAGE);
    assertThat(silent.err()).contains("needs a reason");
    assertThat(desk.home().resolve("trail")).doesNotExist();
  }

  @Test
  void at_the_prompt_the_user_is_asked_and_the_next_line_uses_it() throws IOException {
    Path lighter = lighter(desk);
    try (TypingUser user = TypingUser.at(desk, "--color", "never")) {
      user.types("rules use " + lighter + " --reason why" + ENTER).sees("[y/N] ");
      user.types("y" + ENTER).sees("IN FORCE").sees("tribune> ");
      user.types("rules list" + ENTER).sees("house-rules").sees("tribune> ");
      Files.writeString(lighter.resolve("thresholds.yaml"), "thresholds: [");
      user.types("rules list" + ENTER).sees("house-rules").sees("tribune> ");
      user.types("audit --dry-run " + Desk.proposal("fails.yaml") + ENTER).sees("house-rules");
      user.sees("tribune> ");
      user.types("rules list --rules " + lighter + ENTER).isTold("the rule base cannot be read");
      user.sees("tribune> ").types("rules list" + ENTER).sees("house-rules").sees("tribune> ");
      user.types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void a_running_shell_uses_what_another_process_activated() throws IOException {
    TestPostgres server = TestPostgres.shared();
    String store = server.url(server.createTrail(), TestPostgres.APPLICATION);
    Path lighter = lighter(desk);
    String[] use = {
      "rules", "use", lighter.toString(), "--reason", "why", "--yes", "--store", store
    };
    desk.house("audit", Desk.proposal("fails.yaml"), "--store", store);
    try (TypingUser user = TypingUser.at(desk, "--color", "never", "--store", store)) {
      user.types("rules list" + ENTER).sees("customer-centricity").sees("tribune> ");
      assertThat(desk.run(use).code()).isEqualTo(ExitCode.OK);
      user.types("rules list" + ENTER).sees("house-rules").sees("tribune> ");
      user.types("audit --dry-run " + Desk.proposal("fails.yaml") + ENTER).sees("house-rules");
      user.sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
    assertThat(desk.run("trail", "verify", "--store", store).out()).contains("SOUND");
  }

  private static void audit(Desk desk) {
    desk.house(
        "audit",
        Desk.proposal("fails.yaml"),
        Desk.proposal("incomplete.yaml"),
        Desk.proposal("wide.json"),
        Desk.proposal("passes.yaml"));
  }

  private static Path lighter(Desk desk) {
    return desk.rulesWith(PRINCIPLE, "severity: MAJOR", "severity: MINOR");
  }

  private static Path wider(Desk desk) {
    return desk.rulesWith(
        "principles/deal/deal.drl", "Decision( kind == Kind.PRICING )", "Decision()");
  }

  private static Trial.Outcome use(Desk desk, Path rules, String reason) {
    return desk.run("rules", "use", rules.toString(), "--reason", reason, "--yes");
  }

  /** Hashes of the shipped rule base change with its rules. */
  private static String stable(String printed) {
    return Desk.stable(printed).replaceAll("\\(([0-9a-f]{8})\\)", "(digits)");
  }

  private static String ending(String format) {
    return switch (format) {
      case "table" -> ".txt";
      case "plain" -> "-plain.txt";
      default -> "." + format;
    };
  }
}
