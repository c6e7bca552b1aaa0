package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tribune.document.Source;

/** The manual shows the rules that there are. */
class ManualTest {
  private static final Path MANUAL = Path.of("../docs/rules.md");
  private static final Pattern RULE =
      Pattern.compile("^rule \"LTR-03 .*?^end$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void the_example_is_the_rule_that_is_shipped() throws IOException {
    List<String> shown = rules(Files.readString(MANUAL));
    List<String> shipped =
        Shipped.files().rules().stream()
            .map(Source::text)
            .flatMap(it -> rules(it).stream())
            .toList();
    assertThat(shown).isNotEmpty().isEqualTo(shipped);
  }

  private static List<String> rules(String text) {
    return RULE.matcher(text).results().map(MatchResult::group).toList();
  }
}
