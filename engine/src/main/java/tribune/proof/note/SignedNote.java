package tribune.proof.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.text.Lines;
import tribune.proof.text.StrictText;

/**
 * A text and the signatures below it. Until a trusted key has been found among them the text is
 * somebody's claim. Signatures of unknown keys are kept and mean nothing. Immutable; safe for use
 * by several threads. Source: C2SP signed-note.
 */
public final class SignedNote {
  /** How long a note may be, in bytes, signatures included. */
  public static final int MAX_BYTES = 512 * 1024;

  /** How many signatures a note may have. The format demands that 16 be taken. */
  public static final int MAX_SIGNATURES = 64;

  private static final String WHAT = "signed note";

  private final String text;
  private final List<NoteSignature> signatures;

  private SignedNote(String text, List<NoteSignature> signatures) {
    this.text = text;
    this.signatures = List.copyOf(signatures);
  }

  /**
   * Signs a text.
   *
   * @param text whole lines: ends in a newline, without other control characters
   * @throws ProofRefused if no note can have the text
   */
  public static SignedNote sign(String text, Signer signer) {
    requireType(signer.verifier(), KeyType.NOTE);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!StrictText.lines(WHAT, bytes, MAX_BYTES).equals(text)) {
      throw new ProofRefused(Fault.MALFORMED, WHAT + ": found a text that UTF-8 cannot write");
    }
    return new SignedNote(text, List.of(NoteSignature.of(signer.verifier(), signer.sign(bytes))));
  }

  /**
   * Reads a note.
   *
   * @throws ProofRefused if it is none; nothing is said of signatures
   */
  public static SignedNote parse(byte[] bytes) {
    String whole = StrictText.lines(WHAT, bytes, MAX_BYTES);
    int end = whole.lastIndexOf("\n\n") + 1;
    if (end == 0) {
      throw new ProofRefused(
          Fault.MALFORMED, WHAT + ": found no empty line, expected one above the signatures");
    }
    String text = whole.substring(0, end);
    return new SignedNote(
        text, readSignatures(Lines.of(WHAT + " below its text", whole.substring(end + 1))));
  }

  /** What was signed, with its last newline. */
  public String text() {
    return text;
  }

  public List<NoteSignature> signatures() {
    return signatures;
  }

  /** The note as it is written. */
  public byte[] bytes() {
    String lines = signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    return (text + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * This note with one signature line more; the same note if it has the line.
   *
   * @throws ProofRefused if it has as many as it may have
   */
  public SignedNote with(NoteSignature signature) {
    if (signatures.contains(signature)) {
      return this;
    }
    requireRoom(signatures.size());
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** The lines that name this key, unchecked. */
  public List<NoteSignature> naming(VerifierKey key) {
    return signatures.stream().filter(signature -> signature.names(key)).toList();
  }

  /**
   * Whether this key signed the text; false if no line names it.
   *
   * @throws ProofRefused if a line names the key and is not its signature
   */
  public boolean isSignedBy(VerifierKey key) {
    requireType(key, KeyType.NOTE);
    List<NoteSignature> lines = naming(key);
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    for (NoteSignature line : lines) {
      if (!key.verifies(message, line.signature())) {
        throw new ProofRefused(
            Fault.BAD_SIGNATURE,
            WHAT
                + ": found a line of "
                + key.name()
                + "+"
                + key.idText()
                + " that this key did not"
                + " sign, expected its signature of the text above");
      }
    }
    return !lines.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedNote that
        && text.equals(that.text)
        && signatures.equals(that.signatures);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + signatures.hashCode();
  }

  @Override
  public String toString() {
    return StrictText.shown(text) + " with " + signatures;
  }

  private static List<NoteSignature> readSignatures(Lines lines) {
    List<NoteSignature> signatures = new ArrayList<>();
    do {
      requireRoom(signatures.size());
      signatures.add(NoteSignature.read(lines));
    } while (lines.hasNext());
    return signatures;
  }

  private static void requireRoom(int signatures) {
    if (signatures == MAX_SIGNATURES) {
      throw new ProofRefused(
          Fault.TOO_LONG, WHAT + ": found more than " + MAX_SIGNATURES + " signatures");
    }
  }

  private static void requireType(VerifierKey key, KeyType type) {
    if (key.type() != type) {
      throw new IllegalArgumentException(
          key.name() + " is a key for " + key.type() + ", asked for " + type);
    }
  }
}
