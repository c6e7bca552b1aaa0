package tribune.rulebase;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.JoinNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import tribune.rulebase.confinement.Meter;

/** Makes every join of a rule base count what it compares. */
final class MeteredJoins {
  private static final int NAMED_RULES = 2;
  private static final VarHandle CONSTRAINTS = constraints();

  private MeteredJoins() {}

  /** The same rule base, before its first session, with joins that are counted. */
  static KieBase in(KieBase rules) {
    InternalRuleBase base = (InternalKnowledgeBase) rules;
    Set<Integer> seen = new HashSet<>();
    Deque<NetworkNode> next = new ArrayDeque<>(base.getRete().getEntryPointNodes().values());
    while (!next.isEmpty()) {
      NetworkNode node = next.remove();
      if (seen.add(node.getId())) {
        if (node instanceof BetaNode join) {
          meter(join);
        }
        next.addAll(below(node));
      }
    }
    return rules;
  }

  /** The end of a rule has nothing below it, and says so with null. */
  private static List<NetworkNode> below(NetworkNode node) {
    NetworkNode @Nullable [] sinks = node.getSinks();
    return sinks == null ? List.of() : List.of(sinks);
  }

  private static void meter(BetaNode join) {
    BetaConstraints<?> now = (BetaConstraints<?>) CONSTRAINTS.get(join);
    CONSTRAINTS.set(join, metered(now, names(join), join));
  }

  private static <C> MeteredConstraints<C> metered(
      BetaConstraints<C> now, String rules, BetaNode join) {
    boolean keeps = join instanceof JoinNode || join instanceof AccumulateNode;
    return new MeteredConstraints<>(now, rules, keeps ? Meter::combination : () -> {});
  }

  private static String names(BetaNode join) {
    TreeSet<String> names = new TreeSet<>();
    for (Rule rule : join.getAssociatedRules()) {
      names.add("`" + rule.getName() + "`");
    }
    int more = names.size() - NAMED_RULES;
    String first = String.join(", ", names.stream().limit(NAMED_RULES).toList());
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** Drools offers no other way to a join than its constructor, which it calls itself. */
  private static VarHandle constraints() {
    try {
      return MethodHandles.privateLookupIn(BetaNode.class, MethodHandles.lookup())
          .findVarHandle(BetaNode.class, "constraints", BetaConstraints.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Drools has other joins", e);
    }
  }
}
