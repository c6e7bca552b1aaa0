package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.trail.Rehearsal;
import tribune.verdict.CheckId;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/**
 * Counts what came of a backtest. Keeps only as many flips and reasons as it is told to, so memory
 * does not grow with the history. Not safe for use by several threads.
 */
public final class BacktestTally {
  /** Reasons why audits cannot be run are few; a mistake in ours must not fill the memory. */
  private static final int MOST_REASONS = 100;

  private final int mostListed;
  private final Map<Verdict, Map<Verdict, Long>> matrix = new EnumMap<>(Verdict.class);
  private final SortedMap<CheckId, SortedMap<Turn, Long>> changes = new TreeMap<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private final List<Backtested.Rerun> flips = new ArrayList<>();
  private final List<Backtested.NotRerun> notRerun = new ArrayList<>();
  private long rerunCount;
  private long flipCount;
  private long notRerunCount;

  /**
   * From which outcome a check went to which. An outcome is empty where one of the rule bases has
   * no such check; the two are equal where only the severity changed.
   */
  public record Turn(Optional<Outcome> recorded, Optional<Outcome> now)
      implements Comparable<Turn> {
    public Turn {
      requireNonNull(recorded, "recorded");
      requireNonNull(now, "now");
    }

    @Override
    public int compareTo(Turn other) {
      int first = Integer.compare(place(recorded), place(other.recorded));
      return first != 0 ? first : Integer.compare(place(now), place(other.now));
    }

    private static int place(Optional<Outcome> outcome) {
      return outcome.map(Enum::ordinal).orElse(-1);
    }
  }

  /**
   * @param mostListed how many flips, and how many audits that could not be run, are kept; the
   *     first
   */
  public BacktestTally(int mostListed) {
    this.mostListed = mostListed;
  }

  public void add(Backtested one) {
    one.fold(this::addRerun, this::addNotRerun);
  }

  private boolean addRerun(Backtested.Rerun one) {
    rerunCount++;
    matrix
        .computeIfAbsent(one.recorded(), verdict -> new EnumMap<>(Verdict.class))
        .merge(one.now(), 1L, Long::sum);
    for (FindingChange change : one.changes()) {
      changes
          .computeIfAbsent(change.check(), check -> new TreeMap<>())
          .merge(new Turn(change.outcomeRecorded(), change.outcomeNow()), 1L, Long::sum);
    }
    if (one.isFlip()) {
      flipCount++;
      keep(flips, one.brief());
    }
    return true;
  }

  private boolean addNotRerun(Backtested.NotRerun one) {
    notRerunCount++;
    String reason =
        reasons.containsKey(one.why()) || reasons.size() < MOST_REASONS
            ? one.why()
            : "for another reason";
    reasons.merge(reason, 1L, Long::sum);
    keep(notRerun, one);
    return true;
  }

  private <T> void keep(List<T> list, T one) {
    if (list.size() < mostListed) {
      list.add(one);
    }
  }

  /** How many audits were run. */
  public long rerun() {
    return rerunCount;
  }

  /** How many could not be. */
  public long notRerun() {
    return notRerunCount;
  }

  /** How many verdicts became another one. */
  public long flipped() {
    return flipCount;
  }

  /** How many verdicts became which. */
  public long count(Verdict recorded, Verdict now) {
    return matrix.getOrDefault(recorded, Map.of()).getOrDefault(now, 0L);
  }

  /** How often each check went from which outcome to which. */
  public SortedMap<CheckId, SortedMap<Turn, Long>> changes() {
    return new TreeMap<>(changes);
  }

  /** The first audits whose verdict became another one, with the changes that turned it. */
  public List<Backtested.Rerun> flips() {
    return List.copyOf(flips);
  }

  /** The first audits that could not be run. */
  public List<Backtested.NotRerun> notRerunListed() {
    return List.copyOf(notRerun);
  }

  /** Why audits could not be run, and how many for each reason. */
  public SortedMap<String, Long> reasons() {
    return new TreeMap<>(reasons);
  }

  /** The flips by their direction; only those that are any. */
  public List<Rehearsal.Flips> directions() {
    List<Rehearsal.Flips> directions = new ArrayList<>();
    for (Verdict recorded : Verdict.values()) {
      for (Verdict now : Verdict.values()) {
        long count = count(recorded, now);
        if (recorded != now && count > 0) {
          directions.add(new Rehearsal.Flips(recorded, now, count));
        }
      }
    }
    return List.copyOf(directions);
  }
}
