package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;

class JournalTest {
  private static final Path PATH = Path.of("journal");
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final Signer KEY = Signer.ofNotes("log", SigningKey.ofSeed(new byte[32]));

  private final MemoryFile file = new MemoryFile(new byte[0]);
  private final Journal journal = new Journal(PATH, file, 0);
  private TrailEnd end = TrailEnd.START;

  /** Three batches, of one, two and one record; the second brings a rule base. */
  @BeforeEach
  void write() throws IOException {
    assertThat(journal.isBlank()).isTrue();
    journal.begin();
    append(List.of(), List.of(Addition.of(Samples.ACTOR, new Body.Opened(Samples.ENGINE))));
    append(List.of(Samples.RULES), List.of(addition("a"), addition("b")));
    append(List.of(), List.of(addition("c")));
  }

  @Test
  void a_journal_is_text_that_people_can_read() {
    String text = new String(file.bytes(), UTF_8);
    assertThat(text).startsWith("tribune journal 1\nrecord\t").endsWith("\n");
    assertThat(text.lines().map(line -> line.split("[\t ]", 2)[0]))
        .containsExactly(
            "tribune",
            "record",
            "checkpoint",
            "seal",
            "file",
            "file",
            "rulebase",
            "record",
            "record",
            "checkpoint",
            "seal",
            "record",
            "checkpoint",
            "seal");
    assertThat(text.lines().skip(1).findFirst().orElseThrow())
        .matches("record\t[0-9a-f]{64}\t-\t-\t\\{.*\"type\":\"trail.opened\",\"v\":1}");
    assertThat(text.lines().skip(13).findFirst().orElseThrow())
        .matches("seal\t3\t4\t" + end.head().root() + "\t[0-9]+");
  }

  @Test
  void what_was_written_is_read_back() throws IOException {
    BatchReader reader = reader(file.bytes());
    List<Batch> batches = readAll(reader);
    assertThat(batches).hasSize(3);
    assertThat(batches).extracting(batch -> batch.entries().size()).containsExactly(1, 2, 1);
    assertThat(batches.get(1).ruleBases()).containsExactly(Samples.RULES);
    assertThat(batches.get(2).after()).isEqualTo(end.head());
    assertThat(reader.sealedTo()).isEqualTo(file.size());
    assertThat(batches.get(2).before()).isEqualTo(batches.get(1).after());
    assertThat(journal.isBlank()).isFalse();
  }

  @Test
  void a_tear_at_any_byte_costs_nothing_but_the_batch_it_is_in() throws IOException {
    byte[] whole = file.bytes();
    List<Batch> batches = readAll(reader(whole));
    List<Long> ends = List.copyOf(ends(whole).keySet());
    for (int length = (int) Journal.firstBatch(); length < whole.length; length++) {
      BatchReader reader = reader(Arrays.copyOf(whole, length));
      int read = readAll(reader).size();
      long sealed = read == 0 ? Journal.firstBatch() : ends.get(read - 1);
      assertThat(ends.get(read)).as("length %d", length).isGreaterThan(length);
      assertThat(reader.sealedTo()).as("length %d", length).isEqualTo(sealed);
      assertThat(reader.end().tree().size())
          .as("length %d", length)
          .isEqualTo(batches.get(read).before().size());
    }
  }

  @Test
  void a_change_of_any_byte_is_found_and_the_right_record_named() throws IOException {
    byte[] whole = file.bytes();
    SplittableRandom random = new SplittableRandom(7);
    for (int at = (int) Journal.firstBatch(); at < whole.length - 1; at++) {
      byte[] changed = whole.clone();
      changed[at] = changedByte(whole[at], random);
      String what = "byte " + at + " " + (char) whole[at] + " to " + (char) changed[at];
      List<Long> expected = recordsAt(whole, at);
      assertThatThrownBy(() -> readAll(reader(changed)))
          .as(what)
          .isInstanceOfSatisfying(
              TrailUnsound.class,
              e -> assertThat(expected).as(what).contains(e.unsoundness().seq().orElse(-1)));
    }
  }

  @Test
  void lines_that_were_removed_doubled_or_exchanged_are_found() throws IOException {
    List<String> lines = new String(file.bytes(), UTF_8).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      for (int j = i; j < lines.size(); j++) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, lines.get(j));
        changed.set(j, lines.get(i));
        if (i == j) {
          changed.remove(i);
        }
        byte[] bytes = (String.join("\n", changed) + "\n").getBytes(UTF_8);
        boolean endIsCut = i == j && i == lines.size() - 1;
        boolean signatureIsCut = i == j && i == lines.size() - 2;
        if (endIsCut) {
          assertThat(readAll(reader(bytes))).hasSize(2);
        } else if (signatureIsCut) {
          assertThat(readAll(reader(bytes))).hasSize(3);
        } else {
          assertThatThrownBy(() -> readAll(reader(bytes)))
              .as("lines %d and %d", i, j)
              .isInstanceOf(TrailUnsound.class);
        }
      }
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(i, lines.get(i));
      byte[] bytes = (String.join("\n", doubled) + "\n").getBytes(UTF_8);
      assertThatThrownBy(() -> readAll(reader(bytes)))
          .as("line %d", i)
          .isInstanceOf(TrailUnsound.class);
    }
  }

  @Test
  void bytes_that_are_no_journal_are_refused_or_cut_but_never_taken() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    byte[] header = Arrays.copyOf(file.bytes(), (int) Journal.firstBatch());
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      byte[] bytes = Arrays.copyOf(header, header.length + noise.length);
      System.arraycopy(noise, 0, bytes, header.length, noise.length);
      try {
        assertThat(readAll(reader(bytes))).isEmpty();
      } catch (TrailUnsound e) {
        assertThat(e.unsoundness().seq()).hasValue(0);
      }
    }
  }

  @Test
  void a_line_that_never_ends_does_not_fill_the_memory() {
    byte[] bytes = new byte[3 * JournalLine.MAX_BYTES];
    Arrays.fill(bytes, (byte) 'x');
    assertThatThrownBy(() -> readAll(reader(bytes))).isInstanceOf(TrailUnsound.class);
  }

  @Test
  void nothing_is_written_when_the_disk_is_nearly_full() {
    long before = file.size();
    file.leave(99);
    assertThatThrownBy(() -> journal.append(new byte[100]))
        .isInstanceOf(NoRoomLeft.class)
        .hasMessageContaining("99 bytes of room left")
        .hasMessageContaining("at least 100");
    assertThat(file.size()).isEqualTo(before);
  }

  @Test
  void nothing_is_written_behind_what_somebody_else_wrote() {
    file.write(ByteBuffer.wrap(new byte[] {'x'}), file.size());
    assertThatThrownBy(() -> journal.append(new byte[100]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed by someone else");
  }

  @Test
  void the_seal_before_a_place_is_found_only_where_one_ends() throws IOException {
    Map<Long, Head> ends = ends(file.bytes());
    for (long at = 0; at <= file.size(); at++) {
      Optional<JournalLine.SealLine> seal = journal.sealBefore(at);
      assertThat(seal.map(JournalLine.SealLine::head))
          .as("at %d", at)
          .isEqualTo(Optional.ofNullable(ends.get(at)));
    }
  }

  @Test
  void writing_bytes_anew_changes_nothing() throws IOException {
    byte[] before = file.bytes();
    journal.rewrite(20, file.size());
    assertThat(file.bytes()).isEqualTo(before);
  }

  private void append(List<StoredRuleBase> ruleBases, List<Addition> additions) throws IOException {
    TrailEnd before = end;
    List<Entry> entries = new ArrayList<>();
    for (Addition addition : additions) {
      AuditRecord record =
          new AuditRecord("log", end.tree().size(), AT, addition.actor(), addition.body());
      StoredRecord stored = StoredRecord.of(record);
      entries.add(new Entry(stored, addition.payload()));
      end = end.plus(stored, node -> {});
    }
    Batch batch =
        new Batch(ruleBases, entries, List.of(), before.head(), end.head(), checkpoints());
    journal.append(Journal.encode(batch, journal.end()));
  }

  private List<StoredCheckpoint> checkpoints() {
    Checkpoint checkpoint = Checkpoint.of("log", end.tree().size(), end.tree().root());
    return List.of(StoredCheckpoint.of(KEY.verifier(), SignedCheckpoint.sign(checkpoint, KEY)));
  }

  private static Addition addition(String id) {
    return Addition.of(Samples.draft(id, 1), new SecureRandom());
  }

  /** Where each batch ends, and the head that its seal names. */
  private static Map<Long, Head> ends(byte[] bytes) throws IOException {
    Map<Long, Head> ends = new LinkedHashMap<>();
    BatchReader reader = reader(bytes);
    for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
      ends.put(reader.sealedTo(), next.get().after());
    }
    return ends;
  }

  private static BatchReader reader(byte[] bytes) {
    return new Journal(PATH, new MemoryFile(bytes), 0)
        .read(Journal.firstBatch(), bytes.length, TrailEnd.START, hash -> Optional.empty());
  }

  private static List<Batch> readAll(BatchReader reader) throws IOException {
    List<Batch> batches = new ArrayList<>();
    CheckpointCheck signatures = new CheckpointCheck(Optional.of(KEY.verifier().text()));
    for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
      batches.add(next.get());
      next.get().checkpoints().forEach(it -> requireSigned(it, signatures));
    }
    return batches;
  }

  private static void requireSigned(StoredCheckpoint checkpoint, CheckpointCheck signatures) {
    Optional<EntryCheck.Misfit> misfit = signatures.unsigned(checkpoint);
    if (misfit.isPresent()) {
      throw new TrailUnsound(
          Unsoundness.ofCheckpoint(
              TrailTables.Standing.INDEX,
              checkpoint.size() - 1,
              misfit.get().found(),
              misfit.get().expected()));
    }
  }

  /** Another byte, but not zero, which would look like a hole. */
  private static byte changedByte(byte old, SplittableRandom random) {
    byte changed = (byte) random.nextInt(1, 256);
    return changed == old ? changedByte(old, random) : changed;
  }

  /** The records that a byte belongs to; what closes a batch may be taken for the next one. */
  private static List<Long> recordsAt(byte[] journal, int at) {
    int start = at;
    while (journal[start - 1] != '\n') {
      start--;
    }
    String before = new String(journal, 0, start, UTF_8);
    long next = before.lines().filter(line -> line.startsWith("record\t")).count();
    boolean closes = List.of("seal", "chec").contains(new String(journal, start, 4, UTF_8));
    return closes ? List.of(next - 1, next) : List.of(next);
  }
}
