package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tribune.document.Reading;

/** Reading and compiling rules is waited for only so long. */
@Timeout(60)
class InTimeTest {
  private static final Duration AT_ONCE = Duration.ofNanos(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final RuleBaseFiles files = SmallRuleBase.asShipped().files();

  @Test
  void work_that_never_ends_is_not_waited_for() {
    CountDownLatch never = new CountDownLatch(1);
    Supplier<String> work =
        () -> {
          try {
            never.await();
            return "done";
          } catch (InterruptedException e) {
            return "stopped";
          }
        };
    assertThat(InTime.of(Duration.ofMillis(50), work, () -> "late")).isEqualTo("late");
    assertThat(InTime.of(LONG, () -> "done", () -> "late")).isEqualTo("done");
  }

  @Test
  void what_work_throws_is_thrown_as_it_is() {
    IllegalStateException broken = new IllegalStateException("broken");
    StackOverflowError deep = new StackOverflowError();
    assertThatThrownBy(() -> InTime.of(LONG, () -> fail(broken), () -> "late")).isSameAs(broken);
    assertThatThrownBy(() -> InTime.of(LONG, () -> fail(deep), () -> "late")).isSameAs(deep);
  }

  @Test
  void whoever_is_interrupted_meanwhile_waits_on_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    String came =
        InTime.of(
            LONG,
            () -> {
              LockSupport.parkNanos(20_000_000);
              return "done";
            },
            () -> "late");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(came).isEqualTo("done");
  }

  private static String fail(RuntimeException thrown) {
    throw thrown;
  }

  private static String fail(Error thrown) {
    throw thrown;
  }

  @Test
  void rules_that_take_too_long_to_read_are_refused_with_that_and_nothing_else() {
    RuleFiles read = RuleFiles.parse(files, AT_ONCE);
    assertThat(read.allMistakes(CatalogueIds.of(files), Optional.empty()))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.text())
                    .startsWith("error[RB-705]: reading the rules takes longer than 0 seconds")
                    .contains("--> small"));
  }

  @Test
  void rules_that_take_too_long_to_compile_are_refused() {
    Reading<CompiledRules> compiled = RuleCompiler.compile(RuleFiles.parse(files).files(), AT_ONCE);
    String text = compiled.fold(sound -> "", Reading.Faulty::text);
    assertThat(text)
        .startsWith("error[RB-705]: compiling the rules")
        .contains("--> small/derivations.drl");
  }
}
