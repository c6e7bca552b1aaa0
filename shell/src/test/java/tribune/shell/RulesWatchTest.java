package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.CTRL_C;
import static tribune.shell.TypingUser.ENTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.shell.line.ExitCode;
import tribune.shell.workspace.RuleBaseWatch;

/** {@code rules test --watch}: again after each save, through mistakes, until Ctrl-C. */
class RulesWatchTest {
  private static final String CASES = "principles/deal/deal.cases.yaml";

  private final Desk desk = Desk.cleared("watch");

  @Test
  void each_save_runs_the_cases_again_and_a_mistake_is_shown_and_waited_for() throws IOException {
    Path rules = desk.rulesWith(CASES, "outcome: PASS", "outcome: PASS");
    String sound = Files.readString(rules.resolve(CASES));
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("rules test --watch --rules " + rules + ENTER).sees("5 passed");
      user.isTold("waiting for a change");
      Files.writeString(
          rules.resolve(CASES), sound.replaceFirst("outcome: PASS", "outcome: FAIL "));
      user.sees("RC-001").sees("1 failed");
      Files.writeString(rules.resolve(CASES), sound.replaceFirst("outcome: PASS", "outcome: PAS"));
      user.sees("did you mean PASS?").sees("FAULTY");
      Files.writeString(rules.resolve(CASES), sound);
      user.sees("5 passed").types(CTRL_C).sees("tribune> ").types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void what_a_link_leads_to_outside_is_not_watched_and_its_coming_and_going_is()
      throws IOException {
    Path rules = desk.rulesWith(CASES, "outcome: PASS", "outcome: PASS");
    Path outside = Files.writeString(rules.resolveSibling("watched.txt"), "one");
    RuleBaseWatch watch = RuleBaseWatch.of(List.of(rules));
    Path link = Files.createSymbolicLink(rules.resolve("extra.drl"), outside.toAbsolutePath());
    assertThat(watch.changed()).isTrue();
    Files.writeString(outside, "another text");
    assertThat(watch.changed()).isFalse();
    Files.delete(link);
    assertThat(watch.changed()).isTrue();
  }

  @Test
  void ctrl_c_ends_it_with_zero_off_the_prompt_too() {
    Trial trial =
        new Trial()
            .interruptKey(
                action ->
                    CompletableFuture.runAsync(
                        action,
                        CompletableFuture.delayedExecutor(
                            3, java.util.concurrent.TimeUnit.SECONDS)));
    Trial.Outcome outcome = desk.house(trial, "rules", "test", "--watch");
    assertThat(outcome.out()).contains("2026-01-02T03:04:05Z").contains("5 passed");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "--batch,nobody is there",
    "--output=json,is one document",
    "--output=junit,is one document"
  })
  void it_is_refused_where_it_could_not_end_or_be_read(String option, String why) {
    Trial.Outcome outcome = desk.house("rules", "test", "--watch", option);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(why);
  }

  @Test
  void the_shipped_rule_base_cannot_be_watched() {
    Trial.Outcome outcome = desk.run("rules", "test", "--watch");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("nothing to watch").contains("--rules DIR");
  }
}
