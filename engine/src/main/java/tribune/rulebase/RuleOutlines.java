package tribune.rulebase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * All rules and derived types of a rule base as they are written. Reading them compiles nothing.
 * Immutable.
 *
 * @param rules by name, in the order of the files
 * @param types by name
 */
public record RuleOutlines(Map<String, RuleOutline> rules, Map<String, DerivedType> types) {
  public RuleOutlines {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** The rules of these files, or where a file is not DRL. */
  public static Reading<RuleOutlines> read(RuleBaseFiles files) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, RuleOutline> rules = new LinkedHashMap<>();
    Map<String, DerivedType> types = new LinkedHashMap<>();
    for (Source source : files.rules()) {
      Diagnostics diagnostics = new Diagnostics(source);
      Optional<DrlFile> parsed = DrlFile.parse(source.name(), source, diagnostics);
      found.addAll(diagnostics.sorted());
      parsed.ifPresent(
          file -> {
            file.content().getRules().stream()
                .map(rule -> outline(rule, source))
                .forEach(rule -> rules.putIfAbsent(rule.name(), rule));
            file.content().getTypeDeclarations().stream()
                .map(type -> type(type, source))
                .forEach(type -> types.putIfAbsent(type.name(), type));
          });
    }
    return found.isEmpty()
        ? new Reading.Sound<>(new RuleOutlines(rules, types), List.of())
        : new Reading.Faulty<>(found, 0);
  }

  private static RuleOutline outline(RuleDescr rule, Source source) {
    String parent = rule.getParentName();
    return new RuleOutline(
        rule.getName(),
        parent == null ? "" : parent,
        source,
        DrlFile.inside(source, rule.getLine(), rule.getColumn() - 1),
        conditions(rule.getLhs().getDescrs(), source),
        String.valueOf(rule.getConsequence()));
  }

  private static DerivedType type(TypeDeclarationDescr type, Source source) {
    Map<String, String> members = new LinkedHashMap<>();
    type.getFields()
        .forEach((name, field) -> members.put(name, field.getPattern().getObjectType()));
    return new DerivedType(
        type.getTypeName(),
        members,
        source,
        DrlFile.inside(source, type.getLine(), type.getColumn() - 1));
  }

  private static List<Condition> conditions(List<?> descriptions, Source source) {
    return descriptions.stream().map(it -> condition((BaseDescr) it, source)).toList();
  }

  private static Condition condition(BaseDescr condition, Source source) {
    if (condition instanceof PatternDescr pattern) {
      return pattern.getSource() == null ? pattern(pattern, source) : computed(pattern, source);
    }
    if (condition instanceof AndDescr all) {
      return new Condition.AllOf(conditions(all.getDescrs(), source));
    }
    if (condition instanceof OrDescr any) {
      return new Condition.AnyOf(conditions(any.getDescrs(), source));
    }
    if (condition instanceof NotDescr none) {
      return new Condition.None(conditions(none.getDescrs(), source));
    }
    if (condition instanceof ExistsDescr some) {
      return new Condition.Some(conditions(some.getDescrs(), source));
    }
    return new Condition.Computed(inside(condition, source));
  }

  private static Condition pattern(PatternDescr pattern, Source source) {
    String variable = pattern.getIdentifier();
    Place place = DrlFile.inside(source, pattern.getLine(), Math.max(0, pattern.getColumn()));
    List<String> constraints =
        pattern.getConstraint().getDescrs().stream().map(Object::toString).toList();
    return new Condition.Pattern(
        pattern.getObjectType(), variable == null ? "" : variable, constraints, place);
  }

  private static Condition computed(PatternDescr pattern, Source source) {
    return new Condition.Computed(inside((BaseDescr) pattern.getSource(), source));
  }

  private static List<Condition> inside(@Nullable BaseDescr computed, Source source) {
    if (computed instanceof AccumulateDescr accumulate) {
      return List.of(condition(accumulate.getInput(), source));
    }
    if (computed instanceof CollectDescr collect) {
      return List.of(condition(collect.getInputPattern(), source));
    }
    return computed instanceof ConditionalElementDescr several
        ? conditions(several.getDescrs(), source)
        : List.of();
  }
}
