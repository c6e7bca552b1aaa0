package tribune.rulebase.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/**
 * Good rule files of which a part has grown ten thousand times: repeated, put into itself, or
 * filled with characters that end a line for one reader and not for another. {@code rules check}
 * never breaks off, never hangs, and says where.
 *
 * <p>{@code -Dcheck.grown=2000} tries more.
 */
class GrownRulesTest {
  private static final long SEED = Long.getLong("check.seed", 20_261_129L);
  private static final int MUTANTS = Integer.getInteger("check.grown", 80);
  private static final int TIMES = 10_000;

  /** Generous: a parser that tries all ways of one of these files takes years. */
  private static final Duration SOON = Duration.ofSeconds(120);

  private static final String[] BRACKETS = {"()", "[]", "{}"};
  private static final String[] UNSEEN = {
    "\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\0", "\u200b", "\u2003", "\ufeff"
  };
  private static final String[] WORDS = {
    "!",
    "- ",
    "( String ) ",
    "( String )( ",
    "f( ",
    "[ 1 : ",
    "new A< ",
    "not ",
    "exists ",
    "end ",
    "rule \"x\" ",
    "\"",
    "'",
    "/*",
    "*/",
    "//",
    "\\",
    "\\u000a",
    "`",
    "x.",
    "1",
    "1.",
    "a || ",
    "a + ",
    "( a || ",
    "@A( ",
    "? ",
    "\n",
    "then ",
    "when ",
    "forall( ",
    "accumulate( "
  };

  static List<Integer> rounds() {
    return IntStream.range(0, MUTANTS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void whatever_grows_is_explained_in_time(int round) {
    SplittableRandom random = new SplittableRandom(SEED + round);
    String text = SmallRuleBase.sound().text(SmallRuleBase.DRL);
    String grown = grown(text, random);
    String context = "seed " + SEED + ", round " + round + ": " + shortened(grown);
    List<Diagnostic> found =
        assertTimeoutPreemptively(
            SOON,
            () ->
                RuleBaseCheck.withoutCompiling(
                    SmallRuleBase.sound().with(SmallRuleBase.DRL, grown).files()),
            context);
    found.forEach(
        it -> {
          assertThat(it.place()).as(context + it.text()).isNotNull();
          BrokenRuleFilesTest.isPlain(it);
        });
  }

  private static String grown(String text, SplittableRandom random) {
    List<Token> tokens = Script.of(Source.of("", text)).tokens();
    int first = random.nextInt(tokens.size() - 1);
    int last = Math.min(tokens.size() - 1, first + 1 + random.nextInt(6));
    int from = tokens.get(first).from();
    int to = tokens.get(last - 1).to();
    String part = text.substring(from, to);
    String instead =
        switch (random.nextInt(5)) {
          case 0 -> repeated(part + " ");
          case 1 -> repeated(any(WORDS, random)) + part;
          case 2 -> {
            String pair = any(BRACKETS, random);
            yield repeated(pair.substring(0, 1)) + part + repeated(pair.substring(1));
          }
          case 3 -> part + repeated(any(UNSEEN, random));
          default -> part + any(UNSEEN, random) + repeated(any(WORDS, random)) + part;
        };
    return text.substring(0, from) + instead + text.substring(to);
  }

  /** As often as a file may hold it. */
  private static String repeated(String part) {
    return part.repeat(Math.min(TIMES, 900_000 / Math.max(1, part.length() * 2)));
  }

  private static String any(String[] some, SplittableRandom random) {
    return some[random.nextInt(some.length)];
  }

  private static String shortened(String text) {
    return text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
  }

  @Test
  void the_longest_rule_that_is_read_can_be_compiled() {
    String condition = "adverse == Tri.YES\n        || ".repeat(140) + "adverse == Tri.NO";
    String reason = "\"a\" + ".repeat(60) + "\"b\"";
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .with(
                "long.drl",
                "package rules\nrule \"derive long\"\nwhen\n    Decision( "
                    + condition
                    + " )\nthen\n    insertLogical( new Stakes( Level.HIGH, "
                    + reason
                    + " ) );\nend\n");
    assertThat(RuleBaseCheck.of(rules.files(), CompiledRulesCache.none()))
        .noneMatch(it -> it.level() == Diagnostic.Level.ERROR);
  }

  @Test
  void the_deepest_condition_that_is_read_can_be_compiled() {
    String condition = "( adverse == Tri.YES || ".repeat(7) + "adverse == Tri.NO" + " )".repeat(7);
    SmallRuleBase rules =
        SmallRuleBase.asShipped()
            .with(
                "deep.drl",
                "package rules\nrule \"derive deep\"\nwhen\n    Decision( "
                    + condition
                    + " )\nthen\n    insertLogical( new Stakes( Level.HIGH, \"x\" ) );\nend\n");
    assertThat(
            assertTimeoutPreemptively(
                SOON, () -> RuleBaseCheck.of(rules.files(), CompiledRulesCache.none())))
        .noneMatch(it -> it.level() == Diagnostic.Level.ERROR);
  }

  @Test
  void a_file_with_mistakes_everywhere_shows_the_first_hundred_and_counts_the_others() {
    String drl =
        "package rules\n"
            + "import no.such.Thing\n".repeat(300)
            + "rule \"derive a\" when Decision( adverse == Tri.YES, reach > 10% )"
            + " then audit.note( \"x\" ); end\n";
    List<Diagnostic> found =
        RuleBaseCheck.withoutCompiling(SmallRuleBase.sound().with("many.drl", drl).files());
    assertThat(found).hasSize(100).allMatch(it -> it.level() == Diagnostic.Level.ERROR);
    assertThat(found.get(99).text()).contains(" more in this file");
  }

  /** Mistakes and flaws are found apart, and counted together. */
  @Test
  void what_is_not_shown_is_counted_once() {
    String drl =
        "package rules\n"
            + "import no.such.Thing\n".repeat(300)
            + "rule \"derive a\" when Decision( scale > 17 ) then insertLogical( new AsOf( null ) ); end\n";
    List<Diagnostic> found =
        RuleBaseCheck.withoutCompiling(SmallRuleBase.sound().with("many.drl", drl).files());
    List<String> counts =
        found.stream()
            .flatMap(it -> it.text().lines())
            .filter(line -> line.contains(" more in this file"))
            .toList();
    assertThat(counts).singleElement().asString().containsPattern("and 2[0-9]{2} more in");
  }

  @Test
  void a_file_of_too_many_words_says_so_once() {
    String many = "rule \"derive a\" when Decision() then audit.note( \"x\" ); end\n".repeat(5_000);
    SmallRuleBase rules = SmallRuleBase.sound().with("many.drl", "package rules\n" + many);
    assertThat(RuleBaseCheck.withoutCompiling(rules.files()))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.text())
                    .contains(
                        "error[RB-512]: this file has 75002 words and signs, and may have 50000",
                        "many.drl:3335:"));
  }
}
