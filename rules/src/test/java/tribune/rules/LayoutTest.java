package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tribune.document.Source;
import tribune.rulebase.layout.FileLayout;
import tribune.rulebase.layout.LaidOut;

/** The shipped rule base stands as {@code rules fmt} lays it out, and comes back to that. */
class LayoutTest {
  private static final Pattern BLANKS = Pattern.compile("\"[^\"\n]*\"|//[^\n]*|(?<=\\S) +(?=\\S)");
  private static final Pattern INDENT = Pattern.compile("(?m)^ +");

  @Test
  void every_file_stands_as_it_is_laid_out() {
    assertThat(LaidOut.in(Path.of("")).orThrow())
        .hasSizeGreaterThan(35)
        .allSatisfy(file -> assertThat(file.text().diagnostics()).isEmpty())
        .noneMatch(LaidOut::differs);
  }

  @Test
  void rules_with_other_blanks_come_back_as_they_are_shipped() {
    SplittableRandom random = new SplittableRandom(7);
    for (LaidOut file : LaidOut.in(Path.of("")).orThrow()) {
      String text = file.before();
      if (file.path().toString().endsWith(".drl")) {
        String other = BLANKS.matcher(text).replaceAll(it -> widened(it, random));
        other = INDENT.matcher(other).replaceAll(it -> " ".repeat(random.nextInt(9)));
        assertThat(other).isNotEqualTo(text);
        assertThat(laidOut(file, other)).isEqualTo(text);
      }
    }
  }

  @Test
  void yaml_that_is_further_in_with_other_line_ends_comes_back_as_it_is_shipped() {
    for (LaidOut file : LaidOut.in(Path.of("")).orThrow()) {
      String text = file.before();
      if (file.path().toString().endsWith(".yaml")) {
        String other = text.replaceAll("(?m)^(?=.)", "   ");
        assertThat(
                laidOut(file, other.replace("\n\n", "\n\n\n").replace("\n", "\r\n") + "\r\n\r\n"))
            .as(file.path().toString())
            .isEqualTo(text);
      }
    }
  }

  private static String widened(MatchResult found, SplittableRandom random) {
    boolean isBlank = found.group().isBlank();
    return isBlank
        ? " ".repeat(1 + random.nextInt(3))
        : java.util.regex.Matcher.quoteReplacement(found.group());
  }

  private static String laidOut(LaidOut file, String text) {
    return FileLayout.of(Source.of(file.path().toString(), text)).orThrow();
  }
}
