package tribune.proof.note;

import java.util.Arrays;
import java.util.HexFormat;
import tribune.proof.text.Lines;
import tribune.proof.text.Spelling;

/**
 * One signature line of a note: em dash, blank, key name, blank, base64 of key id and signature.
 * Says nothing until the key has been asked. Immutable. Source: C2SP signed-note, "Format".
 */
public final class NoteSignature {
  /** Room for signature types that this version does not check, such as ML-DSA-44 (2,428 bytes). */
  public static final int MAX_BYTES = 8 * 1024;

  private static final String DASH = "\u2014 ";
  private static final String EXPECTED =
      "an em dash, a blank, a key name, a blank, and 5 to " + MAX_BYTES + " bytes in base64";

  private final String name;
  private final byte[] id;
  private final byte[] signature;

  private NoteSignature(String name, byte[] id, byte[] signature) {
    this.name = name;
    this.id = id;
    this.signature = signature;
  }

  /** The line for a signature that this key gave. */
  public static NoteSignature of(VerifierKey key, byte[] signature) {
    if (signature.length == 0 || signature.length > MAX_BYTES - VerifierKey.ID_BYTES) {
      throw new IllegalArgumentException("no signature has " + signature.length + " bytes");
    }
    return new NoteSignature(key.name(), key.id(), signature.clone());
  }

  /**
   * Reads the next line as a signature.
   *
   * @throws tribune.proof.ProofRefused if it is none
   */
  public static NoteSignature read(Lines lines) {
    String line = lines.next(EXPECTED);
    int blank = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || blank < 0) {
      throw lines.refused(line, EXPECTED);
    }
    String name = line.substring(DASH.length(), blank);
    byte[] bytes =
        Spelling.base64(line.substring(blank + 1))
            .filter(decoded -> decoded.length > VerifierKey.ID_BYTES)
            .filter(decoded -> decoded.length <= MAX_BYTES)
            .orElseThrow(() -> lines.refused(line, EXPECTED));
    if (!KeyName.isValid(name)) {
      throw lines.refused(line, KeyName.EXPECTED);
    }
    return new NoteSignature(
        name,
        Arrays.copyOf(bytes, VerifierKey.ID_BYTES),
        Arrays.copyOfRange(bytes, VerifierKey.ID_BYTES, bytes.length));
  }

  /** The name of the key that is said to have signed. */
  public String name() {
    return name;
  }

  /** The key id as 8 lower-case hex digits. */
  public String idText() {
    return HexFormat.of().formatHex(id);
  }

  /** What follows the key id. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Whether the line names this key; not whether the key signed. */
  public boolean names(VerifierKey key) {
    return name.equals(key.name()) && Arrays.equals(id, key.id());
  }

  /** The line, with its newline. */
  public String line() {
    return DASH + name + " " + Spelling.base64(Bytes.joined(id, signature)) + "\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && Arrays.equals(id, that.id)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return "signature of " + name + "+" + idText();
  }
}
