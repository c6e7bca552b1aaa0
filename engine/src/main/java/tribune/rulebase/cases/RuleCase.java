package tribune.rulebase.cases;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tribune.decision.Proposal;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.RuleBase;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;

/**
 * One test case of a rule base.
 *
 * @param source the file it stands in
 * @param place where its name stands
 * @param asOf the day of the audit
 * @param expected what must come out
 */
public record RuleCase(
    Source source, Place place, LocalDate asOf, CaseFile.Written expected, Proposal proposal) {
  public RuleCase {
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(asOf, "asOf");
    requireNonNull(expected, "expected");
    requireNonNull(proposal, "proposal");
  }

  /** What differs from the expectation, a line each; empty if the case holds. */
  public List<String> run(RuleBase rules) {
    return run(rules, rule -> {});
  }

  /**
   * The same.
   *
   * @param fired is told the name of each rule that fires
   */
  List<String> run(RuleBase rules, Consumer<String> fired) {
    List<Finding> findings = rules.evaluate(proposal, asOf, fired).findings();
    Optional<Finding> finding =
        findings.stream().filter(it -> it.check().text().equals(expected.check())).findFirst();
    return finding
        .map(this::differences)
        .orElseGet(() -> List.of("the rule base has no check " + expected.check()));
  }

  private List<String> differences(Finding finding) {
    List<String> differences = new ArrayList<>();
    if (finding.outcome() != expected.outcome()) {
      differences.add(
          "outcome: found "
              + finding.outcome()
              + why(finding)
              + ", expected "
              + expected.outcome());
      return differences;
    }
    List<Ground> grounds = finding.grounds().shown();
    Set<String> reasons =
        grounds.stream().map(Ground::reason).collect(Collectors.toCollection(LinkedHashSet::new));
    if (expected.reason() != null && !reasons.contains(expected.reason())) {
      differences.add("reason: found " + reasons + ", expected " + expected.reason());
    }
    if (!expected.reasons().isEmpty() && !reasons.equals(expected.reasons())) {
      differences.add("reasons: found " + reasons + ", expected exactly " + expected.reasons());
    }
    Set<String> values =
        grounds.stream()
            .flatMap(ground -> ground.values().stream())
            .map(value -> value.name() + " = " + value.text())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!values.containsAll(expected.values())) {
      differences.add("values: found " + values + ", expected all of " + expected.values());
    }
    Set<String> missing = missing(finding);
    if (!missing.equals(Set.copyOf(expected.missing()))) {
      differences.add("missing: found " + missing + ", expected " + expected.missing());
    }
    return differences;
  }

  private static String why(Finding finding) {
    String why =
        finding.fold(
            pass -> "",
            fail -> reasons(fail.grounds()),
            needs -> needs.missing().toString(),
            notApplicable -> "",
            Finding.Fault::cause);
    return why.isEmpty() ? "" : " (" + why + ")";
  }

  private static String reasons(Grounds grounds) {
    return grounds.shown().stream().map(Ground::reason).collect(Collectors.joining("; "));
  }

  private static Set<String> missing(Finding finding) {
    return finding.fold(
        pass -> Set.of(),
        fail -> Set.of(),
        needs -> new LinkedHashSet<>(needs.missing().shown()),
        notApplicable -> Set.of(),
        fault -> Set.of());
  }
}
