package tribune.rulebase.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tribune.document.Reading;
import tribune.document.Sha256;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.verdict.CheckId;

/**
 * What differs between two rule bases: what their catalogues say, the rules as they are written,
 * and the files. Nothing is compiled. Of a rule base that builds on another one, all that holds in
 * the end is compared. Immutable.
 *
 * @param checks checks that one of the two has alone, or that the catalogue describes otherwise
 * @param thresholds that one has alone, or with another value
 * @param rules that one has alone, or with another text; derivations too
 * @param files that one has alone, or with other bytes; tests are no part of a rule base
 */
public record RuleBaseDiff(
    Catalogue before,
    Catalogue after,
    List<Difference<Check>> checks,
    List<Difference<ThresholdTable.Entry>> thresholds,
    List<Difference<RuleText>> rules,
    List<Difference<String>> files) {
  private static final String BASE = "base/";

  public RuleBaseDiff {
    checks = List.copyOf(checks);
    thresholds = List.copyOf(thresholds);
    rules = List.copyOf(rules);
    files = List.copyOf(files);
  }

  /**
   * Something that one of the two has alone, or that is not the same in both.
   *
   * @param name its id or path
   */
  public record Difference<T>(String name, Optional<T> before, Optional<T> after) {
    /** In a word. */
    public String word() {
      if (before.isEmpty()) {
        return "added";
      }
      return after.isEmpty() ? "removed" : "changed";
    }
  }

  /** What leads from one rule base to another, or what is wrong with the form of one of them. */
  public static Reading<RuleBaseDiff> of(RuleBaseFiles before, RuleBaseFiles after) {
    return RuleBase.catalogue(before)
        .then(old -> RuleBase.catalogue(after).map(fresh -> of(before, old, after, fresh)));
  }

  public boolean isEmpty() {
    return checks.isEmpty() && thresholds.isEmpty() && rules.isEmpty() && files.isEmpty();
  }

  private static RuleBaseDiff of(
      RuleBaseFiles before, Catalogue old, RuleBaseFiles after, Catalogue fresh) {
    return new RuleBaseDiff(
        old,
        fresh,
        differences(checks(old), checks(fresh), Object::equals),
        differences(thresholds(old), thresholds(fresh), RuleBaseDiff::sameValue),
        differences(rules(before, old), rules(after, fresh), (a, b) -> a.text().equals(b.text())),
        withoutMoved(differences(hashes(before), hashes(after), Object::equals)));
  }

  /**
   * Without files that the one has of its own and the other, unchanged, below {@code base/}:
   * whoever builds on a rule base has all of its files there.
   */
  private static List<Difference<String>> withoutMoved(List<Difference<String>> all) {
    Map<String, Difference<String>> byName = new HashMap<>();
    all.forEach(it -> byName.put(it.name(), it));
    return all.stream()
        .filter(it -> !isMoved(it, byName.get(BASE + it.name())))
        .filter(
            it ->
                !it.name().startsWith(BASE)
                    || !isMoved(it, byName.get(it.name().substring(BASE.length()))))
        .toList();
  }

  private static boolean isMoved(Difference<String> one, @Nullable Difference<String> other) {
    return other != null
        && ((one.after().isEmpty()
                && other.before().isEmpty()
                && one.before().equals(other.after()))
            || (one.before().isEmpty()
                && other.after().isEmpty()
                && one.after().equals(other.before())));
  }

  private static <T> List<Difference<T>> differences(
      SortedMap<String, T> before, SortedMap<String, T> after, BiFunction<T, T, Boolean> same) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Difference<T>> differences = new ArrayList<>();
    for (String name : names) {
      Optional<T> old = Optional.ofNullable(before.get(name));
      Optional<T> fresh = Optional.ofNullable(after.get(name));
      boolean isSame = old.isPresent() && fresh.isPresent() && same.apply(old.get(), fresh.get());
      if (!isSame) {
        differences.add(new Difference<>(name, old, fresh));
      }
    }
    return differences;
  }

  private static boolean sameValue(ThresholdTable.Entry one, ThresholdTable.Entry other) {
    return one.value().equals(other.value());
  }

  private static SortedMap<String, Check> checks(Catalogue catalogue) {
    SortedMap<String, Check> checks = new TreeMap<>();
    catalogue.checks().forEach(check -> checks.put(check.id(), check));
    return checks;
  }

  private static SortedMap<String, ThresholdTable.Entry> thresholds(Catalogue catalogue) {
    SortedMap<String, ThresholdTable.Entry> thresholds = new TreeMap<>();
    catalogue.thresholdEntries().forEach(entry -> thresholds.put(entry.id(), entry));
    return thresholds;
  }

  /** All rules that are in play: none of a check that was switched off. */
  private static SortedMap<String, RuleText> rules(RuleBaseFiles files, Catalogue catalogue) {
    SortedMap<String, RuleText> rules = new TreeMap<>();
    RuleText.all(files).stream()
        .filter(rule -> !isSwitchedOff(rule, catalogue))
        .forEach(rule -> rules.putIfAbsent(rule.name(), rule));
    return rules;
  }

  private static boolean isSwitchedOff(RuleText rule, Catalogue catalogue) {
    String id = rule.name().split(" ", 2)[0];
    return CheckId.isWellFormed(id) && catalogue.isSwitchedOff(new CheckId(id));
  }

  private static SortedMap<String, String> hashes(RuleBaseFiles files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.files().forEach((path, bytes) -> hashes.put(path, Sha256.hex(bytes)));
    return hashes;
  }
}
