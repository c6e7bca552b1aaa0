package tribune.export.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Reading;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleText;
import tribune.trail.StoredRuleBase;
import tribune.verdict.CheckId;

/**
 * A rule base that audits in the export were made under, as it was: what it says of its checks, and
 * its rules. Made from the stored files; nothing is compiled.
 */
final class RuleBook {
  private final int number;
  private final StoredRuleBase stored;
  private final Optional<Catalogue> catalogue;
  private final List<Part> principles;

  /**
   * @param number of the rule base in the report, from 1
   */
  RuleBook(int number, StoredRuleBase stored) {
    this.number = number;
    this.stored = stored;
    Reading<RuleBaseFiles> reading = RuleBaseFiles.of(stored.ref().name(), stored.files());
    this.catalogue = sound(reading.then(RuleBase::catalogue));
    Map<String, List<RuleText>> rules = sound(reading).map(RuleText::byCheck).orElseGet(Map::of);
    this.principles =
        catalogue.stream()
            .flatMap(known -> known.principles().stream())
            .map(principle -> new Part(principle, checks(principle, rules)))
            .toList();
  }

  private static <T> Optional<T> sound(Reading<T> reading) {
    return reading.fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
  }

  String name() {
    return stored.ref().name() + " " + stored.ref().version();
  }

  String sha256() {
    return stored.sha256().hex();
  }

  /** Where a check stands on the page. */
  String anchor(CheckId check) {
    return "rules-" + number + "-" + check;
  }

  String anchor() {
    return "rules-" + number;
  }

  Optional<Check> check(CheckId id) {
    return catalogue.flatMap(known -> known.check(id));
  }

  /** The principle of a check; that of no known check is named by its first letters. */
  String principle(CheckId id) {
    return check(id)
        .flatMap(check -> catalogue.map(known -> known.principleOf(id).title()))
        .orElseGet(() -> id.text().substring(0, 3));
  }

  boolean isReadable() {
    return catalogue.isPresent();
  }

  List<Part> principles() {
    return principles;
  }

  private List<Entry> checks(Principle principle, Map<String, List<RuleText>> rules) {
    return principle.checks().stream()
        .filter(check -> this.check(check.checkId()).isPresent())
        .map(
            check ->
                new Entry(
                    anchor(check.checkId()), check, rules.getOrDefault(check.id(), List.of())))
        .toList();
  }

  /** A principle and its checks. */
  record Part(Principle principle, List<Entry> checks) {}

  /** A check and its rules. */
  record Entry(String anchor, Check check, List<RuleText> rules) {}
}
