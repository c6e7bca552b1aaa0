package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tribune.document.Place;
import tribune.rulebase.Condition;
import tribune.rulebase.Condition.Connective;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.Condition.FactPattern;
import tribune.rulebase.Condition.Gathered;
import tribune.rulebase.Condition.Group;
import tribune.rulebase.Condition.Quantified;
import tribune.rulebase.Condition.Quantifier;
import tribune.rulebase.RuleOutline;

/**
 * Rules that watch how far the conditions of other rules hold. For each condition there is one with
 * everything that stands before it, and one with the condition too: where the second matches, it
 * held; where the first matches more often than the second, it failed.
 */
final class Probes {
  private final List<Probe> probes = new ArrayList<>();
  private final List<Matched> patterns = new ArrayList<>();
  private final Map<String, RuleOutline> watchers = new LinkedHashMap<>();

  /**
   * A pattern of a rule.
   *
   * @param before what stands before it
   */
  record Matched(RuleOutline rule, List<Condition> before, FactPattern pattern) {
    Matched {
      before = List.copyOf(before);
    }

    /** The rule up to this pattern, with these constraints in the place of its own. */
    RuleOutline with(List<Constraint> others, String name) {
      List<Condition> all = new ArrayList<>(before);
      all.add(pattern.with(others));
      return rule.named(name).with(rule.conditions().with(all)).silent();
    }
  }

  /**
   * A condition of a rule.
   *
   * @param before name of the watcher of what stands before it
   * @param held name of the watcher of that and the condition
   */
  record Probe(RuleOutline rule, Place place, String text, String before, String held) {}

  private Probes() {}

  static Probes of(List<RuleOutline> rules) {
    Probes all = new Probes();
    rules.forEach(rule -> all.new Walk(rule).parts(List.of(), rule.conditions().parts()));
    return all;
  }

  List<Probe> probes() {
    return probes;
  }

  /** The patterns of all rules, those within quantifiers too. */
  List<Matched> patterns() {
    return List.copyOf(patterns);
  }

  /** The rules that watch, to be compiled beside those that are watched. */
  List<RuleOutline> watchers() {
    return List.copyOf(watchers.values());
  }

  /** Goes through the conditions of one rule. */
  private final class Walk {
    private final RuleOutline rule;

    Walk(RuleOutline rule) {
      this.rule = rule;
    }

    void parts(List<Condition> before, List<Condition> parts) {
      List<Condition> soFar = new ArrayList<>(before);
      for (Condition part : parts) {
        part(soFar, part);
        soFar.add(part);
      }
    }

    private void part(List<Condition> before, Condition part) {
      if (part instanceof FactPattern pattern) {
        constraints(before, pattern);
        presence(before, pattern);
      } else if (part instanceof Quantified quantified) {
        watch(quantified.place(), quantified.text(), before, quantified);
        inner(before, quantified.inner());
      } else if (part instanceof Group group) {
        group(before, group);
      } else if (part instanceof Gathered gathered) {
        inner(before, gathered.inner());
      }
    }

    private void group(List<Condition> before, Group group) {
      if (group.connective() == Connective.AND) {
        parts(before, group.parts());
      } else {
        group.parts().forEach(alternative -> part(before, alternative));
        watch(group.place(), group.text(), before, exists(group));
      }
    }

    /** What `not`, `exists` or `accumulate` speaks of: as a whole it is no second condition. */
    private void inner(List<Condition> before, Condition inner) {
      if (inner instanceof FactPattern pattern) {
        constraints(before, pattern);
      } else if (inner instanceof Group group && group.connective() == Connective.OR) {
        group.parts().forEach(alternative -> part(before, alternative));
      } else {
        part(before, inner);
      }
    }

    private void constraints(List<Condition> before, FactPattern pattern) {
      patterns.add(new Matched(rule, before, pattern));
      List<Constraint> all = pattern.constraints();
      for (int i = 0; i < all.size(); i++) {
        if (AlwaysThere.canBeFalse(all.get(i), pattern)) {
          probes.add(
              new Probe(
                  rule,
                  all.get(i).place(),
                  all.get(i).text(),
                  watcher(before, pattern.with(all.subList(0, i))),
                  watcher(before, pattern.with(all.subList(0, i + 1)))));
        }
      }
    }

    /** Whether there is such a fact at all, where that is all that the pattern asks. */
    private void presence(List<Condition> before, FactPattern pattern) {
      if (AlwaysThere.asksNothing(pattern)) {
        watch(pattern.place(), pattern.text(), before, exists(pattern));
      }
    }

    private void watch(Place place, String text, List<Condition> before, Quantified condition) {
      boolean always =
          condition.inner() instanceof FactPattern pattern
              && AlwaysThere.isType(pattern)
              && AlwaysThere.asksNothing(pattern);
      if (!always) {
        probes.add(new Probe(rule, place, text, watcher(before), watcher(before, condition)));
      }
    }

    private String watcher(List<Condition> before, Condition... more) {
      List<Condition> all = new ArrayList<>(before);
      all.addAll(List.of(more));
      Group conditions = rule.conditions().with(all);
      String key = rule.name() + "\n" + conditions.lines();
      return watchers
          .computeIfAbsent(
              key, unused -> rule.named("watch " + watchers.size()).with(conditions).silent())
          .name();
    }
  }

  private static Quantified exists(Condition inner) {
    return new Quantified(inner.place(), Quantifier.EXISTS, inner);
  }
}
