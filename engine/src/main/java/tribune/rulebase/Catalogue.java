package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.language.Threshold;
import tribune.verdict.CheckId;

/**
 * What a rule base says about itself: its principles, their checks, and the thresholds. Reading it
 * compiles no rule. Immutable.
 */
public final class Catalogue {
  private final RuleBaseDescription description;
  private final List<Principle> principles;
  private final List<ThresholdTable.Entry> thresholds;
  private final List<Threshold> thresholdFacts;
  private final SortedMap<CheckId, Check> checks = new TreeMap<>();
  private final Map<CheckId, Principle> principleOf = new TreeMap<>();
  private final Map<CheckId, Origin> origins;
  private final List<WaiverTable.Refused> refused;
  private final Optional<Inheritance> inheritance;

  /** Where a check is described. */
  record Origin(Source source, Place place) {
    Diagnostic diagnostic(DiagnosticCode code, String message) {
      return Diagnostic.of(code, source, message).at(place);
    }
  }

  Catalogue(
      RuleBaseDescription description,
      List<Principle> principles,
      List<ThresholdTable.Entry> thresholds,
      List<WaiverTable.Refused> refused,
      Map<CheckId, Origin> origins,
      Optional<Inheritance> inheritance) {
    this.description = description;
    this.refused = List.copyOf(refused);
    this.inheritance = inheritance;
    this.principles = principles.stream().sorted(Comparator.comparing(Principle::id)).toList();
    this.thresholds = List.copyOf(thresholds);
    this.thresholdFacts = thresholds.stream().flatMap(entry -> entry.fact().stream()).toList();
    this.origins = Map.copyOf(origins);
    for (Principle principle : this.principles) {
      for (Check check : principle.checks()) {
        checks.put(check.checkId(), check);
        principleOf.put(check.checkId(), principle);
      }
    }
  }

  public RuleBaseDescription description() {
    return description;
  }

  /** All principles, by id. */
  public List<Principle> principles() {
    return principles;
  }

  /** All checks, by id. */
  public List<Check> checks() {
    return List.copyOf(checks.values());
  }

  public Optional<Check> check(CheckId id) {
    return Optional.ofNullable(checks.get(id));
  }

  /**
   * The principle that a check belongs to.
   *
   * @throws NullPointerException if there is no such check
   */
  public Principle principleOf(CheckId id) {
    return requireNonNull(principleOf.get(id), id::text);
  }

  /** The thresholds as they are written. */
  public List<ThresholdTable.Entry> thresholdEntries() {
    return thresholds;
  }

  public boolean hasThreshold(String id) {
    return thresholds.stream().anyMatch(it -> it.id().equals(id));
  }

  /**
   * The same with another value of one threshold.
   *
   * @throws IllegalArgumentException if there is no such threshold, or the value is not one
   */
  Catalogue withThreshold(String id, String value) {
    List<ThresholdTable.Entry> changed =
        thresholds.stream().map(it -> it.id().equals(id) ? it.withValue(value) : it).toList();
    if (!hasThreshold(id) || changed.stream().anyMatch(it -> it.fact().isEmpty())) {
      throw new IllegalArgumentException("no threshold " + id + " can be " + value);
    }
    return new Catalogue(description, principles, changed, refused, origins, inheritance);
  }

  /** Reasons that a waiver may never use. */
  public List<WaiverTable.Refused> refusedReasons() {
    return refused;
  }

  /** Reasons that a waiver of this check may never use. */
  public List<WaiverTable.Refused> refusedReasons(CheckId check) {
    return refused.stream().filter(it -> it.concerns(check)).toList();
  }

  /** What it has from another rule base; empty if it stands alone. */
  public Optional<Inheritance> inheritance() {
    return inheritance;
  }

  /** Whether a check is described further down and yields no finding here. */
  public boolean isSwitchedOff(CheckId id) {
    return inheritance.map(it -> it.isSwitchedOff(id)).orElse(false);
  }

  /**
   * The file in which a check is described.
   *
   * @throws NullPointerException if there is no such check
   */
  public Source sourceOf(CheckId id) {
    return requireNonNull(origins.get(id), id::text).source();
  }

  Map<CheckId, Origin> origins() {
    return origins;
  }

  /** The thresholds as rules see them. */
  List<Threshold> thresholds() {
    return thresholdFacts;
  }

  /**
   * A diagnostic at the place where a check is described.
   *
   * @throws NullPointerException if there is no such check
   */
  public Diagnostic at(CheckId id, DiagnosticCode code, String message) {
    return origin(id).diagnostic(code, message);
  }

  Origin origin(CheckId id) {
    return requireNonNull(origins.get(id), id::text);
  }
}
