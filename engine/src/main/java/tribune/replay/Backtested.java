package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import tribune.trail.DecisionRef;
import tribune.verdict.Verdict;

/** What one recorded audit comes to on another rule base. Immutable. */
public sealed interface Backtested {
  /** The place of the record. */
  long seq();

  DecisionRef decision();

  <T> T fold(Function<Rerun, T> rerun, Function<NotRerun, T> notRerun);

  /**
   * It was run.
   *
   * @param recorded the verdict of that day
   * @param now the verdict of the other rule base
   * @param changes every check that came out otherwise, in the order of the checks
   */
  record Rerun(
      long seq, DecisionRef decision, Verdict recorded, Verdict now, List<FindingChange> changes)
      implements Backtested {
    public Rerun {
      requireNonNull(decision, "decision");
      requireNonNull(recorded, "recorded");
      requireNonNull(now, "now");
      changes = List.copyOf(changes);
    }

    public boolean isFlip() {
      return recorded != now;
    }

    /** The changes that the one verdict rested on or the other rests on. */
    public List<FindingChange> turnedBy() {
      return changes.stream().filter(it -> it.turns(recorded, now)).toList();
    }

    /** The same with nothing but the changes that turned the verdict. */
    Rerun brief() {
      return new Rerun(seq, decision, recorded, now, turnedBy());
    }

    @Override
    public <T> T fold(Function<Rerun, T> rerun, Function<NotRerun, T> notRerun) {
      return rerun.apply(this);
    }
  }

  /**
   * It cannot be run.
   *
   * @param why in plain words
   */
  record NotRerun(long seq, DecisionRef decision, Verdict recorded, String why)
      implements Backtested {
    public NotRerun {
      requireNonNull(decision, "decision");
      requireNonNull(recorded, "recorded");
      requireNonNull(why, "why");
    }

    @Override
    public <T> T fold(Function<Rerun, T> rerun, Function<NotRerun, T> notRerun) {
      return notRerun.apply(this);
    }
  }
}
