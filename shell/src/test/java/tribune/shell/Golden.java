package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what was printed with a file in {@code src/test/resources/golden}. Run the tests with
 * {@code -Dgolden.write=true} to write the files anew, then read the difference before committing.
 */
public final class Golden {

  private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  public static void check(String name, String printed) {
    Path file = DIRECTORY.resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(DIRECTORY);
        Files.writeString(file, printed, UTF_8);
      }
      assertThat(printed).as(name).isEqualTo(Files.readString(file, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
