package tribune.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names a set of files by their content: one line {@code <sha256 in hex> <path>} a file, sorted by
 * path, each ended by a line feed (what {@code sha256sum} prints and {@code sha256sum -c} checks).
 * The version of a rule base is the SHA-256 of this text, so that two rule bases have the same
 * version exactly if all their files are the same. Stateless.
 */
public final class Manifest {
  /** Paths that mean the same on every file system: portable characters, no way up or out. */
  private static final Pattern PATH =
      Pattern.compile("(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)*");

  private static final int MAX_PATH_CHARS = 255;

  private Manifest() {}

  /**
   * The manifest of these files.
   *
   * @param files the bytes of each file by its path, relative, with forward slashes
   * @throws IllegalArgumentException if a path is not portable
   */
  public static String of(Map<String, byte[]> files) {
    SortedMap<String, byte[]> sorted = new TreeMap<>(files);
    StringBuilder text = new StringBuilder();
    sorted.forEach(
        (path, bytes) ->
            text.append(Sha256.hex(bytes)).append("  ").append(requirePortable(path)).append('\n'));
    return text.toString();
  }

  /** The SHA-256 of the manifest of these files, as 64 lower-case hex digits. */
  public static String sha256(Map<String, byte[]> files) {
    return Sha256.hex(of(files).getBytes(UTF_8));
  }

  /** Whether a path may stand in a manifest. */
  public static boolean isPortable(String path) {
    return path.length() <= MAX_PATH_CHARS && PATH.matcher(path).matches();
  }

  private static String requirePortable(String path) {
    if (!isPortable(path)) {
      throw new IllegalArgumentException(
          "the path '"
              + path
              + "' cannot stand in a manifest: found characters or parts that do not mean the same"
              + " everywhere, expected letters A-Z, digits, '.', '_', '-' and '/' between them, at"
              + " most "
              + MAX_PATH_CHARS
              + " characters; rename the file");
    }
    return path;
  }
}
