package tribune.rulebase.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.document.Place;
import tribune.rulebase.Condition;
import tribune.rulebase.logic.ConstraintReader;
import tribune.rulebase.logic.Formula;
import tribune.rulebase.logic.Operand;
import tribune.rulebase.logic.Possibility;
import tribune.rulebase.logic.Scope;

/**
 * What holds wherever one alternative of a rule matches: which facts there are, which there are
 * not, and what is true of their members. Not safe for use by several threads.
 */
final class Situation {
  private static final Pattern THRESHOLD_ID =
      Pattern.compile("\\s*id\\s*==\\s*(['\"])(.*?)\\1\\s*");
  private static final Pattern VARIABLE = Pattern.compile("\\s*(\\$\\w+)\\s*:.*", Pattern.DOTALL);
  private static final Pattern THRESHOLD_MEMBER =
      Pattern.compile("\\s*(\\$\\w+)\\s*:=?\\s*(\\w+)\\s*");

  /** The name of a fact that need not be there. */
  private static final String ANY = "any";

  private final FactKinds kinds;
  private final Scope scope = new Scope();
  private final List<Named> facts = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();
  private final List<Stated> stated = new ArrayList<>();

  private Situation(FactKinds kinds) {
    this.kinds = kinds;
  }

  /** A fact that is there. */
  private record Named(String type, String name) {}

  /** Facts that are not there, and what the variables were when that was said. */
  private record Missing(Condition.FactPattern pattern, Scope scope) {}

  /** Something that holds, and the words of the rule that say so. */
  record Stated(Formula formula, String words, Place place) {}

  /** The situation that these literals describe. */
  static Situation of(List<Literal> literals, FactKinds kinds) {
    Situation situation = new Situation(kinds);
    for (Literal literal : literals) {
      if (literal instanceof Literal.Present present) {
        situation.add(present.pattern());
      } else if (literal instanceof Literal.Absent absent) {
        situation.missing.add(new Missing(absent.pattern(), situation.scope.copy()));
      }
    }
    situation.denyWhatIsMissing();
    return situation;
  }

  /** What is stated, in the order of the rule. */
  List<Stated> stated() {
    return List.copyOf(stated);
  }

  List<Formula> formulas() {
    return stated.stream().map(Stated::formula).toList();
  }

  /** Whether it can never be so. */
  boolean isImpossible() {
    return Possibility.excluded(formulas()) || contradicted().isPresent();
  }

  /** A fact that is there and that the rule says is not there. */
  Optional<Condition.FactPattern> contradicted() {
    return missing.stream()
        .filter(it -> named(it.pattern().type()).anyMatch(name -> holds(it, name)))
        .map(Missing::pattern)
        .findFirst();
  }

  /** Whether these literals hold wherever this situation does. */
  boolean implies(List<Literal> literals) {
    return implies(literals, new Scope());
  }

  private boolean implies(List<Literal> literals, Scope known) {
    if (literals.isEmpty()) {
      return true;
    }
    List<Literal> rest = literals.subList(1, literals.size());
    if (literals.get(0) instanceof Literal.Absent absent) {
      return impliesNone(absent.pattern(), known) && implies(rest, known);
    }
    if (!(literals.get(0) instanceof Literal.Present present)) {
      return false;
    }
    if (bindThreshold(present.pattern(), known)) {
      return implies(rest, known);
    }
    return named(present.pattern().type())
        .anyMatch(
            name -> {
              Scope tried = known.copy();
              return formulas(present.pattern(), name, tried).stream()
                      .allMatch(it -> Possibility.follows(formulas(), it))
                  && implies(rest, tried);
            });
  }

  /** Nothing fulfils the pattern if nothing fulfils a weaker one, or the only fact does not. */
  private boolean impliesNone(Condition.FactPattern pattern, Scope known) {
    List<Formula> wanted = formulas(pattern, ANY, known.copy());
    List<Formula> with = Stream.concat(formulas().stream(), wanted.stream()).toList();
    boolean weaker =
        missing.stream()
            .filter(it -> same(it.pattern().type(), pattern.type()))
            .anyMatch(
                it ->
                    formulas(it.pattern(), ANY, it.scope().copy()).stream()
                        .allMatch(formula -> Possibility.follows(with, formula)));
    return weaker
        || (kinds.isSingle(pattern.type())
            && named(pattern.type()).anyMatch(name -> isExcluded(pattern, name, known)));
  }

  private boolean isExcluded(Condition.FactPattern pattern, String name, Scope known) {
    List<Formula> wanted = formulas(pattern, name, known.copy());
    return Possibility.excluded(Stream.concat(formulas().stream(), wanted.stream()).toList());
  }

  private void add(Condition.FactPattern pattern) {
    if (bindThreshold(pattern, scope)) {
      return;
    }
    String type = pattern.simpleType();
    String name = kinds.isSingle(type) ? "the " + type : type + " " + (facts.size() + 1);
    facts.add(new Named(type, name));
    bindFact(pattern, name, scope);
    for (Condition.Constraint constraint : pattern.constraints()) {
      Formula formula = ConstraintReader.read(constraint.drl(), name, scope);
      stated.add(new Stated(formula, constraint.text(), constraint.place()));
    }
  }

  /** Where there is only one fact, that there is none like this says something of that one. */
  private void denyWhatIsMissing() {
    for (Missing none : missing) {
      if (kinds.isSingle(none.pattern().type())) {
        named(none.pattern().type())
            .forEach(
                name ->
                    stated.add(
                        new Stated(
                            new Formula.All(formulas(none.pattern(), name, none.scope().copy()))
                                .not(),
                            "not " + none.pattern().text(),
                            none.pattern().place())));
      }
    }
  }

  private boolean holds(Missing none, String name) {
    return formulas(none.pattern(), name, none.scope().copy()).stream()
        .allMatch(it -> Possibility.follows(formulas(), it));
  }

  private Stream<String> named(String type) {
    Stream<String> there = facts.stream().filter(it -> same(it.type(), type)).map(Named::name);
    return kinds.isAlwaysOne(type) ? Stream.of("the " + FactKinds.simple(type)) : there.distinct();
  }

  private static boolean same(String type, String other) {
    return FactKinds.simple(type).equals(FactKinds.simple(other));
  }

  private List<Formula> formulas(Condition.FactPattern pattern, String name, Scope known) {
    bindFact(pattern, name, known);
    return pattern.constraints().stream()
        .map(constraint -> ConstraintReader.read(constraint.drl(), name, known))
        .toList();
  }

  private static void bindFact(Condition.FactPattern pattern, String name, Scope known) {
    Matcher variable = VARIABLE.matcher(pattern.head());
    if (variable.matches()) {
      known.bind(variable.group(1), new Operand.Term(name));
    }
  }

  /** A threshold is always there; all it does is name numbers. */
  private boolean bindThreshold(Condition.FactPattern pattern, Scope known) {
    if (!kinds.isThreshold(pattern.type())) {
      return false;
    }
    String id =
        pattern.constraints().stream()
            .map(constraint -> THRESHOLD_ID.matcher(constraint.drl()))
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(2))
            .findFirst()
            .orElse("");
    for (Condition.Constraint constraint : pattern.constraints()) {
      Matcher member = THRESHOLD_MEMBER.matcher(constraint.drl());
      if (member.matches()) {
        known.bind(member.group(1), kinds.threshold(id, member.group(2)));
      }
    }
    return true;
  }
}
