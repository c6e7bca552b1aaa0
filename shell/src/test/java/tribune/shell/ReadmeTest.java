package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** What the README tells people to type does something, and what it shows is what they see. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String PROGRAM = "./tribune ";

  /** Where the README speaks of the reader's own files, these stand for them. */
  private static final Map<String, String> STANDING_FOR =
      Map.of(
          "bags.yaml", Desk.fixture("proposals/needs-evidence.yaml"),
          "./my-rules", Path.of("..", "rules").toString(),
          "year.jsonl", Path.of("src/test/resources/desk/imports/year.jsonl").toString());

  @Test
  void every_line_of_the_readme_can_be_typed() throws IOException {
    Desk desk = Desk.cleared("readme");
    List<String> lines =
        Files.readAllLines(README).stream()
            .filter(line -> line.startsWith(PROGRAM) && !line.startsWith(PROGRAM + " "))
            .toList();
    assertThat(lines).hasSizeGreaterThan(8);
    for (String line : lines) {
      Trial.Outcome outcome = desk.run(words(line, desk));
      assertThat(outcome.code().isAnswer()).as(line + "\n" + outcome.err()).isTrue();
    }
  }

  @Test
  void the_readme_shows_what_an_audit_prints() throws IOException {
    Trial.Outcome outcome =
        Desk.cleared("readme-shows")
            .run("audit", Desk.fixture("decisions/netflix-2011-price-split.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
    String readme = Files.readString(README);
    String shown = readme.substring(readme.indexOf("FAIL  BLOCKER"), readme.indexOf("\n...\n"));
    assertThat(outcome.out()).contains(shown).endsWith("FAIL  reject (NETFLIX-2011@1)\n");
    assertThat(readme).contains("\nFAIL  reject (NETFLIX-2011@1)\n");
  }

  /** The words of a line, without what follows two blanks, which is for people. */
  private static String[] words(String line, Desk desk) {
    String typed = line.substring(PROGRAM.length()).split(" {2}| > ", 2)[0];
    return List.of(typed.split(" ")).stream()
        .map(word -> STANDING_FOR.getOrDefault(word, word))
        .map(word -> word.startsWith("fixtures/") ? "../" + word : word)
        .map(word -> word.endsWith(".checkpoint") ? desk.home().resolve(word).toString() : word)
        .map(word -> word.equals("pack") ? desk.home().resolve("pack").toString() : word)
        .map(word -> word.equals("./new-rules") ? desk.home().resolve("new").toString() : word)
        .toArray(String[]::new);
  }
}
