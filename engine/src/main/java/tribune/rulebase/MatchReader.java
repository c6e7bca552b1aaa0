package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import tribune.decision.Fact;
import tribune.rulebase.RuleIndex.Binding;
import tribune.rulebase.language.AsOf;
import tribune.rulebase.language.Stakes;
import tribune.rulebase.language.Threshold;
import tribune.verdict.Value;

/**
 * Reads from a match which facts it rests on and which values its variables hold, in the words of
 * the proposal. One for each session.
 */
final class MatchReader {
  private final RuleIndex index;
  private final FactWords words;

  /** Where derived facts come from: paths of the submitted facts behind them. */
  private final IdentityHashMap<Object, List<String>> derivedFrom = new IdentityHashMap<>();

  MatchReader(RuleIndex index, FactWords words) {
    this.index = index;
    this.words = words;
  }

  /** A rule has derived a fact; what it rests on is what the rule matched. */
  void derived(Object fact, Match by) {
    derivedFrom.putIfAbsent(fact, facts(by));
  }

  /** Paths of the submitted facts that matched, directly or behind a derived fact. */
  List<String> facts(Match match) {
    Set<String> paths = new LinkedHashSet<>();
    for (Object object : match.getObjects()) {
      words.path(object).ifPresentOrElse(paths::add, () -> paths.addAll(behind(object)));
    }
    return List.copyOf(paths);
  }

  /** The values of the variables that the rule and the rule it extends bind to members. */
  List<Value> values(Match match) {
    Map<String, Declaration> declarations = declarations(match);
    List<Value> values = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Binding binding : bindings(match)) {
      Declaration declaration = declarations.get(binding.variable());
      if (declaration != null && seen.add(binding.variable())) {
        Object value = match.getDeclarationValue(binding.variable());
        if (!(value instanceof Fact)) {
          values.add(value(match, declaration, binding, value));
        }
      }
    }
    return List.copyOf(values);
  }

  private List<String> behind(Object object) {
    return derivedFrom.getOrDefault(object, List.of());
  }

  private List<Binding> bindings(Match match) {
    return index.rule(match.getRule().getName()).map(RuleIndex.Entry::bindings).orElse(List.of());
  }

  private Value value(
      Match match, Declaration declaration, Binding binding, @Nullable Object value) {
    Object holder = holder(match, declaration);
    String name = binding.variable().substring(1);
    if (holder instanceof Threshold threshold) {
      return new Value(threshold.id(), threshold.written(), "threshold");
    }
    if (holder instanceof AsOf asOf) {
      return new Value(name, asOf.date().toString(), "day of the audit");
    }
    if (holder instanceof Stakes) {
      return new Value(name, FactWords.plain(name, value), "stakes");
    }
    return holder == null
        ? new Value(name, FactWords.plain(name, value), "counted")
        : words.value(name, holder, binding.member(), value, behind(holder));
  }

  private static Map<String, Declaration> declarations(Match match) {
    TupleImpl tuple = ((InternalMatch) match).getTuple();
    return ((RuleTerminalNode) tuple.getSink()).getSubRule().getOuterDeclarations();
  }

  private static @Nullable Object holder(Match match, Declaration declaration) {
    FactHandle handle = ((InternalMatch) match).getTuple().get(declaration);
    return handle == null
        ? null
        : ((org.drools.core.common.InternalFactHandle) requireNonNull(handle)).getObject();
  }
}
