package tribune.rulebase;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.List;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.Tuple;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.util.bitmask.BitMask;
import org.kie.api.runtime.rule.FactHandle;
import tribune.rulebase.confinement.BudgetSpent;
import tribune.rulebase.confinement.Meter;

/**
 * The conditions of a join, with each comparison of two facts counted: patterns without conditions
 * run no code of the rule, so nothing else would stop them. Everything else is passed on.
 */
// As Drools declares it; it is never written.
@SuppressWarnings({"serial", "rawtypes", "TypeParameterUnusedInFormals"})
final class MeteredConstraints<C> implements BetaConstraints<C> {
  private static final long serialVersionUID = 1L;

  private final transient BetaConstraints<C> counted;
  private final transient String rules;
  private final transient Runnable whenAllowed;

  /**
   * Counts what is compared here.
   *
   * @param rules whose conditions they are, for a message
   * @param whenAllowed told of each combination of facts that fits
   */
  MeteredConstraints(BetaConstraints<C> counted, String rules, Runnable whenAllowed) {
    this.counted = counted;
    this.rules = rules;
    this.whenAllowed = whenAllowed;
  }

  @Override
  public boolean isAllowedCachedLeft(C context, FactHandle fact) {
    try {
      Meter.step();
      boolean allowed = counted.isAllowedCachedLeft(context, fact);
      if (allowed) {
        whenAllowed.run();
      }
      return allowed;
    } catch (BudgetSpent e) {
      throw e.inConditionsOf(rules);
    }
  }

  @Override
  public boolean isAllowedCachedRight(BaseTuple tuple, C context) {
    try {
      Meter.step();
      boolean allowed = counted.isAllowedCachedRight(tuple, context);
      if (allowed) {
        whenAllowed.run();
      }
      return allowed;
    } catch (BudgetSpent e) {
      throw e.inConditionsOf(rules);
    }
  }

  @Override
  public C createContext() {
    return counted.createContext();
  }

  @Override
  public void updateFromTuple(C context, ValueResolver values, Tuple tuple) {
    counted.updateFromTuple(context, values, tuple);
  }

  @Override
  public void updateFromFactHandle(C context, ValueResolver values, FactHandle fact) {
    counted.updateFromFactHandle(context, values, fact);
  }

  @Override
  public BetaConstraint[] getConstraints() {
    return counted.getConstraints();
  }

  @Override
  public BetaConstraints getOriginalConstraint() {
    return counted.getOriginalConstraint();
  }

  @Override
  public boolean isIndexed() {
    return counted.isIndexed();
  }

  @Override
  public int getIndexCount() {
    return counted.getIndexCount();
  }

  @Override
  public boolean isEmpty() {
    return counted.isEmpty();
  }

  @Override
  public BetaMemory createBetaMemory(RuleBaseConfiguration configuration, int nodeType) {
    return counted.createBetaMemory(configuration, nodeType);
  }

  @Override
  public void resetTuple(C context) {
    counted.resetTuple(context);
  }

  @Override
  public void resetFactHandle(C context) {
    counted.resetFactHandle(context);
  }

  @Override
  public BitMask getListenedPropertyMask(Pattern pattern, ObjectType type, List<String> settable) {
    return counted.getListenedPropertyMask(pattern, type, settable);
  }

  @Override
  public void init(BuildContext context, int nodeType) {
    counted.init(context, nodeType);
  }

  @Override
  public void initIndexes(int depth, int nodeType, RuleBaseConfiguration configuration) {
    counted.initIndexes(depth, nodeType, configuration);
  }

  /** Drools clones what a new node is to share; a rule base is built once, and never added to. */
  @Override
  public <T> T cloneIfInUse() {
    return counted.cloneIfInUse();
  }

  @Override
  public boolean isLeftUpdateOptimizationAllowed() {
    return counted.isLeftUpdateOptimizationAllowed();
  }

  @Override
  public void registerEvaluationContext(BuildContext context) {
    counted.registerEvaluationContext(context);
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    throw new UnsupportedOperationException("rules are not serialised");
  }

  @Override
  public void readExternal(ObjectInput in) {
    throw new UnsupportedOperationException("rules are not serialised");
  }
}
