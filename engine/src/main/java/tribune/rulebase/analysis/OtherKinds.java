package tribune.rulebase.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.decision.Decision;
import tribune.decision.Kind;
import tribune.document.Diagnostic;
import tribune.rulebase.Check;
import tribune.rulebase.Facet;
import tribune.rulebase.RuleBaseCode;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.logic.ConstraintReader;
import tribune.rulebase.logic.Formula;
import tribune.rulebase.logic.Possibility;
import tribune.rulebase.logic.Scope;
import tribune.verdict.CheckId;

/** Checks whose {@code kinds} are not those that their {@code applies} rule lets through. */
final class OtherKinds implements Finder {
  private static final String DECISION = "the " + Decision.class.getSimpleName();

  @Override
  public List<Diagnostic> find(Written rules) {
    return rules.checks().stream()
        .filter(check -> CheckId.isWellFormed(check.value().id()))
        .flatMap(check -> compare(check, rules))
        .toList();
  }

  private static Stream<Diagnostic> compare(Placed<Check> check, Written rules) {
    FactKinds.Numbers numbers = FactKinds.Numbers.AS_TODAY;
    List<RuleOutline> applies =
        rules.rules(check.value().checkId(), Facet.APPLIES).stream()
            .filter(rule -> !rules.neverMatches(rule, numbers))
            .toList();
    if (applies.isEmpty()) {
      return Stream.empty();
    }
    Set<Kind> named =
        check.value().kinds().isEmpty()
            ? EnumSet.allOf(Kind.class)
            : EnumSet.copyOf(check.value().kinds());
    Set<Kind> possible = possible(applies, rules, numbers);
    Set<Kind> tooMany = EnumSet.copyOf(named);
    tooMany.removeAll(possible);
    Set<Kind> tooFew = EnumSet.copyOf(possible);
    tooFew.removeAll(named);
    boolean mayNarrow = applies.stream().anyMatch(rule -> narrows(rule, rules));
    return Stream.of(
            tooMany.isEmpty()
                ? Optional.<Diagnostic>empty()
                : Optional.of(diagnostic(check, "never applies to " + written(tooMany), possible)),
            tooFew.isEmpty() || mayNarrow
                ? Optional.<Diagnostic>empty()
                : Optional.of(
                    diagnostic(check, "applies to " + written(tooFew) + " too", possible)))
        .flatMap(Optional::stream);
  }

  /** The kinds that nothing in the conditions excludes. */
  private static Set<Kind> possible(
      List<RuleOutline> applies, Written rules, FactKinds.Numbers numbers) {
    Set<Kind> possible = EnumSet.noneOf(Kind.class);
    for (RuleOutline rule : applies) {
      for (Situation situation : rules.situations(rule, numbers)) {
        Stream.of(Kind.values())
            .filter(kind -> !Possibility.excluded(with(kind, situation.formulas())))
            .forEach(possible::add);
      }
    }
    return possible;
  }

  private static List<Formula> with(Kind kind, List<Formula> formulas) {
    Formula is = ConstraintReader.read("kind == Kind." + kind.name(), DECISION, new Scope());
    return Stream.concat(Stream.of(is), formulas.stream()).toList();
  }

  /** Whether what the rule looks at is derived for some kinds only, as far as one can tell. */
  private static boolean narrows(RuleOutline rule, Written rules) {
    return rules.outlines().foundations().isMentionedBehind(rule.name(), "decision.kind")
        || rules.alternatives(rule).stream()
            .flatMap(List::stream)
            .anyMatch(Literal.Unclear.class::isInstance);
  }

  private static Diagnostic diagnostic(Placed<Check> check, String what, Set<Kind> possible) {
    String id = check.value().id();
    String member = check.value().kinds().isEmpty() ? "id" : "kinds";
    return check
        .diagnostic(RuleBaseCode.OTHER_KINDS, member, "by its rules " + id + " " + what)
        .note(
            possible.size() == Kind.values().length
                ? "leave `kinds` out, or let `" + id + " applies` say `kind in ( ... )`"
                : "write `kinds: [" + written(possible) + "]`, or correct `" + id + " applies`");
  }

  private static String written(Set<Kind> kinds) {
    return kinds.stream().map(Kind::name).collect(Collectors.joining(", "));
  }
}
