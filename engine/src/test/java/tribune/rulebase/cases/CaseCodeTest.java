package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseCodeTest {
  @Test
  void each_code_is_given_once() {
    assertThat(Arrays.stream(CaseCode.values()).map(CaseCode::id))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void the_manual_explains_each_code() throws IOException {
    String table =
        Arrays.stream(CaseCode.values())
            .map(code -> "| " + code.id() + " | " + code.meaning() + " |\n")
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("..", "docs", "diagnostics.md")))
        .contains("| code | meaning |\n| --- | --- |\n" + table + "\n");
  }
}
