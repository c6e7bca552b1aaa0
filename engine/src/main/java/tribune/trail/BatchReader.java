package tribune.trail;

import static tribune.trail.Unsoundness.ofJournal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * Reads batches from a journal and checks that each of their records is what was written and
 * follows the one before: bytes, leaf, place, time, payload, rule base, tree. Stops at the end of
 * the last whole batch. Used by one thread.
 */
final class BatchReader {
  private final JournalLines lines;
  private final Function<Hash, Optional<RuleBaseRef>> stored;
  private final EntryCheck check = new EntryCheck(this::known);
  private final Map<Hash, RuleBaseRef> seen = new HashMap<>();

  private TrailEnd end;
  private long lastFrom;
  private long sealedTo;

  /** What has been read of a batch. */
  private static final class Pending {
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final List<StoredRuleBase> ruleBases = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final List<StoredCheckpoint> checkpoints = new ArrayList<>();
  }

  /**
   * @param lines from the first of a batch on
   * @param start where that begins, in bytes
   * @param end what the first record has to follow
   * @param stored rule bases that are known from earlier batches
   */
  BatchReader(
      JournalLines lines, long start, TrailEnd end, Function<Hash, Optional<RuleBaseRef>> stored) {
    this.lines = lines;
    this.lastFrom = start;
    this.sealedTo = start;
    this.end = end;
    this.stored = stored;
  }

  /** What the record after the last whole batch has to follow. */
  TrailEnd end() {
    return end;
  }

  /** Where the last whole batch begins. */
  long lastFrom() {
    return lastFrom;
  }

  /** The end of the last whole batch. */
  long sealedTo() {
    return sealedTo;
  }

  /**
   * The next whole batch; empty after the last one, when anything beyond {@link #sealedTo} was
   * never finished. A power cut can leave zeros in the last one, where later bytes reached the disk
   * and earlier ones did not; no line ever holds a zero.
   *
   * @throws TrailUnsound if a line is not what was written
   */
  Optional<Batch> next() throws IOException {
    Pending batch = new Pending();
    TrailEnd sealed = end;
    Head before = end.head();
    while (true) {
      Optional<VettedLine> line = lines.next();
      if (line.isEmpty() || (line.get().hasZero() && lines.isLastBatch())) {
        end = sealed;
        return Optional.empty();
      }
      long start = line.get().start();
      JournalLine read = read(line.get());
      if (read instanceof JournalLine.RecordLine) {
        add(batch, line.get().record().orElseThrow(), start);
      } else if (read instanceof JournalLine.FileLine added) {
        add(batch, added, start);
      } else if (read instanceof JournalLine.RuleBaseLine ruleBase) {
        add(batch, ruleBase, start);
      } else if (read instanceof JournalLine.CheckpointLine signed) {
        add(batch, signed.checkpoint(), start);
      } else if (read instanceof JournalLine.SealLine seal) {
        requireSeal(batch, seal, before, start);
        lastFrom = sealedTo;
        sealedTo = line.get().end();
        return Optional.of(
            new Batch(
                batch.ruleBases,
                batch.entries,
                batch.nodes,
                before,
                end.head(),
                batch.checkpoints));
      }
    }
  }

  private JournalLine read(VettedLine vetted) {
    JournalLine line = vetted.line();
    if (line == null) {
      throw unsound(vetted.start(), vetted.fault(), "a line of the journal as it was written");
    }
    return line;
  }

  private void add(Pending batch, Vetted record, long start) {
    try {
      Entry entry = check.entry(record, end);
      batch.entries.add(entry);
      end = end.plus(entry.record(), batch.nodes::add);
    } catch (EntryCheck.Misfit e) {
      throw unsound(start, e.found(), e.expected());
    }
  }

  private Optional<RuleBaseRef> known(Hash sha256) {
    return Optional.ofNullable(seen.get(sha256)).or(() -> stored.apply(sha256));
  }

  private void add(Pending batch, JournalLine.FileLine line, long start) {
    boolean inOrder = batch.files.isEmpty() || batch.files.lastKey().compareTo(line.path()) < 0;
    require(inOrder, start, "file " + line.path(), "files in order of their paths");
    batch.files.put(line.path(), line.bytes().toArray());
  }

  private void add(Pending batch, StoredCheckpoint checkpoint, long start) {
    boolean isFirst =
        batch.checkpoints.stream().noneMatch(other -> other.size() == checkpoint.size());
    require(isFirst && !batch.entries.isEmpty(), start, "a checkpoint", "none here");
    Optional<EntryCheck.Misfit> misfit = CheckpointCheck.misfit(checkpoint, end);
    if (misfit.isPresent()) {
      throw last(start, misfit.get().found(), misfit.get().expected());
    }
    batch.checkpoints.add(checkpoint);
  }

  private void add(Pending batch, JournalLine.RuleBaseLine line, long start) {
    RuleBaseRef ref = line.ref();
    require(
        batch.files.size() == line.files(),
        start,
        batch.files.size() + " files of rule base " + ref,
        line.files() + " files");
    StoredRuleBase ruleBase = ruleBase(ref, batch.files, start);
    require(
        ruleBase.sha256().equals(ref.sha256()),
        start,
        "files of a rule base whose manifest has SHA-256 " + ruleBase.sha256(),
        "SHA-256 " + ref.sha256());
    batch.ruleBases.add(ruleBase);
    seen.put(ref.sha256(), ref);
    batch.files.clear();
  }

  private StoredRuleBase ruleBase(RuleBaseRef ref, Map<String, byte[]> files, long start) {
    try {
      return StoredRuleBase.of(ref.name(), ref.version(), files);
    } catch (IllegalArgumentException e) {
      throw unsound(start, String.valueOf(e.getMessage()), "the files of a rule base");
    }
  }

  private void requireSeal(Pending batch, JournalLine.SealLine seal, Head before, long start) {
    JournalLine.SealLine wanted = new JournalLine.SealLine(before.size(), end.head(), sealedTo);
    boolean whole = batch.files.isEmpty() && !batch.entries.isEmpty();
    if (!seal.equals(wanted) || !whole) {
      throw last(start, "a batch with " + seal, "" + wanted);
    }
  }

  private void require(boolean fits, long start, String found, String expected) {
    if (!fits) {
      throw unsound(start, found, expected);
    }
  }

  /** Something is wrong with what closes the record before. */
  private TrailUnsound last(long start, String found, String expected) {
    long last = Math.max(0, end.head().size() - 1);
    return new TrailUnsound(ofJournal(last, start, found, expected));
  }

  private TrailUnsound unsound(long start, String found, String expected) {
    return new TrailUnsound(ofJournal(end.head().size(), start, found, expected));
  }
}
