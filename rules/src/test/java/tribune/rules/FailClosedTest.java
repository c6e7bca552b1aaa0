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
import tribune.decision.Kind;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.decision.Urgency;
import tribune.document.Source;
import tribune.rulebase.Check;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/** What is not stated never helps a proposal. */
class FailClosedTest {
  private static final RuleReads READS = new RuleReads();

  /** Facts that decide how much is at stake and whether there is an emergency. */
  private static final List<String> LIFTING =
      List.of(
          "decision.reach",
          "decision.adverse",
          "decision.reversibility",
          "decision.urgency",
          "financials.shareOfRevenue",
          "financials",
          "segments.vulnerable");

  @TestFactory
  Stream<DynamicTest> no_passing_case_passes_without_a_fact_its_check_reads() {
    return Shipped.checks().stream()
        .map(
            check ->
                dynamicTest(
                    check.id(),
                    () -> {
                      assertThat(READS.of(check.id())).isNotEmpty();
                      assertThat(passesWithout(check)).isEqualTo(optional(check));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_proposal_that_states_nothing_fails_and_passes_no_check() {
    return Stream.of(Kind.values())
        .map(
            kind ->
                dynamicTest(
                    kind.name(),
                    () ->
                        assertThat(findings(nothing(kind)))
                            .hasSameSizeAs(Shipped.checks())
                            .extracting(Finding::outcome)
                            .containsOnly(Outcome.NEEDS_EVIDENCE, Outcome.NOT_APPLICABLE)));
  }

  @Test
  void unstated_stakes_and_urgency_lift_no_check() {
    List<String> lifted = new ArrayList<>();
    for (RuleCase one : Shipped.cases()) {
      List<Finding> before = findings(one.proposal());
      boolean emergency = one.proposal().decision().urgency() == Urgency.SAFETY_EMERGENCY;
      for (String fact : emergency ? List.<String>of() : LIFTING) {
        Unstating.of(one.proposal(), fact)
            .ifPresent(
                without -> {
                  List<Finding> after = findings(without);
                  for (int i = 0; i < before.size(); i++) {
                    if (before.get(i).outcome() != Outcome.NOT_APPLICABLE
                        && after.get(i).outcome() == Outcome.NOT_APPLICABLE) {
                      lifted.add(
                          after.get(i).check() + " without " + fact + ": " + one.expected().name());
                    }
                  }
                });
      }
    }
    assertThat(lifted).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_check_applies_to_the_kinds_that_the_catalogue_names_and_to_no_other() {
    return Shipped.checks().stream()
        .map(
            check ->
                dynamicTest(
                    check.id(),
                    () -> {
                      Set<Kind> named =
                          check.kinds().isEmpty() ? Set.of(Kind.values()) : check.kinds();
                      assertThat(kindsItAppliesTo(check)).isEqualTo(new TreeSet<>(named));
                    }));
  }

  private static Set<String> passesWithout(Check check) {
    Set<String> passing = new TreeSet<>();
    for (String fact : READS.of(check.id())) {
      for (RuleCase one : Shipped.passingCasesOf(check)) {
        Unstating.of(one.proposal(), fact)
            .filter(without -> Shipped.outcome(without, check) == Outcome.PASS)
            .ifPresent(without -> passing.add(fact));
      }
    }
    return passing;
  }

  private static Set<String> optional(Check check) {
    return check.optional().stream()
        .map(Check.OptionalFact::fact)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Kind> kindsItAppliesTo(Check check) {
    Set<Kind> kinds = new TreeSet<>();
    for (RuleCase one : Shipped.cases()) {
      for (Kind kind : Kind.values()) {
        if (Shipped.outcome(RandomProposals.ofKind(one.proposal(), kind), check)
            != Outcome.NOT_APPLICABLE) {
          kinds.add(kind);
        }
      }
    }
    return kinds;
  }

  private static List<Finding> findings(Proposal proposal) {
    return Shipped.rules().evaluate(proposal, Shipped.DAY).findings();
  }

  private static Proposal nothing(Kind kind) {
    String text = "decision: {id: X-1, title: nothing, kind: " + kind + "}";
    return ProposalReader.read(Source.of("nothing.yaml", text)).orThrow();
  }
}
