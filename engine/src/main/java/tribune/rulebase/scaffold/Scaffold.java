package tribune.rulebase.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tribune.rulebase.layout.WholeFile;

/**
 * Files that are to be made, and files that are to grow by a few lines. No file that is there is
 * ever written over. Immutable.
 */
public final class Scaffold {
  private final Map<Path, String> made;
  private final Map<Path, String> grown;

  /**
   * @param made texts of new files
   * @param grown whole texts of files that are there, with something added
   */
  Scaffold(Map<Path, String> made, Map<Path, String> grown) {
    this.made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
    this.grown = Collections.unmodifiableMap(new LinkedHashMap<>(grown));
  }

  /** The files that are made, in the order in which they are best read. */
  public List<Path> made() {
    return List.copyOf(made.keySet());
  }

  /** The files that grow. */
  public List<Path> grown() {
    return List.copyOf(grown.keySet());
  }

  /**
   * Writes all files.
   *
   * @throws ScaffoldRefused if one of the new files is there already; then nothing is written
   * @throws IOException if a file cannot be written; those that were made are taken away again
   */
  public void write() throws IOException {
    List<String> there = made.keySet().stream().filter(Files::exists).map(Path::toString).toList();
    if (!there.isEmpty()) {
      throw new ScaffoldRefused(
          "there already: " + String.join(", ", there),
          "no file is written over; choose another name");
    }
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> file : made.entrySet()) {
        Files.createDirectories(file.getKey().toAbsolutePath().getParent());
        Files.writeString(file.getKey(), file.getValue(), UTF_8, StandardOpenOption.CREATE_NEW);
        written.add(file.getKey());
      }
      for (Map.Entry<Path, String> file : grown.entrySet()) {
        WholeFile.write(file.getKey(), file.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      for (Path file : written) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }
}
