package tribune.trail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import tribune.proof.Hash;

/**
 * The append-only file that carries the promise: what was appended is on the disk when {@link
 * #append} returns, and everything else can be built from it. After a header line it holds batches
 * of {@link JournalLine}, each ended by a seal. Used by one thread.
 */
final class Journal implements AutoCloseable {
  private static final byte[] HEADER = "tribune journal 1\n".getBytes(US_ASCII);
  private static final int MAX_SEAL_BYTES = 256;
  private static final int COPY_BYTES = 64 * 1024;

  private final Path path;
  private final JournalFile file;
  private final long reserveBytes;
  private long end;

  /**
   * @param reserveBytes how much room the disk must have left after each append
   */
  Journal(Path path, JournalFile file, long reserveBytes) {
    this.path = path;
    this.file = file;
    this.reserveBytes = reserveBytes;
  }

  /** Where the first batch begins. */
  static long firstBatch() {
    return HEADER.length;
  }

  long size() throws IOException {
    return file.size();
  }

  /**
   * Whether nothing was ever written but, perhaps, a part of the header.
   *
   * @throws TrailUnsound if it begins with anything else, and so is no journal
   */
  boolean isBlank() throws IOException {
    byte[] found = bytes(0, (int) Math.min(HEADER.length, file.size()));
    if (!Arrays.equals(found, Arrays.copyOf(HEADER, found.length))) {
      throw new TrailUnsound(
          Unsoundness.ofJournal(
              0, 0, "no journal of Tribune", new String(HEADER, US_ASCII).strip()));
    }
    return file.size() <= HEADER.length;
  }

  /** Makes this an empty journal. Only for one that holds nothing that was acknowledged. */
  void begin() throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(HEADER), 0);
    file.force();
    end = HEADER.length;
  }

  /** Reads batches from {@code start} up to {@code to}. */
  BatchReader read(
      long start, long to, TrailEnd from, Function<Hash, Optional<RuleBaseRef>> stored) {
    return new BatchReader(JournalLines.of(file, start, to), start, from, stored);
  }

  /** The lines from one place up to another. */
  LineReader lines(long start, long to) {
    return new LineReader(file, start, to);
  }

  /**
   * Where the batch ends that the trail came to this head with; found by halving, since sizes only
   * grow.
   *
   * @param to where to look no further
   */
  Optional<Long> endOfBatch(Head head, long to) throws IOException {
    long low = firstBatch();
    long high = to;
    while (low < high) {
      long middle = low + (high - low) / 2;
      Optional<RawLine> line = sealFrom(middle, to);
      Optional<JournalLine.SealLine> seal = line.flatMap(it -> seal(it.bytes()));
      if (seal.filter(it -> it.head().equals(head)).isPresent()) {
        return line.map(RawLine::end);
      }
      if (seal.isEmpty() || seal.get().head().size() >= head.size()) {
        high = middle;
      } else {
        low = line.map(RawLine::end).orElse(high);
      }
    }
    return Optional.empty();
  }

  /** The first seal that begins here or later. */
  private Optional<RawLine> sealFrom(long place, long to) throws IOException {
    LineReader lines = lines(place - 1, to);
    Optional<RawLine> line = JournalLines.raw(lines);
    while (line.isPresent()) {
      line = JournalLines.raw(lines);
      if (line.filter(RawLine::isSeal).isPresent()) {
        return line;
      }
    }
    return Optional.empty();
  }

  private static Optional<JournalLine.SealLine> seal(byte[] line) {
    try {
      JournalLine read = JournalLine.read(line);
      return read instanceof JournalLine.SealLine seal ? Optional.of(seal) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The seal whose line ends at this place, if one does. */
  Optional<JournalLine.SealLine> sealBefore(long offset) throws IOException {
    long from = Math.max(0, offset - MAX_SEAL_BYTES);
    byte[] bytes = bytes(from, (int) (offset - from));
    int feed = bytes.length - 1;
    if (feed < 0 || bytes[feed] != '\n') {
      return Optional.empty();
    }
    int start = feed;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return seal(Arrays.copyOfRange(bytes, start, feed));
  }

  /**
   * Writes bytes that are there once more and syncs them. After a sync that failed, the system may
   * hold them for clean though they never reached the disk; only what is written anew is synced.
   */
  void rewrite(long from, long to) throws IOException {
    for (long at = from; at < to; at += COPY_BYTES) {
      file.write(ByteBuffer.wrap(bytes(at, (int) Math.min(COPY_BYTES, to - at))), at);
    }
    file.force();
  }

  /** Returns when all that is there, whoever wrote it, is on the disk. */
  void sync() throws IOException {
    file.force();
  }

  /** Goes on from here; what is beyond was never finished and is cut off. */
  void continueFrom(long offset) throws IOException {
    if (file.size() > offset) {
      file.truncate(offset);
      file.force();
    }
    end = offset;
  }

  /** Reads no further than this; what is beyond is for others to finish. */
  void readTo(long offset) {
    end = offset;
  }

  /** Where the next batch begins. */
  long end() {
    return end;
  }

  /** The bytes of one batch that begins at {@code start}, seal included. */
  static byte[] encode(Batch batch, long start) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    for (StoredRuleBase ruleBase : batch.ruleBases()) {
      ruleBase
          .files()
          .forEach(
              (path, bytes) ->
                  JournalLine.write(new JournalLine.FileLine(path, Bytes.of(bytes)), out));
      JournalLine.write(new JournalLine.RuleBaseLine(ruleBase.ref(), ruleBase.paths().size()), out);
    }
    for (Entry entry : batch.entries()) {
      StoredRecord record = entry.record();
      JournalLine.write(
          new JournalLine.RecordLine(record.leaf(), entry.payload(), Bytes.of(record.bytes())),
          out);
      batch.checkpoints().stream()
          .filter(checkpoint -> checkpoint.size() == record.seq() + 1)
          .forEach(it -> JournalLine.write(new JournalLine.CheckpointLine(it), out));
    }
    JournalLine.write(new JournalLine.SealLine(batch.before().size(), batch.after(), start), out);
    return out.toByteArray();
  }

  /**
   * Appends a whole batch. When this returns it is on the disk.
   *
   * @throws NoRoomLeft if the disk is nearly full; nothing was written
   * @throws IOException if it is not certain what is on the disk; the journal must not be written
   *     again before it was opened anew
   */
  void append(byte[] batch) throws IOException {
    long usable = file.usableBytes();
    if (usable < reserveBytes + batch.length) {
      throw new NoRoomLeft(path, usable, reserveBytes + batch.length);
    }
    if (file.size() != end) {
      throw new IOException(
          path + " was changed by someone else: found " + file.size() + " bytes, expected " + end);
    }
    file.write(ByteBuffer.wrap(batch), end);
    file.force();
    end += batch.length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private byte[] bytes(long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) > 0) {
      // Each round reads what there is.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
