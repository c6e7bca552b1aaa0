package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.document.Place;
import tribune.rulebase.Condition;
import tribune.rulebase.Condition.Connective;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.Condition.FactPattern;
import tribune.rulebase.Condition.Gathered;
import tribune.rulebase.Condition.Group;
import tribune.rulebase.Condition.Other;
import tribune.rulebase.Condition.Quantified;

/**
 * The edits of the conditions of a rule, one at a time: every constraint varied and left out, every
 * {@code not} and {@code exists} turned round, every part that no other needs left out.
 */
final class ConditionEdits implements Condition.Cases<List<ConditionEdits.Edited<Condition>>> {
  static final String NOTHING = "(left out)";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

  /** Whether a variable is named in the rule outside of the condition at hand. */
  private final Predicate<Condition> isNeeded;

  private ConditionEdits(Predicate<Condition> isNeeded) {
    this.isNeeded = isNeeded;
  }

  /**
   * An edit.
   *
   * @param result the whole condition after it
   */
  record Edited<C>(Place place, String before, String after, C result) {
    <D> Edited<D> map(java.util.function.Function<C, D> change) {
      return new Edited<>(place, before, after, change.apply(result));
    }
  }

  /**
   * All edits of the conditions of a rule.
   *
   * @param elsewhere what may name a variable of the rule besides its conditions
   */
  static List<Edited<Group>> of(Group conditions, String elsewhere) {
    String all = conditions.drl() + " " + elsewhere;
    ConditionEdits edits = new ConditionEdits(part -> isNamedTwice(part, all));
    return edits.inGroup(conditions);
  }

  /** Whether a variable of the part stands in the text more often than in the part itself. */
  private static boolean isNamedTwice(Condition part, String all) {
    List<String> inPart = variables(part.drl());
    List<String> inAll = variables(all);
    Set<String> names = new TreeSet<>(inPart);
    return names.stream()
        .anyMatch(
            name ->
                inAll.stream().filter(name::equals).count()
                    > inPart.stream().filter(name::equals).count());
  }

  private static List<String> variables(String drl) {
    return VARIABLE.matcher(drl).results().map(MatchResult::group).collect(Collectors.toList());
  }

  @Override
  public List<Edited<Condition>> pattern(FactPattern pattern) {
    List<Edited<Condition>> edits = new ArrayList<>();
    for (int i = 0; i < pattern.constraints().size(); i++) {
      Constraint constraint = pattern.constraints().get(i);
      if (!AlwaysThere.canBeFalse(constraint, pattern)) {
        continue;
      }
      int at = i;
      for (String other : ConstraintEdits.of(constraint)) {
        edits.add(edited(pattern, at, other, Condition.oneLine(other)));
      }
      edits.add(edited(pattern, at, constraint.binding(), NOTHING));
    }
    return edits;
  }

  private static Edited<Condition> edited(FactPattern pattern, int at, String drl, String after) {
    Constraint constraint = pattern.constraints().get(at);
    List<Constraint> others = new ArrayList<>(pattern.constraints());
    if (drl.isEmpty()) {
      others.remove(at);
    } else {
      others.set(at, new Constraint(constraint.place(), drl));
    }
    return new Edited<>(constraint.place(), constraint.text(), after, pattern.with(others));
  }

  @Override
  public List<Edited<Condition>> quantified(Quantified quantified) {
    List<Edited<Condition>> edits = new ArrayList<>();
    Quantified turned =
        new Quantified(quantified.place(), quantified.quantifier().other(), quantified.inner());
    edits.add(new Edited<>(quantified.place(), quantified.text(), turned.text(), turned));
    edits.addAll(
        within(
            quantified.inner(),
            inner -> new Quantified(quantified.place(), quantified.quantifier(), inner)));
    return edits;
  }

  @Override
  public List<Edited<Condition>> group(Group group) {
    return inGroup(group).stream().map(it -> it.<Condition>map(result -> result)).toList();
  }

  private List<Edited<Group>> inGroup(Group group) {
    List<Edited<Group>> edits = new ArrayList<>();
    for (int i = 0; i < group.parts().size(); i++) {
      Condition part = group.parts().get(i);
      int at = i;
      part.fold(this).forEach(edit -> edits.add(edit.map(it -> replacing(group, at, it))));
      if (canBeLeftOut(part, group)) {
        List<Condition> others = new ArrayList<>(group.parts());
        others.remove(at);
        edits.add(new Edited<>(part.place(), part.text(), NOTHING, group.with(others)));
      }
    }
    return edits;
  }

  private static Group replacing(Group group, int at, Condition part) {
    List<Condition> parts = new ArrayList<>(group.parts());
    parts.set(at, part);
    return group.with(parts);
  }

  /** A pattern that asks something is left out by leaving out what it asks. */
  private boolean canBeLeftOut(Condition part, Group group) {
    if (part instanceof Quantified || group.connective() == Connective.OR) {
      return true;
    }
    return part instanceof FactPattern pattern
        && AlwaysThere.asksNothing(pattern)
        && !AlwaysThere.isType(pattern)
        && !isNeeded.test(part);
  }

  @Override
  public List<Edited<Condition>> gathered(Gathered gathered) {
    return within(
        gathered.inner(),
        inner -> new Gathered(gathered.place(), gathered.before(), inner, gathered.after()));
  }

  @Override
  public List<Edited<Condition>> other(Other other) {
    return List.of();
  }

  private List<Edited<Condition>> within(Condition inner, UnaryOperator<Condition> around) {
    return inner.fold(this).stream().map(edit -> edit.<Condition>map(around)).toList();
  }
}
