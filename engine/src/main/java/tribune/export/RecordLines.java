package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.proof.CompactRange;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.text.Spelling;
import tribune.trail.AuditRecord;
import tribune.trail.Head;
import tribune.trail.StoredRecord;
import tribune.trail.UnreadableRecord;

/**
 * The records of an export, each proved as it is read: by its own proof, or, where all are there,
 * by the root over them in the end. Used by one thread.
 */
final class RecordLines implements AutoCloseable {
  private static final int MAX_PROOF = 64 * 46;
  private static final int LEAF = 64;

  private final Checkpoint checkpoint;
  private final ExportScope scope;
  private final Optional<Head> old;
  private final ExportLines records;
  private final ExportLines proofs;
  private final boolean leavesFit;
  private final ExportLines blamed;
  private CompactRange tree = CompactRange.empty();
  private Hash oldRoot = CompactRange.empty().root();
  private @Nullable ExportUnsound differingLeaf;
  private Instant lastAt = Instant.MIN;
  private long lastSeq;

  /**
   * @param old what the first records have to come to
   * @param differing the files that are not as listed; where a record and its proof do not go
   *     together, they tell whose fault it is
   */
  RecordLines(Path export, ExportContext context, Optional<Head> old, Set<String> differing)
      throws IOException {
    this.checkpoint = context.checkpoint();
    this.scope = context.scope();
    this.old = old;
    this.lastSeq = context.since().map(Head::size).orElse(0L) - 1;
    this.leavesFit = isWhole() && leavesFit(export);
    this.records = new ExportLines(export, ExportNames.RECORDS, AuditRecord.MAX_BYTES);
    this.proofs =
        isWhole()
            ? new ExportLines(export, ExportNames.LEAVES, LEAF)
            : new ExportLines(export, ExportNames.PROOFS, MAX_PROOF);
    boolean isProof =
        differing.contains(ExportNames.PROOFS) && !differing.contains(ExportNames.RECORDS);
    this.blamed = isProof ? proofs : records;
  }

  private boolean isWhole() {
    return scope == ExportScope.WHOLE;
  }

  /** Whether the list of leaves has the signed root: then it tells which record is another one. */
  private boolean leavesFit(Path export) throws IOException {
    CompactRange range = CompactRange.empty();
    try (ExportLines leaves = new ExportLines(export, ExportNames.LEAVES, LEAF)) {
      while (range.size() < checkpoint.size() && leaves.hasNext()) {
        range = range.plus(leaf(leaves, range.size()), node -> {});
      }
    }
    return range.size() == checkpoint.size() && range.root().equals(checkpoint.root());
  }

  private static Hash leaf(ExportLines leaves, long seq) throws IOException {
    String text = new String(leaves.next(seq, "a leaf"), ISO_8859_1);
    try {
      return Hash.ofHex(text);
    } catch (IllegalArgumentException e) {
      throw leaves.unsound("another form", "64 lower-case hex digits");
    }
  }

  /** Whether one more has to be there, or is. */
  boolean hasNext() throws IOException {
    return scope == ExportScope.SELECTED ? records.hasNext() : lastSeq + 1 < checkpoint.size();
  }

  /**
   * The next record.
   *
   * @throws ExportUnsound if it is not the one that has to follow, or is not proved
   */
  StoredRecord next() throws IOException {
    boolean isGapless = scope != ExportScope.SELECTED;
    StoredRecord record = read(records.next(isGapless ? lastSeq + 1 : -1, "a record"));
    AuditRecord content = record.content();
    require(
        content.log().equals(checkpoint.origin()),
        "a record of " + content.log(),
        "one of " + checkpoint.origin());
    boolean follows =
        isGapless
            ? record.seq() == lastSeq + 1
            : record.seq() > lastSeq && record.seq() < checkpoint.size();
    require(
        follows,
        "record " + record.seq(),
        isGapless ? "record " + (lastSeq + 1) : "one after " + lastSeq);
    require(!content.at().isBefore(lastAt), "at " + content.at(), "no time before " + lastAt);
    records.isOf(record.seq());
    lastSeq = record.seq();
    lastAt = content.at();
    if (isWhole()) {
      add(record);
    } else {
      prove(record);
    }
    return record;
  }

  private StoredRecord read(byte[] line) {
    try {
      return StoredRecord.read(line);
    } catch (UnreadableRecord e) {
      throw records.unsound("no record (" + e.getMessage() + ")", "a record in canonical JSON");
    }
  }

  private void require(boolean holds, String found, String expected) {
    if (!holds) {
      throw records.unsound(found, expected);
    }
  }

  private void add(StoredRecord record) throws IOException {
    Hash listed = leaf(proofs, record.seq());
    if (leavesFit) {
      require(
          record.leaf().equals(listed), "a record with leaf hash " + record.leaf(), "" + listed);
    } else if (differingLeaf == null && !record.leaf().equals(listed)) {
      differingLeaf = proofs.unsound(listed.hex(), record.leaf() + " as computed of the record");
    }
    tree = tree.plus(record.leaf(), node -> {});
    if (old.isPresent() && old.get().size() == tree.size()) {
      oldRoot = tree.root();
    }
  }

  private void prove(StoredRecord record) throws IOException {
    String line =
        new String(proofs.next(record.seq(), "the proof of record " + record.seq()), ISO_8859_1);
    String[] words = line.split(" ", -1);
    if (!words[0].equals(Long.toString(record.seq()))) {
      throw blamed.unsound(
          "record " + record.seq() + " where the proof is of another one",
          "a record and its proof side by side");
    }
    List<Hash> hashes =
        Arrays.stream(words)
            .skip(1)
            .map(
                word ->
                    Spelling.hash(word)
                        .orElseThrow(
                            () -> proofs.unsound("another form", "hashes of 32 bytes in base64")))
            .toList();
    try {
      new InclusionProof(record.seq(), checkpoint.size(), hashes)
          .verify(record.leaf(), checkpoint.root());
    } catch (ProofRefused e) {
      throw blamed.unsound(
          "a record and a proof that do not lead there (" + e.getMessage() + ")",
          "root " + checkpoint.root());
    }
  }

  /** There are no more records, and all of them together are what was signed. */
  void requireEnd() throws IOException {
    records.requireEnd();
    proofs.requireEnd();
    if (!isWhole()) {
      return;
    }
    if (!tree.root().equals(checkpoint.root())) {
      throw new ExportUnsound(
          ExportNames.RECORDS + ", and " + ExportNames.LEAVES + " too",
          "records with root " + tree.root(),
          checkpoint.root() + " as signed in " + ExportNames.CHECKPOINT);
    }
    if (differingLeaf != null) {
      throw differingLeaf; // the records have the signed root, so the list of leaves is wrong
    }
    if (old.isPresent() && !oldRoot.equals(old.get().root())) {
      throw new ExportUnsound(
          ExportNames.RECORDS + ", lines 1 to " + old.get().size(),
          "records with root " + oldRoot,
          old.get().root() + " as signed in the older checkpoint");
    }
  }

  @Override
  public void close() throws IOException {
    try (records) {
      proofs.close();
    }
  }
}
