package tribune.trail;

import static tribune.trail.Unsoundness.ofJournal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final JournalFile file;
  private final long fileEnd;
  private final LineReader lines;
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
   * @param start where to begin, the first byte of a batch
   * @param fileEnd where to end
   * @param end what the first record has to follow
   * @param stored rule bases that are known from earlier batches
   */
  BatchReader(
      JournalFile file,
      long start,
      long fileEnd,
      TrailEnd end,
      Function<Hash, Optional<RuleBaseRef>> stored) {
    this.file = file;
    this.fileEnd = fileEnd;
    this.lines = new LineReader(file, start, fileEnd);
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
   * never finished.
   *
   * @throws TrailUnsound if a line is not what was written
   */
  Optional<Batch> next() throws IOException {
    Pending batch = new Pending();
    TrailEnd sealed = end;
    Head before = end.head();
    while (true) {
      long start = lines.position();
      Optional<byte[]> line = lines.next();
      if (line.isEmpty() || isInHole(line.get())) {
        end = sealed;
        return Optional.empty();
      }
      JournalLine read = read(line.get(), start);
      if (read instanceof JournalLine.RecordLine record) {
        add(batch, record, start);
      } else if (read instanceof JournalLine.FileLine added) {
        add(batch, added, start);
      } else if (read instanceof JournalLine.RuleBaseLine ruleBase) {
        add(batch, ruleBase, start);
      } else if (read instanceof JournalLine.CheckpointLine signed) {
        add(batch, signed.checkpoint(), start);
      } else if (read instanceof JournalLine.SealLine seal) {
        requireSeal(batch, seal, before, start);
        lastFrom = sealedTo;
        sealedTo = lines.position();
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

  /**
   * A power cut can leave zeros inside the last batch, where later bytes reached the disk and
   * earlier ones did not. No line ever holds a zero.
   */
  private boolean isInHole(byte[] line) throws IOException {
    boolean zeros = false;
    for (byte b : line) {
      zeros |= b == 0;
    }
    return zeros && isLastBatch();
  }

  private boolean isLastBatch() throws IOException {
    LineReader rest = new LineReader(file, lines.position(), fileEnd);
    int seals = 0;
    for (Optional<byte[]> line = rest.next(); line.isPresent(); line = rest.next()) {
      byte[] word = Arrays.copyOf(line.get(), 5);
      seals += Arrays.equals(word, new byte[] {'s', 'e', 'a', 'l', '\t'}) ? 1 : 0;
    }
    return seals <= 1;
  }

  private JournalLine read(byte[] line, long start) {
    try {
      return JournalLine.read(line);
    } catch (IllegalArgumentException e) {
      throw unsound(
          start, String.valueOf(e.getMessage()), "a line of the journal as it was written");
    }
  }

  private void add(Pending batch, JournalLine.RecordLine line, long start) {
    try {
      Entry entry = check.entry(line.bytes(), line.leaf(), line.payload(), end);
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
