package tribune.engine;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tribune.trail.Receipt;
import tribune.verdict.Verdict;

/**
 * How far an import has come. Immutable.
 *
 * @param audited how many lines were audited, and recorded unless it is a trial
 * @param known how many were imported before, or stand in the file twice
 * @param rejected how many have mistakes, or were refused by the trail
 * @param verdicts of the audited and of the known ones; without those that none has
 * @param receipt the last one, if something was recorded
 */
public record Imported(
    long audited,
    long known,
    long rejected,
    Map<Verdict, Long> verdicts,
    Optional<Receipt> receipt) {
  /** Nothing yet. */
  static final Imported NOTHING = new Imported(0, 0, 0, Map.of(), Optional.empty());

  public Imported {
    verdicts = Map.copyOf(verdicts);
    requireNonNull(receipt, "receipt");
  }

  /** How many lines there were; blank ones are not counted. */
  public long lines() {
    return audited + known + rejected;
  }

  Imported plus(Iterable<ImportedLine> lines) {
    long[] counts = {audited, known, rejected};
    Map<Verdict, Long> sums = new EnumMap<>(Verdict.class);
    sums.putAll(verdicts);
    Optional<Receipt> last = receipt;
    for (ImportedLine line : lines) {
      if (line instanceof ImportedLine.Audited fresh) {
        counts[0]++;
        sums.merge(fresh.verdict(), 1L, Long::sum);
        last = fresh.receipt().or(() -> receipt);
      } else if (line instanceof ImportedLine.Known before) {
        counts[1]++;
        sums.merge(before.verdict(), 1L, Long::sum);
      } else {
        counts[2]++;
      }
    }
    return new Imported(counts[0], counts[1], counts[2], sums, last);
  }
}
