package tribune.rulebase.cases;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.RuleOutline;
import tribune.verdict.CheckId;

/**
 * One edit of a rule base that the cases ought to notice.
 *
 * @param where the name of the rule, or the id of the threshold
 * @param check the check whose rule is edited; empty for a derivation and for a threshold
 * @param before what stands there
 * @param after what would stand there instead
 */
record Mutant(
    Source source,
    Place place,
    String where,
    Optional<CheckId> check,
    String before,
    String after,
    Edit edit) {
  Mutant {
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(where, "where");
    requireNonNull(check, "check");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(edit, "edit");
  }

  /** What has to be done to the rule base. */
  sealed interface Edit {
    <R> R fold(Function<Rewritten, R> rewritten, Function<LeftOut, R> leftOut, Function<Moved, R> moved);
  }

  /**
   * Rules are written otherwise: the one that is edited, and those that extend it.
   *
   * @param variants by the name of the rule in whose place each stands
   */
  record Rewritten(Map<String, RuleOutline> variants) implements Edit {
    Rewritten {
      variants = Map.copyOf(variants);
    }

    @Override
    public <R> R fold(
        Function<Rewritten, R> rewritten, Function<LeftOut, R> leftOut, Function<Moved, R> moved) {
      return rewritten.apply(this);
    }
  }

  /** Rules are left out: the one that is edited, and those that extend it. */
  record LeftOut(List<String> rules) implements Edit {
    LeftOut {
      rules = List.copyOf(rules);
    }

    @Override
    public <R> R fold(
        Function<Rewritten, R> rewritten, Function<LeftOut, R> leftOut, Function<Moved, R> moved) {
      return leftOut.apply(this);
    }
  }

  /** A threshold has another value. */
  record Moved(String threshold, String value) implements Edit {
    @Override
    public <R> R fold(
        Function<Rewritten, R> rewritten, Function<LeftOut, R> leftOut, Function<Moved, R> moved) {
      return moved.apply(this);
    }
  }

  /** What it counts for: its check, {@code derivations} or {@code thresholds}. */
  String owner() {
    return check.map(CheckId::text).orElse(edit instanceof Moved ? "thresholds" : "derivations");
  }

  /** The rules that have to be compiled for it. */
  List<RuleOutline> variants() {
    return edit.fold(
        rewritten -> List.copyOf(rewritten.variants().values()),
        leftOut -> List.of(),
        moved -> List.of());
  }
}
