package tribune.rulebase.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LayoutCodeTest {
  @Test
  void the_manual_explains_each_code() throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "diagnostics.md"));
    for (LayoutCode code : LayoutCode.values()) {
      assertThat(manual).contains("| " + code.id() + " | " + code.meaning() + " |\n");
    }
  }
}
