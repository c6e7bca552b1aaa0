package tribune.rulebase.analysis;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Facet;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.RuleOutlines;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.CheckId;

/**
 * A rule base as it is written: what all findings look at. What is read of a rule is kept, as each
 * finder asks for it again. Not safe for use by several threads.
 */
final class Written {
  private static final List<List<Literal>> ALWAYS = List.of(List.of());

  private final RuleBaseFiles files;
  private final Catalogue catalogue;
  private final RuleOutlines outlines;
  private final List<RuleCase> cases;
  private final Map<FactKinds.Numbers, FactKinds> kinds = new EnumMap<>(FactKinds.Numbers.class);
  private final Map<String, List<List<Literal>>> alternatives = new HashMap<>();
  private final Map<FactKinds.Numbers, Map<String, List<Situation>>> situations =
      new EnumMap<>(FactKinds.Numbers.class);

  /** A rule base of these files; {@code cases} are those that could be read. */
  Written(RuleBaseFiles files, Catalogue catalogue, RuleOutlines outlines, List<RuleCase> cases) {
    this.files = requireNonNull(files, "files");
    this.catalogue = requireNonNull(catalogue, "catalogue");
    this.outlines = requireNonNull(outlines, "outlines");
    this.cases = List.copyOf(cases);
    for (FactKinds.Numbers numbers : FactKinds.Numbers.values()) {
      kinds.put(numbers, FactKinds.of(catalogue.thresholdEntries(), numbers));
      situations.put(numbers, new HashMap<>());
    }
  }

  RuleBaseFiles files() {
    return files;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  RuleOutlines outlines() {
    return outlines;
  }

  List<RuleCase> cases() {
    return cases;
  }

  /** All rules, in the order of the files. */
  List<RuleOutline> rules() {
    return List.copyOf(outlines.rules().values());
  }

  /** The rules that can say something: all but those of checks that are switched off. */
  List<RuleOutline> rulesInPlay() {
    return rules().stream()
        .filter(rule -> rule.check().filter(catalogue::isSwitchedOff).isEmpty())
        .toList();
  }

  /** The rules of a check that say this of it. */
  List<RuleOutline> rules(CheckId check, Facet facet) {
    return rules().stream()
        .filter(rule -> rule.check().equals(Optional.of(check)))
        .filter(rule -> rule.facet().equals(Optional.of(facet)))
        .toList();
  }

  /** What must hold for a rule to match, one alternative after the other. */
  List<List<Literal>> alternatives(RuleOutline rule) {
    return alternatives.computeIfAbsent(
        rule.name(),
        it ->
            Alternatives.joined(
                extended(rule).map(parent -> Alternatives.of(parent.conditions())).orElse(ALWAYS),
                Alternatives.of(rule.conditions())));
  }

  /** The rule that a rule extends; the contract knows no longer chain. */
  private Optional<RuleOutline> extended(RuleOutline rule) {
    return rule.parent()
        .flatMap(name -> Optional.ofNullable(outlines.rules().get(name)))
        .filter(parent -> parent.parent().isEmpty());
  }

  /** What holds where a rule matches, with the rule that it extends. */
  List<Situation> situations(RuleOutline rule, FactKinds.Numbers numbers) {
    List<List<Literal>> literals = alternatives(rule);
    return requireNonNull(situations.get(numbers))
        .computeIfAbsent(
            rule.name(),
            it -> literals.stream().map(one -> Situation.of(one, kinds(numbers))).toList());
  }

  FactKinds kinds(FactKinds.Numbers numbers) {
    return requireNonNull(kinds.get(numbers));
  }

  /** Whether a rule matches wherever another one does, each with the rule that it extends. */
  boolean implies(RuleOutline one, RuleOutline other, FactKinds.Numbers numbers) {
    List<List<Literal>> wanted = alternatives(other);
    return situations(one, numbers).stream()
        .allMatch(situation -> wanted.stream().anyMatch(situation::implies));
  }

  boolean neverMatches(RuleOutline rule, FactKinds.Numbers numbers) {
    return situations(rule, numbers).stream().allMatch(Situation::isImpossible);
  }

  /** Its own checks as they are written. */
  List<Placed<Check>> checks() {
    return Placed.all(files.principles(), Principle.class, Check.class);
  }

  /** Its own thresholds as they are written. */
  List<Placed<ThresholdTable.Entry>> thresholds() {
    return Placed.all(
        files.file(RuleBaseFiles.THRESHOLDS).stream().toList(),
        ThresholdTable.class,
        ThresholdTable.Entry.class);
  }
}
