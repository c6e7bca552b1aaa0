package tribune.export;

import java.io.IOException;

/** Where the files of an export go. */
public interface ExportFiles {
  /**
   * A new file.
   *
   * @param path relative, with forward slashes, in the characters that {@link
   *     tribune.document.Manifest} takes
   */
  ExportFile file(String path) throws IOException;
}
