package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.Place;
import tribune.document.Source;
import tribune.verdict.CheckId;

/**
 * A rule as it is written: its name, what it extends, its conditions and its consequence. Immutable.
 *
 * @param parent the name of the rule that it extends, or empty
 * @param consequence as it is written
 */
public record RuleOutline(
    String name,
    String parent,
    Source source,
    Place place,
    List<Condition> conditions,
    String consequence) {
  public RuleOutline {
    requireNonNull(name, "name");
    requireNonNull(parent, "parent");
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(consequence, "consequence");
    conditions = List.copyOf(conditions);
  }

  /** The check that it reports for; none for a derivation. */
  public Optional<CheckId> check() {
    return RuleName.parse(name).flatMap(it -> it.fold(of -> Optional.of(of.check()), d -> none()));
  }

  /** What it reports; none for a derivation. */
  public Optional<Facet> facet() {
    return RuleName.parse(name).flatMap(it -> it.fold(of -> Optional.of(of.facet()), d -> none()));
  }

  /** Something to say of this rule. */
  public Diagnostic diagnostic(DiagnosticCode code, String message) {
    return Diagnostic.of(code, source, message).at(place);
  }

  /**
   * The conditions of the rule that it extends, and its own.
   *
   * @param rules all rules by name
   */
  public List<Condition> allConditions(Map<String, RuleOutline> rules) {
    List<Condition> all = new ArrayList<>();
    RuleOutline extended = rules.get(parent);
    if (extended != null && extended.parent().isEmpty()) {
      all.addAll(extended.conditions());
    }
    all.addAll(conditions);
    return List.copyOf(all);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
