package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.TypingUser.ENTER;
import static tribune.shell.TypingUser.TAB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

/** An export as the command line makes it, in each format of output. */
class ExportTest {
  private static final Path EXPORT = Path.of("target", "desk", "export-copy");

  @BeforeEach
  void clear() throws IOException {
    if (Files.exists(EXPORT)) {
      try (Stream<Path> files = Files.walk(EXPORT)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "plain", "json"})
  void it_is_written_and_told(String output) throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("fails.yaml"), Desk.proposal("passes.yaml"));

    Trial.Outcome outcome =
        desk.house("export", "--format", "jsonl", "--to", EXPORT.toString(), "--output", output);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(outcome.err()).contains("3 records exported.");
    Golden.check(
        output.equals("json") ? "export.json" : "export-" + output + ".txt",
        Desk.stable(outcome.out()));
    assertThat(Files.readAllLines(EXPORT.resolve("records.jsonl"), UTF_8)).hasSize(3);
    assertThat(Files.readString(EXPORT.resolve("checkpoint"), UTF_8))
        .isEqualTo(desk.house("trail", "checkpoint", "--output", "table").out());
    assertThat(names())
        .containsExactlyInAnyOrder(
            "README.txt",
            "Verify.java",
            "checkpoint",
            "key.vkey",
            "leaves.txt",
            "payloads.jsonl",
            "records.jsonl",
            "rulebases");
  }

  @Test
  void the_prompt_completes_it() throws IOException {
    Desk desk = Desk.cleared("export");
    desk.house("audit", Desk.proposal("passes.yaml"));
    try (TypingUser user = TypingUser.at(desk)) {
      user.types("expo" + TAB + "--form" + TAB + "js" + TAB + "--to " + EXPORT + ENTER)
          .sees("rule bases")
          .sees("tribune> ")
          .types("exit" + ENTER);
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
    }
    assertThat(names()).contains("Verify.java");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(EXPORT)) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }
}
