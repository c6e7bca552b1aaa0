package tribune.trail;

import java.util.List;
import tribune.verdict.Verdict;

/**
 * What was tried on a rule base before it went live. There were no errors, and every case held; or
 * else it would not have gone live.
 *
 * @param warnings of the check of its files
 * @param cases how many test cases were run, all as expected
 * @param records how many records the trail had when the backtest began
 * @param audits how many recorded audits the backtest ran on it
 * @param notRerun how many it could not run
 * @param flips how many verdicts became which others; only those that are others
 */
public record Rehearsal(
    long warnings, long cases, long records, long audits, long notRerun, List<Flips> flips) {
  public Rehearsal {
    requireCount(warnings);
    requireCount(cases);
    requireCount(records);
    requireCount(audits);
    requireCount(notRerun);
    flips = List.copyOf(flips);
  }

  /** How many verdicts became another one. */
  public record Flips(Verdict from, Verdict to, long count) {
    public Flips {
      if (from == to || count < 1) {
        throw new IllegalArgumentException(
            "found " + count + " flips from " + from + " to " + to + ", expected some to another");
      }
    }
  }

  /** How many verdicts became another one, in whatever direction. */
  public long flipped() {
    return flips.stream().mapToLong(Flips::count).sum();
  }

  private static void requireCount(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count below 0: " + count);
    }
  }
}
