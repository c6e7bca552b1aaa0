package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.document.DiagnosticCode;
import tribune.document.DocumentCode;
import tribune.schema.BindingCode;

class DiagnosticCodesTest {
  private static final Path MANUAL = Path.of("..", "docs", "diagnostics.md");

  static Stream<DiagnosticCode> codes() {
    return Stream.of(DocumentCode.values(), BindingCode.values(), ProposalCode.values())
        .flatMap(Stream::of);
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

    assertThat(Files.readString(MANUAL))
        .contains("| code | meaning |\n| --- | --- |\n" + table + "\n");
  }
}
