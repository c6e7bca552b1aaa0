package tribune.rulebase.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares generated files with those of a folder. Run the tests with {@code -Dgolden.write=true}
 * to write the folder anew, then read the difference before committing.
 */
public final class GoldenFolder {
  private GoldenFolder() {}

  /** The folder holds these files and no others. */
  public static void check(Path folder, Map<String, String> generated) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      write(folder, generated);
    }
    SortedMap<String, String> found = new TreeMap<>();
    for (Path file : files(folder)) {
      found.put(file.getFileName().toString(), Files.readString(file, UTF_8));
    }
    assertThat(found.keySet())
        .as("files of %s", folder)
        .isEqualTo(new TreeMap<>(generated).keySet());
    generated.forEach(
        (name, text) ->
            assertThat(found.get(name))
                .as("%s: generate it anew with -Dgolden.write=true", folder.resolve(name))
                .isEqualTo(text));
  }

  private static void write(Path folder, Map<String, String> generated) throws IOException {
    Files.createDirectories(folder);
    for (Path old : files(folder)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
