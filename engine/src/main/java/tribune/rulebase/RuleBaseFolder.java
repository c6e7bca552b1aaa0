package tribune.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * The files of a rule base as they lie in a directory; whoever reads, lays out or watches them asks
 * here. Nothing outside of the directory is among them, whatever links are in it, and nothing that
 * is no plain file. Stateless.
 */
public final class RuleBaseFolder {
  private RuleBaseFolder() {}

  /**
   * Each file by its name in the directory, of a carried base too; or what must not be there.
   *
   * @param directory that there is; it may be a link
   * @throws IOException if a folder cannot be read
   */
  public static Reading<SortedMap<String, Path>> files(Path directory) throws IOException {
    FolderWalk walk = FolderWalk.of(directory);
    List<Diagnostic> refused = walk.refused();
    return refused.isEmpty()
        ? new Reading.Sound<>(Collections.unmodifiableSortedMap(walk.found()), List.of())
        : new Reading.Faulty<>(refused, 0);
  }

  /** The bytes of one of these files; of one that is too large, one more than it may have. */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Source.LIMIT_BYTES + 1);
    }
  }
}
