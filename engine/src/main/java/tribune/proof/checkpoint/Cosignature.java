package tribune.proof.checkpoint;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.note.KeyType;
import tribune.proof.note.NoteSignature;
import tribune.proof.note.Signer;
import tribune.proof.note.VerifierKey;

/**
 * A witness's word that, at a time, this was the largest tree it had seen of a log, and that it
 * goes on from every one it saw before. One that exists has been made here or checked. Ordered by
 * time. Immutable.
 *
 * <p>Source: C2SP tlog-cosignature, "Ed25519 signed message".
 *
 * @param witness the name of the witness's key
 * @param at when, to the second
 * @param line what stands below the checkpoint
 */
public record Cosignature(String witness, Instant at, NoteSignature line)
    implements Comparable<Cosignature> {
  private static final int SIGNATURE_BYTES = 64;
  private static final String WHAT = "cosignature";

  /** 9999-12-31T23:59:59Z: later times are mistakes, and few programs can write them. */
  private static final long MAX_SECONDS = 253_402_300_799L;

  public Cosignature {
    requireNonNull(witness, "witness");
    requireNonNull(at, "at");
    requireNonNull(line, "line");
  }

  /**
   * Cosigns a checkpoint. Whoever has the key must have checked the log's signature and the proof
   * from the last checkpoint it cosigned, and must have stored this one as the last.
   *
   * @param at the time, of which whole seconds are kept; from 1970 to 9999
   */
  public static Cosignature of(Checkpoint checkpoint, Signer witness, Instant at) {
    VerifierKey key = witness.verifier();
    if (key.type() != KeyType.COSIGNATURE) {
      throw new IllegalArgumentException(key + " is no key of a witness");
    }
    long seconds = at.getEpochSecond();
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new IllegalArgumentException("a cosignature is from 1970 to 9999, not of " + at);
    }
    byte[] signature = witness.sign(message(checkpoint, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES).putLong(seconds).put(signature).array();
    return new Cosignature(
        key.name(), Instant.ofEpochSecond(seconds), NoteSignature.of(key, timed));
  }

  static Cosignature verified(NoteSignature line, VerifierKey witness, Checkpoint checkpoint) {
    byte[] timed = line.signature();
    if (timed.length != Long.BYTES + SIGNATURE_BYTES) {
      throw refused(witness, timed.length + " bytes", "a time of 8 bytes and a signature of 64");
    }
    ByteBuffer parts = ByteBuffer.wrap(timed);
    long seconds = parts.getLong();
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw refused(witness, "a time beyond the year 9999", "a time from 1970 to 9999");
    }
    byte[] signature = new byte[SIGNATURE_BYTES];
    parts.get(signature);
    if (!witness.verifies(message(checkpoint, seconds), signature)) {
      throw refused(witness, "a line that this key did not sign", "its cosignature");
    }
    return new Cosignature(witness.name(), Instant.ofEpochSecond(seconds), line);
  }

  /** Earlier ones first. */
  @Override
  public int compareTo(Cosignature other) {
    return Comparator.comparing(Cosignature::at)
        .thenComparing(Cosignature::witness)
        .thenComparing(cosignature -> cosignature.line().line())
        .compare(this, other);
  }

  private static byte[] message(Checkpoint checkpoint, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ProofRefused refused(VerifierKey witness, String found, String expected) {
    return ProofRefused.of(
        Fault.BAD_SIGNATURE,
        "%s of %s+%s: found %s, expected %s",
        WHAT,
        witness.name(),
        witness.idText(),
        found,
        expected);
  }
}
