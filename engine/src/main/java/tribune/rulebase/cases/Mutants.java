package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.Condition;
import tribune.rulebase.Condition.FactPattern;
import tribune.rulebase.Condition.Group;
import tribune.rulebase.Condition.Quantified;
import tribune.rulebase.Condition.Quantifier;
import tribune.rulebase.Inheritance;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.ThresholdTable;
import tribune.verdict.CheckId;

/**
 * The edits of a rule base that its cases ought to notice, one at a time: each condition varied or
 * left out, each rule left out, each check made to apply always, each threshold moved by one in its
 * last digit. Of a rule base that builds on another one, only what is its own is edited: its rules,
 * and the thresholds that it adds or changes. Immutable.
 */
public final class Mutants {
  private static final String ALWAYS = "(applies always)";

  private final List<Mutant> all;
  private final List<Mutant> chosen;

  private Mutants(List<Mutant> all, List<Mutant> chosen) {
    this.all = List.copyOf(all);
    this.chosen = List.copyOf(chosen);
  }

  /** All mutants of a rule base. */
  public static Mutants of(RuleBase rules) {
    List<RuleOutline> outlines = RuleOutline.of(rules);
    List<Mutant> all = new ArrayList<>();
    outlines.stream()
        .filter(rule -> rules.files().isOwn(rule.source()))
        .forEach(rule -> all.addAll(ofRule(rule, outlines)));
    all.addAll(ofThresholds(rules));
    return new Mutants(all, all);
  }

  /** Only those of the rules of these checks. */
  public Mutants of(Set<CheckId> checks) {
    return new Mutants(
        all,
        chosen.stream().filter(it -> it.check().filter(checks::contains).isPresent()).toList());
  }

  /** At most so many of each check, of the derivations and of the thresholds, drawn by lot. */
  public Mutants sample(int most, long seed) {
    Map<String, List<Mutant>> byOwner =
        chosen.stream()
            .collect(Collectors.groupingBy(Mutant::owner, TreeMap::new, Collectors.toList()));
    SplittableRandom random = new SplittableRandom(seed);
    List<Mutant> drawn = new ArrayList<>();
    for (List<Mutant> own : byOwner.values()) {
      List<Mutant> left = new ArrayList<>(own);
      while (left.size() > most) {
        left.remove(random.nextInt(left.size()));
      }
      drawn.addAll(left);
    }
    return new Mutants(all, drawn);
  }

  public int count() {
    return chosen.size();
  }

  List<Mutant> all() {
    return all;
  }

  List<Mutant> chosen() {
    return chosen;
  }

  private static List<Mutant> ofRule(RuleOutline rule, List<RuleOutline> outlines) {
    List<RuleOutline> children =
        outlines.stream()
            .filter(it -> it.parent().filter(rule.name()::equals).isPresent())
            .toList();
    String elsewhere =
        Stream.concat(Stream.of(rule.consequence()), children.stream().map(RuleOutline::drl))
            .collect(Collectors.joining(" "));
    List<Mutant> mutants = new ArrayList<>();
    for (ConditionEdits.Edited<Group> edit : ConditionEdits.of(rule.conditions(), elsewhere)) {
      if (edit.result().parts().isEmpty() && rule.isApplies()) {
        continue; // the same as to apply always
      }
      String name = rule.name() + " #" + mutants.size();
      RuleOutline edited = rule.with(edit.result()).named(name);
      mutants.add(
          mutant(
              rule, edit.place(), edit.before(), edit.after(), rewritten(rule, edited, children)));
    }
    String whole = "rule \"" + rule.name() + "\"";
    List<String> gone =
        Stream.concat(Stream.of(rule), children.stream()).map(RuleOutline::name).toList();
    mutants.add(
        mutant(rule, rule.place(), whole, ConditionEdits.NOTHING, new Mutant.LeftOut(gone)));
    if (rule.isApplies() && !appliesAlready(rule)) {
      RuleOutline always = rule.with(rule.conditions().with(List.of())).named(rule.name() + " #");
      Mutant.Edit edit = new Mutant.Rewritten(Map.of(rule.name(), always));
      mutants.add(mutant(rule, rule.place(), whole, ALWAYS, edit));
    }
    return mutants;
  }

  /** Whether the conditions hold for every decision as they stand. */
  private static boolean appliesAlready(RuleOutline rule) {
    return rule.conditions().parts().stream()
        .map(Mutants::required)
        .allMatch(
            it ->
                it instanceof FactPattern pattern
                    && AlwaysThere.isType(pattern)
                    && AlwaysThere.asksNothing(pattern));
  }

  private static Condition required(Condition part) {
    return part instanceof Quantified some && some.quantifier() == Quantifier.EXISTS
        ? some.inner()
        : part;
  }

  /** Rules that extend the edited one extend its edited form: its conditions are theirs too. */
  private static Mutant.Edit rewritten(
      RuleOutline rule, RuleOutline edited, List<RuleOutline> children) {
    Map<String, RuleOutline> variants = new HashMap<>(Map.of(rule.name(), edited));
    for (RuleOutline child : children) {
      String name = edited.name() + " / " + child.name();
      variants.put(child.name(), child.extending(edited.name()).named(name));
    }
    return new Mutant.Rewritten(variants);
  }

  private static Mutant mutant(
      RuleOutline rule, Place place, String before, String after, Mutant.Edit edit) {
    return new Mutant(rule.source(), place, rule.name(), rule.check(), before, after, edit);
  }

  private static List<Mutant> ofThresholds(RuleBase rules) {
    return rules.catalogue().thresholdEntries().stream()
        .flatMap(entry -> fileOf(entry, rules).stream().flatMap(file -> moved(file, entry)))
        .toList();
  }

  /** The thresholds that the rule base itself adds or changes. */
  static List<ThresholdTable.Entry> ownThresholds(RuleBase rules) {
    return rules.catalogue().thresholdEntries().stream()
        .filter(entry -> fileOf(entry, rules).isPresent())
        .toList();
  }

  /** The file of its own that gives a threshold its value; empty if the base gives it. */
  private static Optional<Source> fileOf(ThresholdTable.Entry entry, RuleBase rules) {
    Optional<Inheritance> inheritance = rules.catalogue().inheritance();
    if (inheritance.filter(it -> it.changes(entry.id())).isPresent()) {
      return rules.files().file(RuleBaseFiles.DESCRIPTION);
    }
    return inheritance.filter(it -> it.base().hasThreshold(entry.id())).isPresent()
        ? Optional.empty()
        : rules.files().file(RuleBaseFiles.THRESHOLDS);
  }

  private static Stream<Mutant> moved(Source source, ThresholdTable.Entry entry) {
    return ThresholdSteps.of(entry.value()).stream().map(value -> moved(source, entry, value));
  }

  private static Mutant moved(Source source, ThresholdTable.Entry entry, String value) {
    return new Mutant(
        source,
        ThresholdSteps.place(source, entry.id()),
        entry.id(),
        Optional.empty(),
        entry.value(),
        value,
        new Mutant.Moved(entry.id(), value));
  }
}
