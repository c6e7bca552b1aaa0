package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.verdict.CheckId;

/**
 * A rule taken apart so far that it can be varied and written again.
 *
 * @param source the file it stands in
 * @param place where it begins
 * @param parent the name of the rule it extends
 * @param conditions without those of the rule it extends
 * @param consequence the text between {@code then} and {@code end}
 */
public record RuleOutline(
    Source source,
    Place place,
    String name,
    Optional<String> parent,
    Condition.Group conditions,
    String consequence) {
  public RuleOutline {
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(name, "name");
    requireNonNull(parent, "parent");
    requireNonNull(conditions, "conditions");
    requireNonNull(consequence, "consequence");
  }

  /** All rules of a rule base, in the order of its files and of the lines in them. */
  public static List<RuleOutline> of(RuleBase rules) {
    return of(RuleBase.parsed(rules.files(), rules.catalogue()).orThrow());
  }

  /** The rules of one file, in the order of its lines, or where it is not DRL. */
  public static Reading<List<RuleOutline>> read(Source source) {
    Diagnostics diagnostics = new Diagnostics(source);
    DrlFile parsed = DrlFile.parse(source.name(), source, diagnostics);
    return diagnostics.reading(of(parsed));
  }

  static List<RuleOutline> of(List<DrlFile> files) {
    List<RuleOutline> outlines = new ArrayList<>();
    for (DrlFile file : files) {
      outlines.addAll(of(file));
    }
    return List.copyOf(outlines);
  }

  /** The rules of a file, in the order of its lines. */
  static List<RuleOutline> of(DrlFile file) {
    ConditionReader reader = new ConditionReader(file.source());
    List<RuleOutline> outlines = new ArrayList<>();
    for (RuleDescr rule : file.content().getRules()) {
      outlines.add(
          new RuleOutline(
              file.source(),
              DrlFile.inside(file.source(), rule.getLine(), rule.getColumn()),
              rule.getName(),
              Optional.ofNullable(rule.getParentName()),
              reader.conditions(rule),
              String.valueOf(rule.getConsequence())));
    }
    return outlines;
  }

  /** The check that it reports for; empty for a derivation. */
  public Optional<CheckId> check() {
    return RuleName.parse(name)
        .flatMap(it -> it.fold(of -> Optional.of(of.check()), derivation -> Optional.empty()));
  }

  /** What it reports; empty for a derivation. */
  public Optional<Facet> facet() {
    return RuleName.parse(name)
        .flatMap(it -> it.fold(of -> Optional.of(of.facet()), derivation -> Optional.empty()));
  }

  /** Whether it is the rule that makes its check apply. */
  public boolean isApplies() {
    return RuleName.parse(name)
        .map(it -> it.fold(of -> of.facet() == Facet.APPLIES, derivation -> false))
        .orElse(false);
  }

  public RuleOutline named(String other) {
    return new RuleOutline(source, place, other, parent, conditions, consequence);
  }

  public RuleOutline extending(String other) {
    return new RuleOutline(source, place, name, Optional.of(other), conditions, consequence);
  }

  public RuleOutline with(Condition.Group others) {
    return new RuleOutline(source, place, name, parent, others, consequence);
  }

  /** The same conditions; nothing is done when they hold. */
  public RuleOutline silent() {
    return new RuleOutline(source, place, name, parent, conditions, "");
  }

  /** The rule as DRL that can be compiled. */
  public String drl() {
    return "rule \""
        + name
        + "\""
        + parent.map(it -> " extends \"" + it + "\"").orElse("")
        + "\nwhen\n"
        + conditions.lines()
        + "then\n"
        + consequence
        + "\nend\n";
  }
}
