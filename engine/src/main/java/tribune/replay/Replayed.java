package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import tribune.trail.DecisionRef;
import tribune.trail.StoredRecord;

/** What came of running one recorded audit again. Immutable. */
public sealed interface Replayed {
  StoredRecord stored();

  DecisionRef decision();

  <T> T fold(
      Function<Identical, T> identical,
      Function<Drifted, T> drifted,
      Function<NotReplayable, T> notReplayable);

  /** The result is the recorded one, byte for byte. */
  record Identical(StoredRecord stored, DecisionRef decision) implements Replayed {
    public Identical {
      requireNonNull(stored, "stored");
      requireNonNull(decision, "decision");
    }

    @Override
    public <T> T fold(
        Function<Identical, T> identical,
        Function<Drifted, T> drifted,
        Function<NotReplayable, T> notReplayable) {
      return identical.apply(this);
    }
  }

  /**
   * The result is another one.
   *
   * @param drifts every difference, at least one
   */
  record Drifted(StoredRecord stored, DecisionRef decision, List<Drift> drifts)
      implements Replayed {
    public Drifted {
      requireNonNull(stored, "stored");
      requireNonNull(decision, "decision");
      drifts = List.copyOf(drifts);
      if (drifts.isEmpty()) {
        throw new IllegalArgumentException("drifted without a difference: " + stored);
      }
    }

    @Override
    public <T> T fold(
        Function<Identical, T> identical,
        Function<Drifted, T> drifted,
        Function<NotReplayable, T> notReplayable) {
      return drifted.apply(this);
    }
  }

  /**
   * It cannot be run again.
   *
   * @param why in plain words
   */
  record NotReplayable(StoredRecord stored, DecisionRef decision, String why) implements Replayed {
    public NotReplayable {
      requireNonNull(stored, "stored");
      requireNonNull(decision, "decision");
      requireNonNull(why, "why");
    }

    @Override
    public <T> T fold(
        Function<Identical, T> identical,
        Function<Drifted, T> drifted,
        Function<NotReplayable, T> notReplayable) {
      return notReplayable.apply(this);
    }
  }
}
