package tribune.rulebase.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be impossible is impossible; compared with trying everything. */
class PossibilityTest {
  private static final long SEED = 31L;
  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reach > 5 ; reach < 3",
        "reach > 5 ; reach <= 5",
        "reach == 5 ; reach != 5",
        "reach == null ; reach >= 0",
        "adverse == Tri.YES ; adverse == Tri.NO",
        "adverse == Tri.YES ; adverse != Tri.YES",
        "kind in ( Kind.POLICY, Kind.PRICING ) ; kind == Kind.PRODUCT",
        "kind in ( Kind.POLICY ) ; kind not in ( Kind.POLICY, Kind.PRICING )",
        "adverse != null && adverse != Tri.YES ; adverse != Tri.NO && adverse != Tri.UNSTATED",
        "title == \"a\" ; title == 'b'",
        "title == \"a\" ; title == null",
        "tags.isEmpty() == true ; tags.isEmpty() == false",
        "tags contains \"x\" ; !(tags contains \"x\")",
        "tags contains $name ; tags not contains $name",
        "reach < share ; share < reach",
        "reach == $reach ; reach != $reach",
        "reach > 5 || reach < 3 ; reach == 4",
        "method.family == Method.Family.HEARSAY ; method.family in ( Method.Family.OPERATIONAL )",
        "5 < reach ; 3 > reach"
      })
  void two_constraints_that_exclude_each_other_are_seen(String one, String other) {
    assertThat(excluded(one, other)).isTrue();
    assertThat(excluded(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reach > 5 ; reach < 6",
        "reach >= 5 ; reach <= 5",
        "reach != 5 ; reach == null",
        "reach > 5 ; share < 3",
        "adverse != Tri.YES ; adverse != Tri.NO",
        "adverse != Tri.YES && adverse != Tri.NO ; adverse != Tri.UNSTATED",
        "kind in ( Kind.POLICY, Kind.PRICING ) ; kind != Kind.PRICING",
        "title != \"a\" ; title != \"b\"",
        "tags contains \"x\" ; tags contains \"y\"",
        "tags contains \"x\" ; tags not contains \"y\"",
        "reach <= share ; share <= reach",
        "reach == $reach ; reach == $share",
        "reach > $reach ; reach < $share",
        "x.anything( 5 ) ; x.anything( 6 ) == false",
        "reach > 5 || == 3 ; reach == 3",
        "$reach : reach ; reach == null",
        "tags matches 'a.*' ; tags matches 'b.*'"
      })
  void two_constraints_that_can_hold_together_are_let_through(String one, String other) {
    assertThat(excluded(one, other)).isFalse();
    assertThat(excluded(other, one)).isFalse();
  }

  @Test
  void what_is_called_impossible_is_true_of_no_values_at_all() {
    SplittableRandom random = new SplittableRandom(SEED);
    int impossible = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Claim> claims = new ArrayList<>();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        claims.add(claim(random, 2));
      }
      List<Formula> formulas = claims.stream().map(it -> read(it.text())).toList();
      boolean excluded = Possibility.excluded(formulas);
      impossible += excluded ? 1 : 0;
      assertThat(excluded && isTrueSomewhere(claims))
          .as("round " + round + " of seed " + SEED + ": " + claims)
          .isFalse();
    }
    assertThat(impossible).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
  }

  @Test
  void a_formula_follows_only_where_no_values_refute_it() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int following = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Claim one = claim(random, 2);
      Claim other = claim(random, 2);
      boolean follows = Possibility.follows(List.of(read(one.text())), read(other.text()));
      following += follows ? 1 : 0;
      boolean refuted =
          values().stream().anyMatch(it -> one.test().holds(it) && !other.test().holds(it));
      assertThat(follows && refuted)
          .as("round " + round + " of seed " + SEED + ": " + one + " and " + other)
          .isFalse();
    }
    assertThat(following).isGreaterThan(ROUNDS / 50);
  }

  /** The members of a fact: reach and share, null for unstated, and one of three answers. */
  private record Members(
      @Nullable Integer reach, @Nullable Integer share, @Nullable String answer) {}

  private interface Question {
    boolean holds(Members members);
  }

  /** A constraint, and the same as a test of values. */
  private record Claim(String text, Question test) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static Claim claim(SplittableRandom random, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Claim left = claim(random, depth - 1);
      Claim right = claim(random, depth - 1);
      return switch (random.nextInt(3)) {
        case 0 ->
            new Claim(
                "( " + left + " || " + right + " )",
                it -> left.test().holds(it) || right.test().holds(it));
        case 1 ->
            new Claim(
                "( " + left + " && " + right + " )",
                it -> left.test().holds(it) && right.test().holds(it));
        default -> new Claim("!( " + left + " )", it -> !left.test().holds(it));
      };
    }
    return switch (random.nextInt(4)) {
      case 0 -> answer(random);
      case 1 -> {
        String sign = sign(random);
        yield new Claim("reach " + sign + " share", it -> compare(it.reach(), sign, it.share()));
      }
      default -> {
        String sign = sign(random);
        Integer number = random.nextInt(5) == 0 ? null : random.nextInt(3);
        boolean equality = sign.equals("==") || sign.equals("!=");
        Integer wanted = number == null && !equality ? Integer.valueOf(1) : number;
        yield random.nextBoolean()
            ? new Claim("reach " + sign + " " + wanted, it -> compare(it.reach(), sign, wanted))
            : new Claim("share " + sign + " " + wanted, it -> compare(it.share(), sign, wanted));
      }
    };
  }

  private static Claim answer(SplittableRandom random) {
    String word = List.of("YES", "NO", "UNSTATED").get(random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> new Claim("adverse == Tri." + word, it -> word.equals(it.answer()));
      case 1 -> new Claim("adverse != Tri." + word, it -> !word.equals(it.answer()));
      case 2 ->
          new Claim(
              "adverse in ( Tri.YES, Tri." + word + " )",
              it -> word.equals(it.answer()) || "YES".equals(it.answer()));
      default ->
          new Claim(
              "adverse not in ( Tri.NO, Tri." + word + " )",
              it -> !word.equals(it.answer()) && !"NO".equals(it.answer()));
    };
  }

  private static String sign(SplittableRandom random) {
    return List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
  }

  /** As Drools compares: null equals null and has no order. */
  private static boolean compare(@Nullable Integer left, String sign, @Nullable Integer right) {
    if (sign.equals("==")) {
      return java.util.Objects.equals(left, right);
    }
    if (sign.equals("!=")) {
      return !java.util.Objects.equals(left, right);
    }
    if (left == null || right == null) {
      return false;
    }
    return switch (sign) {
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      default -> left >= right;
    };
  }

  private static boolean isTrueSomewhere(List<Claim> claims) {
    return values().stream().anyMatch(it -> claims.stream().allMatch(c -> c.test().holds(it)));
  }

  private static List<Members> values() {
    List<@Nullable Integer> numbers = new ArrayList<>(List.of(-1, 0, 1, 2, 3));
    numbers.add(null);
    List<@Nullable String> answers = new ArrayList<>(List.of("YES", "NO", "UNSTATED"));
    answers.add(null);
    List<Members> all = new ArrayList<>();
    for (Integer reach : numbers) {
      for (Integer share : numbers) {
        answers.forEach(answer -> all.add(new Members(reach, share, answer)));
      }
    }
    return all;
  }

  private static boolean excluded(String... constraints) {
    return Possibility.excluded(List.of(constraints).stream().map(PossibilityTest::read).toList());
  }

  private static Formula read(String constraint) {
    Scope scope = new Scope();
    scope.bind("$reach", new Operand.Term("other.reach"));
    scope.bind("$share", new Operand.Term("other.share"));
    scope.bind("$name", new Operand.Term("other.name"));
    return ConstraintReader.read(constraint, "fact", scope);
  }
}
