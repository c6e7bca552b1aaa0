package tribune.rulebase.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.drl.DrlCode;
import tribune.rulebase.meaning.MeaningCode;

/**
 * Each file of fixtures/broken-rules, put into a sound rule base, is explained with exactly the
 * text that stands beside it. {@code -Dgolden.write=true} writes these texts anew.
 */
class BrokenRuleFilesTest {
  private static final Path BROKEN = Path.of("..", "fixtures", "broken-rules");
  private static final Pattern CODE = Pattern.compile("\\[(RB-[56][0-9]{2})]");
  private static final String EXPECTED = ".expected.txt";

  /** What a file takes the place of, by how its name ends. */
  private static final Map<String, String> PLACES =
      Map.of(
          ".thresholds.yaml", "thresholds.yaml",
          ".rulebase.yaml", "rulebase.yaml",
          ".principle.yaml", "principles/deal/principle.yaml",
          ".cases.yaml", "principles/deal/broken.cases.yaml",
          ".drl", "principles/deal/broken.drl");

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(BROKEN)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> BROKEN.relativize(file).toString())
          .filter(name -> !name.endsWith(EXPECTED))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_file_is_explained(String name) throws IOException {
    List<Diagnostic> found = found(name);
    String text = found.stream().map(it -> it.text() + "\n").collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected(name), text);
    }
    assertThat(found).as(name).isNotEmpty();
    assertThat(found).as(name).allSatisfy(BrokenRuleFilesTest::isPlain);
    assertThat(text).isEqualTo(Files.readString(expected(name)));
  }

  @Test
  void there_are_enough_of_them_and_each_has_its_text() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(120);
    try (Stream<Path> all = Files.walk(BROKEN)) {
      assertThat(all.filter(Files::isRegularFile).count()).isEqualTo(2L * files().size());
    }
  }

  @Test
  void every_mistake_that_a_rule_file_can_show_is_shown_by_one() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    for (String name : files()) {
      Matcher codes = CODE.matcher(Files.readString(expected(name)));
      while (codes.find()) {
        shown.add(codes.group(1));
      }
    }
    assertThat(shown)
        .containsExactlyElementsOf(
            Stream.concat(Arrays.stream(DrlCode.values()), Arrays.stream(MeaningCode.values()))
                .map(DiagnosticCode::id)
                .toList());
  }

  /** A place, a suggestion, and no word of the parser or of generated code. */
  static void isPlain(Diagnostic diagnostic) {
    assertThat(diagnostic.text())
        .doesNotContainPattern("Lambda|Rules[0-9A-F]{6}|\\[ERR|viable|mismatched|<eof>|PatternDSL")
        .doesNotContain(":0:", ":-1");
    if (diagnostic.code().id().startsWith("RB-")) {
      assertThat(diagnostic.place()).as(diagnostic.text()).isNotNull();
      assertThat(diagnostic.label().isEmpty() && diagnostic.notes().isEmpty())
          .as("without a suggestion: " + diagnostic.text())
          .isFalse();
    }
  }

  private static List<Diagnostic> found(String name) throws IOException {
    String place =
        PLACES.entrySet().stream()
            .filter(ending -> name.endsWith(ending.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    SmallRuleBase rules = SmallRuleBase.sound().with(place, Files.readString(BROKEN.resolve(name)));
    return RuleBaseCheck.of(rules.files(), CompiledRulesCache.none());
  }

  private static Path expected(String name) {
    return BROKEN.resolve(name.substring(0, name.lastIndexOf('.')) + EXPECTED);
  }
}
