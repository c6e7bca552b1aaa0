package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tribune.rulebase.Check;
import tribune.verdict.Outcome;

/** The cases hold. What they leave out, {@link CoverageTest} looks for. */
class CasesTest {
  @TestFactory
  Stream<DynamicTest> every_case_holds() {
    return Shipped.cases().stream()
        .map(
            it ->
                dynamicTest(
                    it.expected().check() + ": " + it.expected().name(),
                    () -> assertThat(it.run(Shipped.rules())).isEmpty()));
  }

  @Test
  void a_failing_case_names_its_reason_or_values_unless_another_case_of_the_check_does() {
    for (Check check : Shipped.checks()) {
      assertThat(Shipped.cases())
          .as(check.id())
          .anyMatch(
              it ->
                  it.expected().check().equals(check.id())
                      && it.expected().outcome() == Outcome.FAIL
                      && it.expected().reason() != null);
    }
  }
}
