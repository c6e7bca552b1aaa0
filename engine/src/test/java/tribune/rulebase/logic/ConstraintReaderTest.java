package tribune.rulebase.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConstraintReaderTest {
  private static final long SEED = 4L;
  private static final List<String> PIECES =
      List.of(
          "a",
          "b.c",
          "$x",
          ":",
          "==",
          "!=",
          "<",
          ">=",
          "(",
          ")",
          ",",
          "in",
          "not",
          "contains",
          "||",
          "&&",
          "!",
          "null",
          "Tri.YES",
          "Kind.NONE",
          "5",
          "-2.5",
          "'t'",
          "\"u",
          "this",
          "[",
          "]",
          "\\",
          "true",
          "1.",
          "..",
          "é",
          " ",
          "\n",
          "matches",
          "0x1F",
          "12B",
          "new",
          "#");

  @Test
  void it_reads_whatever_is_written_and_reads_it_the_same_way_again() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      String what = "round " + round + " of seed " + SEED + ": " + text;
      Formula once = ConstraintReader.read(text.toString(), "fact", new Scope());
      Formula again = ConstraintReader.read(text.toString(), "fact", new Scope());
      assertThat(again).as(what).isEqualTo(once);
      assertThat(Possibility.follows(List.of(once), again)).as(what).isTrue();
    }
  }

  @Test
  void space_makes_no_difference() {
    assertThat(read("kind in(Kind.POLICY,Kind.PRICING)"))
        .isEqualTo(read("  kind in ( Kind.POLICY ,\n Kind.PRICING ) "));
  }

  @Test
  void a_variable_stands_for_what_it_was_bound_to() {
    Scope scope = new Scope();
    assertThat(ConstraintReader.read("$share : share", "one", scope)).isEqualTo(Formula.ALWAYS);
    assertThat(ConstraintReader.read("share == $share", "one", scope))
        .isInstanceOfSatisfying(
            Formula.Related.class,
            it -> assertThat(List.of(it.left(), it.right())).containsOnly("one.share"));
    scope.bind("$min", new Operand.Amount(BigDecimal.TEN));
    assertThat(ConstraintReader.read("share >= $min", "one", scope))
        .isEqualTo(ConstraintReader.read("share >= 10", "one", new Scope()));
  }

  @Test
  void a_binding_keeps_what_else_the_constraint_says() {
    assertThat(read("$adverse : adverse != Tri.NO")).isEqualTo(read("adverse != Tri.NO"));
  }

  private static Formula read(String constraint) {
    return ConstraintReader.read(constraint, "fact", new Scope());
  }
}
