package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tribune.rulebase.Check;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.Ground;
import tribune.verdict.Outcome;

/** The cases hold, and they leave nothing out. */
class CasesTest {
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.NOT_APPLICABLE);

  @TestFactory
  Stream<DynamicTest> every_case_holds() {
    return Shipped.cases().stream()
        .map(
            it ->
                dynamicTest(
                    it.expected().check() + ": " + it.expected().name(),
                    () -> assertThat(it.run(Shipped.rules())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_check_has_a_case_of_each_outcome_or_says_why_there_is_none() {
    return Shipped.checks().stream()
        .map(check -> dynamicTest(check.id(), () -> assertThat(missing(check)).isEmpty()));
  }

  @Test
  void every_rule_of_a_check_reports_in_some_case() {
    Set<String> reporting = new TreeSet<>();
    for (RuleCase one : Shipped.cases()) {
      Shipped.rules().evaluate(one.proposal(), one.asOf()).findings().stream()
          .flatMap(finding -> finding.grounds().shown().stream())
          .map(Ground::rule)
          .forEach(reporting::add);
    }
    Set<String> written =
        DrlText.rules().stream()
            .filter(DrlText::isOfCheck)
            .map(DrlText::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(written).isNotEmpty().isEqualTo(reporting);
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

  private static List<Outcome> missing(Check check) {
    List<Outcome> missing = new ArrayList<>(OUTCOMES);
    Shipped.cases().stream()
        .filter(it -> it.expected().check().equals(check.id()))
        .forEach(it -> missing.remove(it.expected().outcome()));
    missing.removeIf(
        outcome -> check.notes().stream().anyMatch(note -> note.contains("never " + outcome)));
    return missing;
  }
}
