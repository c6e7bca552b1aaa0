package tribune.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of("audit", "decisions", "explain", "export", "output", "rules list");

  @ParameterizedTest
  @CsvSource({
    "ouput,output",
    "oputput,output",
    "uadit,audit",
    "AUDIT,audit",
    "decision,decisions",
    "exprot,export",
    "expl,explain",
    "rules lits,rules list"
  })
  void a_typing_mistake_is_recognised(String typed, String meant) {
    assertThat(NearestName.of(typed, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"frobnicate", "x", "exp", "''"})
  void what_resembles_nothing_or_too_much_gets_no_guess(String typed) {
    assertThat(NearestName.of(typed, NAMES)).isEmpty();
  }

  @Test
  void a_very_long_word_is_not_compared() {
    assertThat(NearestName.of("a".repeat(1_000_000), NAMES)).isEmpty();
  }
}
