package tribune.rulebase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.document.Place;
import tribune.rulebase.Condition.Constraint;

class ConstraintEditsTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "==",
          "!=",
          "null",
          "||",
          "&&",
          "(",
          ")",
          "Tri.YES",
          "Kind.X",
          "'",
          "\"",
          " ",
          "in",
          "not in",
          "contains",
          ">",
          "<=",
          "$x : ",
          ",",
          "Method.Family.HEARSAY",
          "\\",
          "\n",
          "1");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "share >= $min; [share > $min]",
        "share > $min; [share >= $min]",
        "days <= $max; [days < $max]",
        "days < $max; [days <= $max]",
        "item == $item; [item != $item]",
        "lacks == \"a >= b\"; [lacks != \"a >= b\"]",
        "item.segments contains $name; [item.segments not contains $name]",
        "name not contains 'x'; [name contains 'x']",
        "retroactive == Tri.YES; [retroactive != Tri.YES, retroactive == Tri.NO]",
        "$e : effect in ( Effect.WORSE, Effect.MUCH_WORSE );"
            + " [$e : effect not in ( Effect.WORSE, Effect.MUCH_WORSE ),"
            + " $e : effect in ( Effect.NEUTRAL, Effect.MUCH_WORSE ),"
            + " $e : effect in ( Effect.WORSE, Effect.NEUTRAL )]",
        "x.family != Method.Family.HEARSAY;"
            + " [x.family == Method.Family.HEARSAY, x.family != Method.Family.QUANTITATIVE]",
        "level not in ( Level.HIGH, Level.LOW );"
            + " [level in ( Level.HIGH, Level.LOW ), level not in ( Level.MEDIUM, Level.LOW ),"
            + " level not in ( Level.HIGH, Level.MEDIUM )]",
        "reach == null || reach >= $min;"
            + " [reach != null || reach >= $min, reach == null && reach >= $min,"
            + " reach == null || reach > $min, reach >= $min, reach == null]",
        "a == null || ( b && c );"
            + " [a != null || ( b && c ), a == null && ( b && c ), a == null || ( b || c ),"
            + " ( b && c ), a == null]",
        "themes.isEmpty(); []"
      })
  void each_edit_changes_one_thing(String constraint, String edits) {
    assertThat(ConstraintEdits.of(new Constraint(Place.START, constraint))).hasToString(edits);
  }

  @Test
  void whatever_is_written_no_edit_leaves_it_as_it_was() {
    long seed = 4_711L;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
      }
      assertThat(ConstraintEdits.of(new Constraint(Place.START, text.toString().strip())))
          .as("constraint %d of seed %d: %s", i, seed, text)
          .doesNotContain(text.toString().strip());
    }
  }
}
