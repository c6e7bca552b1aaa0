package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import tribune.proof.TreeHash;

/** Names from elsewhere, such as origins, as names of files: one for each, and never a path. */
public final class FileNames {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Fewer than file systems take, since endings are added. */
  private static final int MAX_LENGTH = 200;

  private FileNames() {}

  /**
   * Letters, digits, and dots within stay as they are; other bytes are written as %XX. A long name
   * is cut short and told apart by a hash.
   */
  public static String of(String name) {
    StringBuilder written = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean innerDot = c == '.' && written.length() > 0;
      written.append(
          PLAIN.indexOf(c) >= 0 || innerDot
              ? Character.toString(c)
              : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return written.length() <= MAX_LENGTH
        ? written.toString()
        : written.substring(0, MAX_LENGTH / 2) + "%" + TreeHash.leaf(name.getBytes(UTF_8)).hex();
  }
}
