package tribune.shell.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sees when a file of a rule base is saved, by sizes and times. Asking again and again works on
 * every kind of disk, and costs little: a rule base has some dozen files. Not safe for use by
 * several threads.
 */
public final class RuleBaseWatch {
  private static final int LIMIT_DEPTH = 10;

  private final List<Path> directories;
  private Map<Path, String> seen;

  private RuleBaseWatch(List<Path> directories) {
    this.directories = List.copyOf(directories);
    this.seen = look();
  }

  /** Watches these directories from now on. */
  public static RuleBaseWatch of(List<Path> directories) {
    return new RuleBaseWatch(directories);
  }

  /** Whether a file was saved, made or removed since this was asked last. */
  public boolean changed() {
    Map<Path, String> now = look();
    boolean isOther = !now.equals(seen);
    seen = now;
    return isOther;
  }

  /** A file that goes while it is looked at is seen as gone. */
  private Map<Path, String> look() {
    Map<Path, String> found = new HashMap<>();
    for (Path directory : directories) {
      try (Stream<Path> walk = Files.walk(directory, LIMIT_DEPTH)) {
        walk.filter(Files::isRegularFile).forEach(file -> found.put(file, state(file)));
      } catch (IOException | UncheckedIOException e) {
        found.put(directory, "not to be read");
      }
    }
    return found;
  }

  private static String state(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return "gone";
    }
  }
}
