package tribune.proof.text;

import java.util.ArrayList;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;

/** Reads a text line by line; every refusal names the line. Not safe for several threads. */
public final class Lines {
  /** More hashes than any proof has. */
  public static final int MAX_HASHES = 63;

  private final String what;
  private final String text;
  private int start;
  private int line;

  private Lines(String what, String text) {
    this.what = what;
    this.text = text;
  }

  /**
   * The lines of a text that is whole lines, as {@link StrictText#lines} gives.
   *
   * @param what is read, for messages
   */
  public static Lines of(String what, String text) {
    return new Lines(what, text);
  }

  public boolean hasNext() {
    return start < text.length();
  }

  /** Whether the next line begins so. */
  public boolean nextStartsWith(String prefix) {
    return text.startsWith(prefix, start);
  }

  /**
   * The next line, without its newline.
   *
   * @param expected what should stand there, for the message if the text has ended
   */
  public String next(String expected) {
    line++;
    int end = text.indexOf('\n', start);
    if (end < 0) {
      throw refusal("the end", expected);
    }
    String found = text.substring(start, end);
    start = end + 1;
    return found;
  }

  /** The number after {@code prefix} on the next line. */
  public long nextDecimal(String prefix) {
    String number = "a number from 0 to 2^63-1 without leading zeros";
    String expected = prefix.isEmpty() ? number : "\"" + prefix + "\" and " + number;
    String found = next(expected);
    if (found.startsWith(prefix)) {
      String digits = found.substring(prefix.length());
      return Spelling.decimal(digits).orElseThrow(() -> refused(found, expected));
    }
    throw refused(found, expected);
  }

  /** The hashes on the next lines, and past the empty line that ends them. */
  public List<Hash> nextHashes() {
    String expected = "a hash as 44 characters of base64, or the empty line after the hashes";
    List<Hash> hashes = new ArrayList<>();
    String found = next(expected);
    while (!found.isEmpty()) {
      String word = found;
      hashes.add(Spelling.hash(word).orElseThrow(() -> refused(word, expected)));
      if (hashes.size() > MAX_HASHES) {
        throw refusal("one hash more", "at most " + MAX_HASHES + " hashes");
      }
      found = next(expected);
    }
    return hashes;
  }

  /** All that follows. */
  public String rest() {
    return text.substring(start);
  }

  /** The refusal of the line that was read last, showing it. */
  public ProofRefused refused(String found, String expected) {
    return refusal(StrictText.shown(found), expected);
  }

  private ProofRefused refusal(String found, String expected) {
    return ProofRefused.of(
        Fault.MALFORMED, "%s, line %d: found %s, expected %s", what, line, found, expected);
  }
}
