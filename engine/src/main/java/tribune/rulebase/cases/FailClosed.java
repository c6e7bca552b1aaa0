package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tribune.decision.Excerpt;
import tribune.decision.FactPaths;
import tribune.decision.Proposal;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.rulebase.Check;
import tribune.rulebase.Foundations;
import tribune.rulebase.RuleBase;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/**
 * Tries whether what is not stated lets a proposal pass: each fact that the rules of a check read
 * is taken away from the cases in which it passes, and it must not pass any more. What only decides
 * how much is at stake is left out, and what {@code optional} names in principle.yaml.
 */
public final class FailClosed {
  private final RuleBase rules;
  private final Foundations foundations;
  private final List<RuleCase> cases;

  private FailClosed(RuleBase rules, Foundations foundations, List<RuleCase> cases) {
    this.rules = rules;
    this.foundations = foundations;
    this.cases = List.copyOf(cases);
  }

  /**
   * What was tried.
   *
   * @param tried how many times a fact was taken away from a case
   * @param passing facts without which a check still passes, at the check
   */
  public record Tried(int tried, List<Diagnostic> passing) {
    public Tried {
      passing = List.copyOf(passing);
    }
  }

  /** Tries these checks, or all of the rule base's own if none is named. */
  public static Reading<Tried> of(RuleBase rules, List<RuleCase> cases, Set<CheckId> checks) {
    return Foundations.of(rules.files())
        .map(foundations -> new FailClosed(rules, foundations, cases).run(checks));
  }

  private Tried run(Set<CheckId> checks) {
    int tried = 0;
    List<Diagnostic> passing = new ArrayList<>();
    for (Check check : rules.catalogue().checks()) {
      boolean isChosen = checks.isEmpty() || checks.contains(check.checkId());
      if (isChosen && rules.files().isOwn(rules.catalogue().sourceOf(check.checkId()))) {
        SortedMap<String, String> found = new TreeMap<>();
        tried += tried(check, found);
        found.forEach((fact, name) -> passing.add(passes(check, fact, name)));
      }
    }
    return new Tried(tried, passing);
  }

  /** Finds the facts without which a case passes all the same, with the name of such a case. */
  private int tried(Check check, SortedMap<String, String> found) {
    Set<String> optional =
        check.optional().stream().map(Check.OptionalFact::fact).collect(Collectors.toSet());
    Set<String> facts = new TreeSet<>(foundations.decidingMembers(check.checkId()));
    facts.removeAll(optional);
    int tried = 0;
    for (RuleCase one : passingCases(check)) {
      for (String fact : facts) {
        Optional<Proposal> without = without(one.proposal(), fact);
        tried += without.isPresent() ? 1 : 0;
        if (without.filter(it -> outcome(it, one, check) == Outcome.PASS).isPresent()) {
          found.putIfAbsent(fact, one.expected().name());
        }
      }
    }
    return tried;
  }

  private List<RuleCase> passingCases(Check check) {
    return cases.stream()
        .filter(it -> it.expected().check().equals(check.id()))
        .filter(it -> it.expected().outcome() == Outcome.PASS)
        .toList();
  }

  /** The proposal without a fact; empty if it does not state it, or has to. */
  private static Optional<Proposal> without(Proposal proposal, String fact) {
    if (isRequired(fact)) {
      return Optional.empty();
    }
    Proposal after =
        Excerpt.of(
            proposal,
            stated -> {
              String path = FactPaths.withoutKeys(stated);
              return !path.equals(fact) && !path.startsWith(fact + ".");
            });
    return after.equals(proposal) ? Optional.empty() : Optional.of(after);
  }

  private static boolean isRequired(String fact) {
    RecordType<?> type = RecordType.of(Proposal.class);
    boolean isRequired = false;
    for (String step : fact.split("\\.", -1)) {
      Optional<Member> member = type.member(step);
      isRequired = member.filter(Member::isRequired).isPresent();
      type = member.flatMap(it -> it.kind().records()).orElse(type);
    }
    return isRequired;
  }

  private Outcome outcome(Proposal proposal, RuleCase one, Check check) {
    return rules.evaluate(proposal, one.asOf()).findings().stream()
        .filter(it -> it.check().equals(check.checkId()))
        .map(Finding::outcome)
        .findFirst()
        .orElse(Outcome.ERROR);
  }

  private Diagnostic passes(Check check, String fact, String name) {
    return rules
        .catalogue()
        .at(
            check.checkId(),
            CaseCode.PASSES_WITHOUT,
            check.id() + " passes although " + fact + " is not stated: " + name)
        .note(
            "ask for it in a `needs evidence` rule, or say under `optional` why it may be missing");
  }
}
