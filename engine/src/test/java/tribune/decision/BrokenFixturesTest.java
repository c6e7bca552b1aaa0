package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.document.DiagnosticCode;
import tribune.document.DocumentCode;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.schema.BindingCode;

/** Each file of fixtures/broken is refused with exactly the text that stands beside it. */
class BrokenFixturesTest {
  private static final Path BROKEN = Path.of("..", "fixtures", "broken");
  private static final Pattern CODE = Pattern.compile("\\[(IN-[0-9]{3})]");

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_file_is_explained(String name) throws IOException {
    String text =
        Source.decode(name, Files.readAllBytes(BROKEN.resolve(name)))
            .then(ProposalReader::read)
            .fold(sound -> "sound", Reading.Faulty::text);

    assertThat(text + "\n").isEqualTo(Files.readString(expected(name)));
  }

  @Test
  void every_mistake_that_a_file_can_show_is_shown_by_one() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    for (String name : files()) {
      Matcher codes = CODE.matcher(Files.readString(expected(name)));
      while (codes.find()) {
        shown.add(codes.group(1));
      }
    }
    List<DiagnosticCode> tooLargeToKeep =
        List.of(DocumentCode.TOO_LARGE, ProposalCode.TOO_MANY_FACTS);
    List<DiagnosticCode> notForProposals = List.of(BindingCode.REFUSED);

    assertThat(shown)
        .containsExactlyElementsOf(
            DiagnosticCodesTest.codes()
                .filter(code -> !tooLargeToKeep.contains(code))
                .filter(code -> !notForProposals.contains(code))
                .map(DiagnosticCode::id)
                .toList());
  }

  @Test
  void every_expectation_belongs_to_a_file() {
    try (Stream<Path> files = Files.list(BROKEN)) {
      assertThat(files.count()).isEqualTo(2L * files().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path expected(String name) {
    return BROKEN.resolve(name.substring(0, name.lastIndexOf('.')) + ".expected.txt");
  }
}
