package tribune.rulebase.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.document.DiagnosticCode;
import tribune.rulebase.drl.DrlCode;

class RuleFileCodesTest {
  private static Stream<DiagnosticCode> codes() {
    return Stream.of(DrlCode.values(), MeaningCode.values()).flatMap(Stream::of);
  }

  @Test
  void each_code_is_given_once() {
    assertThat(codes().map(DiagnosticCode::id)).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void the_manual_explains_each_code() throws IOException {
    String table =
        codes()
            .map(code -> "| " + code.id() + " | " + code.meaning() + " |\n")
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("..", "docs", "diagnostics.md")))
        .contains("| code | meaning |\n| --- | --- |\n" + table + "\n");
  }
}
