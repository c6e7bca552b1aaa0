package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are compared with a file; {@code -Dgolden.write=true} writes the file instead. */
final class Golden {
  private Golden() {}

  static void compare(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
