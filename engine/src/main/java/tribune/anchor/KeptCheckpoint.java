package tribune.anchor;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.SignedNote;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.Lines;
import tribune.proof.text.StrictText;

/**
 * The newest checkpoint of a trail that a user saw, as a file of text. Its sum shows damage, not
 * forgery: whoever may write the file may write the sum too.
 *
 * <pre>
 * tribune kept checkpoint 1
 * sum HEX          SHA-256 of all that follows
 * since TIME       when something of this trail was first kept
 * at TIME          when this was kept
 * key VKEY         the key that has signed since then
 *
 * CHECKPOINT
 * </pre>
 *
 * @param since when something of this trail was first kept
 * @param at when this was kept
 * @param key a verifier key on one line
 * @param checkpoint signed by that key
 */
public record KeptCheckpoint(Instant since, Instant at, String key, SignedCheckpoint checkpoint) {
  private static final String WHAT = "kept checkpoint";
  private static final String HEADER = "tribune kept checkpoint 1";
  private static final int MAX_BYTES = SignedNote.MAX_BYTES + 4096;

  public KeptCheckpoint {
    requireNonNull(since, "since");
    requireNonNull(at, "at");
    requireNonNull(key, "key");
    requireNonNull(checkpoint, "checkpoint");
  }

  /**
   * Reads what {@link #bytes} writes.
   *
   * @throws ProofRefused if it is not such a text, or not as it was written
   */
  public static KeptCheckpoint parse(byte[] bytes) {
    Lines lines = Lines.of(WHAT, StrictText.lines(WHAT, bytes, MAX_BYTES));
    String header = lines.next(HEADER);
    if (!header.equals(HEADER)) {
      throw lines.refused(header, HEADER);
    }
    String sum = after("sum ", lines);
    if (!sum.equals(sum(lines.rest()))) {
      throw lines.refused(sum, "the sum of what follows: it was damaged or changed by hand");
    }
    Instant since = time("since ", lines);
    Instant at = time("at ", lines);
    String key = after("key ", lines);
    String blank = lines.next("an empty line");
    if (!blank.isEmpty()) {
      throw lines.refused(blank, "an empty line");
    }
    byte[] rest = lines.rest().getBytes(StandardCharsets.UTF_8);
    return new KeptCheckpoint(since, at, key, SignedCheckpoint.parse(rest));
  }

  /** The file. */
  public byte[] bytes() {
    String rest =
        "since "
            + since
            + "\nat "
            + at
            + "\nkey "
            + key
            + "\n\n"
            + new String(checkpoint.bytes(), StandardCharsets.UTF_8);
    return (HEADER + "\nsum " + sum(rest) + "\n" + rest).getBytes(StandardCharsets.UTF_8);
  }

  /** What it says; {@link #verified} checks that the key signed it. */
  public Checkpoint claimed() {
    return checkpoint.claimed();
  }

  /**
   * What it says, if its key signed it.
   *
   * @throws ProofRefused if not
   */
  public Checkpoint verified() {
    return checkpoint.verifiedBy(List.of(VerifierKey.parse(key)));
  }

  private static String after(String word, Lines lines) {
    String line = lines.next(word);
    if (!line.startsWith(word)) {
      throw lines.refused(line, word);
    }
    return line.substring(word.length());
  }

  private static Instant time(String word, Lines lines) {
    String text = after(word, lines);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw lines.refused(text, "a time such as 2026-01-02T03:04:05Z");
    }
  }

  private static String sum(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
