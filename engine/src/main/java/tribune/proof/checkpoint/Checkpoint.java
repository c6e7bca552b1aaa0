package tribune.proof.checkpoint;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.TreeHash;
import tribune.proof.text.Lines;
import tribune.proof.text.Spelling;
import tribune.proof.text.StrictText;

/**
 * What a log says of its tree: at this size it has this root. Immutable. Source: C2SP
 * tlog-checkpoint, "Note text".
 *
 * <p>Extension lines are read, kept and signed over, because other logs may write them; they are
 * never interpreted, and we write none.
 *
 * @param origin which log
 * @param size how many leaves
 * @param root the root over them; that of the empty tree exactly if the size is 0
 * @param extensions lines after the root, none of them empty
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /** How long a checkpoint may be, in bytes, without signatures. */
  public static final int MAX_BYTES = 4 * 1024;

  /** How many extension lines are taken. */
  public static final int MAX_EXTENSIONS = 16;

  private static final String WHAT = "checkpoint";

  /**
   * @throws ProofRefused if a line is empty, is not one line, or there are too many
   */
  public Checkpoint {
    requireNonNull(root, "root");
    extensions = List.copyOf(extensions);
    requireLine("the origin", origin);
    extensions.forEach(extension -> requireLine("an extension line", extension));
    if (extensions.size() > MAX_EXTENSIONS) {
      throw new ProofRefused(
          Fault.TOO_LONG, WHAT + ": found more than " + MAX_EXTENSIONS + " extension lines");
    }
    if (size < 0) {
      throw new ProofRefused(
          Fault.IMPOSSIBLE_SIZE, WHAT + ": found size " + size + ", expected 0 or more");
    }
    if (size == 0 && !root.equals(TreeHash.empty())) {
      throw new ProofRefused(
          Fault.ROOT_MISMATCH,
          WHAT + ": found root " + root + " at size 0, expected that of the empty tree");
    }
  }

  /** A checkpoint without extension lines. */
  public static Checkpoint of(String origin, long size, Hash root) {
    return new Checkpoint(origin, size, root, List.of());
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws ProofRefused if it is not such a text
   */
  public static Checkpoint parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Lines lines = Lines.of(WHAT, StrictText.lines(WHAT, bytes, MAX_BYTES));
    String origin = lines.next("the origin");
    long size = lines.nextDecimal("");
    String expected = "the root as 44 characters of base64";
    String word = lines.next(expected);
    Hash root = Spelling.hash(word).orElseThrow(() -> lines.refused(word, expected));
    List<String> extensions = new ArrayList<>();
    while (lines.hasNext()) {
      extensions.add(lines.next("an extension line"));
    }
    return new Checkpoint(origin, size, root, extensions);
  }

  /** What is signed: origin, size, root in base64, extension lines; each ended by a newline. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(extension -> text.append(extension).append('\n'));
    return text.toString();
  }

  private static void requireLine(String name, String line) {
    requireNonNull(line, name);
    if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
      throw ProofRefused.of(
          Fault.MALFORMED,
          "%s: found %s as %s, expected one line, not empty",
          WHAT,
          StrictText.shown(line),
          name);
    }
  }
}
