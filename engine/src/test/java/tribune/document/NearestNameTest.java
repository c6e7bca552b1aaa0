package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("SURVEY", "INTERVIEW", "FOCUS_GROUP", "collectedFrom", "collectedTo", "id", "reach");

  @ParameterizedTest
  @CsvSource({
    "survy, SURVEY",
    "Survey, SURVEY",
    "suvrey, SURVEY",
    "focus-group, FOCUS_GROUP",
    "focusgroup, FOCUS_GROUP",
    "collected_to, collectedTo",
    "colectedfrom, collectedFrom",
    "ID, id",
    "raech, reach",
    "foc, FOCUS_GROUP"
  })
  void it_finds_what_was_probably_meant(String written, String meant) {
    assertThat(NearestName.to(written, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"xyzzy", "it", "''", "weather"})
  void it_does_not_guess(String written) {
    assertThat(NearestName.to(written, NAMES)).isEmpty();
  }

  @Test
  void of_equally_near_names_the_first_wins() {
    assertThat(NearestName.to("cat", List.of("bat", "hat"))).contains("bat");
  }

  @Test
  void very_long_words_are_not_compared() {
    assertThat(NearestName.to("a".repeat(100_000), NAMES)).isEmpty();
  }
}
