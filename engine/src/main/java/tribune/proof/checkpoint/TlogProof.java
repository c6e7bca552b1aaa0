package tribune.proof.checkpoint;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.note.SignedNote;
import tribune.proof.text.Lines;
import tribune.proof.text.Spelling;
import tribune.proof.text.StrictText;

/**
 * A proof to hand out: that a leaf stands in the tree of a signed checkpoint, in one text file.
 * Whom to believe the checkpoint is the reader's policy. Immutable; safe for use by several
 * threads. Source: C2SP tlog-proof, "Format".
 */
public final class TlogProof {
  /** How files are named. */
  public static final String EXTENSION = ".tlog-proof";

  /** How much extra data a file may carry, in bytes. */
  public static final int MAX_EXTRA_BYTES = 128 * 1024;

  /** How long a file may be, in bytes. */
  public static final int MAX_BYTES = 2 * MAX_EXTRA_BYTES + SignedNote.MAX_BYTES;

  private static final String WHAT = "tlog-proof";
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  private final byte @Nullable [] extra;
  private final InclusionProof inclusion;
  private final SignedCheckpoint checkpoint;

  private TlogProof(
      byte @Nullable [] extra, InclusionProof inclusion, SignedCheckpoint checkpoint) {
    this.extra = extra;
    this.inclusion = requireNonNull(inclusion, "inclusion");
    this.checkpoint = requireNonNull(checkpoint, "checkpoint");
  }

  /** A proof without extra data. The checkpoint is of the size that the proof is for. */
  public static TlogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint) {
    if (inclusion.size() != checkpoint.claimed().size()) {
      throw new IllegalArgumentException(
          "a proof for size "
              + inclusion.size()
              + " does not go with a checkpoint of size "
              + checkpoint.claimed().size());
    }
    return new TlogProof(null, inclusion, checkpoint);
  }

  /**
   * Reads a file.
   *
   * @throws tribune.proof.ProofRefused if it is none, or if it has not the one right number of
   *     hashes; nothing is said of hashes and signatures
   */
  public static TlogProof parse(byte[] bytes) {
    Lines lines = Lines.of(WHAT, StrictText.lines(WHAT, bytes, MAX_BYTES));
    String header = lines.next(HEADER);
    if (!header.equals(HEADER)) {
      throw lines.refused(header, HEADER);
    }
    byte[] extra = lines.nextStartsWith(EXTRA) ? readExtra(lines) : null;
    long index = lines.nextDecimal(INDEX);
    var hashes = lines.nextHashes();
    SignedCheckpoint checkpoint =
        SignedCheckpoint.parse(lines.rest().getBytes(StandardCharsets.UTF_8));
    long size = checkpoint.claimed().size();
    return new TlogProof(extra, new InclusionProof(index, size, hashes), checkpoint);
  }

  /** The same proof with extra data, which nothing vouches for. Neither empty nor too long. */
  public TlogProof withExtra(byte[] data) {
    if (data.length == 0 || data.length > MAX_EXTRA_BYTES) {
      throw new IllegalArgumentException(
          "extra data has 1 to " + MAX_EXTRA_BYTES + " bytes, not " + data.length);
    }
    return new TlogProof(data.clone(), inclusion, checkpoint);
  }

  /** Data for the reader that no signature covers. */
  public Optional<byte[]> extra() {
    return Optional.ofNullable(extra).map(byte[]::clone);
  }

  /** Where the leaf stands, and the hashes; the size is the one that the checkpoint claims. */
  public InclusionProof inclusion() {
    return inclusion;
  }

  /** The checkpoint, unchecked. */
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  /**
   * Returns only if the hashes lead from the leaf to the root that the checkpoint claims.
   *
   * @throws tribune.proof.ProofRefused if not
   */
  public void verifyInclusion(Hash leaf) {
    inclusion.verify(leaf, checkpoint.claimed().root());
  }

  /** The file. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    extra().ifPresent(data -> text.append(EXTRA).append(Spelling.base64(data)).append('\n'));
    text.append(INDEX).append(inclusion.index()).append('\n');
    inclusion.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
    text.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlogProof that
        && Arrays.equals(extra, that.extra)
        && inclusion.equals(that.inclusion)
        && checkpoint.equals(that.checkpoint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(extra), inclusion, checkpoint);
  }

  @Override
  public String toString() {
    return "proof of leaf " + inclusion.index() + " in " + checkpoint;
  }

  private static byte[] readExtra(Lines lines) {
    String expected = "\"" + EXTRA + "\" and 1 to " + MAX_EXTRA_BYTES + " bytes in base64";
    String line = lines.next(expected);
    return Spelling.base64(line.substring(EXTRA.length()))
        .filter(data -> data.length > 0 && data.length <= MAX_EXTRA_BYTES)
        .orElseThrow(() -> lines.refused(line, expected));
  }
}
