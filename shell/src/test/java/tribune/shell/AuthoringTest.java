package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** The newcomer's path of docs/authoring.md works as it is written. */
class AuthoringTest {
  private static final Path PAGE = Path.of("..", "docs", "authoring.md");
  private static final String PROGRAM = "./tribune ";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void every_command_of_the_page_does_what_it_says() throws IOException {
    Desk desk = Desk.cleared("authoring");
    Path folder = desk.home().resolve("work");
    Files.createDirectories(folder);
    List<String> lines =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith(PROGRAM)).toList();
    assertThat(lines).hasSizeGreaterThan(10);
    for (String line : lines) {
      String[] parts = line.substring(PROGRAM.length()).split(" > ", 2);
      if (parts[0].contains("--watch")) {
        continue; // RulesWatchTest watches
      }
      Trial.Outcome outcome = desk.run(words(parts[0], folder));
      assertThat(outcome.code())
          .as(line + "\n" + outcome.out() + outcome.err())
          .isIn(expected(line));
      if (parts.length == 2) {
        Files.writeString(folder.resolve(parts[1]), outcome.out());
      }
    }
  }

  /** A template states nothing yet, so its audit is incomplete; everything else holds. */
  private static List<ExitCode> expected(String line) {
    return line.contains("--dry-run")
        ? List.of(ExitCode.INCOMPLETE, ExitCode.USAGE)
        : List.of(ExitCode.OK);
  }

  private static String[] words(String line, Path folder) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(
          text.equals("./my-rules") || text.equals("hub.yaml")
              ? folder.resolve(text).normalize().toString()
              : text);
    }
    return words.toArray(String[]::new);
  }
}
