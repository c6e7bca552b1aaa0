package tribune.shell.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tribune.rulebase.RuleBaseFolder;

/**
 * Sees when a file of a rule base is saved, by sizes and times. Asking again and again works on
 * every kind of disk, and costs little: a rule base has some dozen files. Not safe for use by
 * several threads.
 */
public final class RuleBaseWatch {
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

  /**
   * A file that goes while it is looked at is seen as gone, and what must not be there by what is
   * said of it.
   */
  private Map<Path, String> look() {
    Map<Path, String> found = new HashMap<>();
    for (Path directory : directories) {
      try {
        RuleBaseFolder.files(directory)
            .fold(
                files -> {
                  files.value().values().forEach(file -> found.put(file, state(file)));
                  return found;
                },
                refused -> {
                  found.put(directory, refused.text());
                  return found;
                });
      } catch (IOException e) {
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
