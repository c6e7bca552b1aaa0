package tribune.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostics;
import tribune.schema.Bound;
import tribune.schema.Part;

/** Values of a metric lie in its range, and an expected value lies between low and high. */
final class MetricRanges implements Consistency {
  @Override
  public void examine(Bound<Proposal> bound, Diagnostics diagnostics) {
    for (Part<MetricProjection> part : bound.parts(MetricProjection.class)) {
      MetricProjection projection = part.value();
      inRange(part, "baseline", projection.metric(), projection.baseline(), diagnostics);
      inRange(part, "expected", projection.metric(), projection.expected(), diagnostics);
      inRange(part, "low", projection.metric(), projection.low(), diagnostics);
      inRange(part, "high", projection.metric(), projection.high(), diagnostics);
      inOrder(part, "expected", projection.low(), projection.expected(), "low", diagnostics);
      inOrder(part, "high", projection.expected(), projection.high(), "expected", diagnostics);
      if (projection.expected() == null) {
        inOrder(part, "high", projection.low(), projection.high(), "low", diagnostics);
      }
    }
    for (Part<PriorImprovement> part : bound.parts(PriorImprovement.class)) {
      PriorImprovement improvement = part.value();
      inRange(part, "before", improvement.metric(), improvement.before(), diagnostics);
      inRange(part, "after", improvement.metric(), improvement.after(), diagnostics);
    }
  }

  private static void inRange(
      Part<?> part,
      String member,
      @Nullable Metric metric,
      @Nullable BigDecimal value,
      Diagnostics diagnostics) {
    if (metric == null || value == null || metric.admits(value)) {
      return;
    }
    diagnostics.add(
        ProposalCode.METRIC_RANGE,
        part.place(member),
        part.path(member) + " is no value of " + metric,
        metric + " is " + metric.range());
  }

  private static void inOrder(
      Part<?> part,
      String member,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal higher,
      String lowerName,
      Diagnostics diagnostics) {
    if (lower == null || higher == null || lower.compareTo(higher) <= 0) {
      return;
    }
    diagnostics.add(
        ProposalCode.METRIC_ORDER,
        part.place(member),
        part.path(member) + " is below " + lowerName,
        lowerName + " is " + lower.toPlainString(),
        "low is the smallest number, whether or not small is good");
  }
}
