package tribune.rulebase.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/**
 * Good rule files with words left out, doubled, swapped, cut off or full of noise. Whatever comes
 * of it, {@code rules check} says where something is wrong, in plain words, and never breaks off.
 *
 * <p>{@code -Dcheck.mutants=20000} tries more; {@code -Dcheck.compiled=100} compiles more of those
 * in which nothing is found before.
 */
class MutatedRulesTest {
  private static final long SEED = Long.getLong("check.seed", 20_261_122L);
  private static final int MUTANTS = Integer.getInteger("check.mutants", 2_000);
  private static final int COMPILED = Integer.getInteger("check.compiled", 2);
  private static final List<String> FILES = List.of(SmallRuleBase.DRL, "derivations.drl");
  private static final String NOISE = "(){}[]\"'/*;:,.=<>!&|$#@%\\\u00e9\ud83d\ude00\u0000\r\n\tx9";

  @Test
  void whatever_is_changed_is_explained_in_plain_words() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> shipped = shipped();
    int compiled = 0;
    int refused = 0;
    for (int round = 0; round < MUTANTS; round++) {
      String path = FILES.get(random.nextInt(FILES.size()));
      SmallRuleBase rules = SmallRuleBase.sound();
      boolean isShipped = random.nextInt(8) == 0;
      String mutant = mutant(isShipped ? any(shipped, random) : rules.text(path), random);
      rules.with(path, mutant);
      String context = "seed " + SEED + ", round " + round + ", " + path + ":\n" + mutant;
      List<Diagnostic> found = check(rules, context);
      found.forEach(it -> requirePlain(it, context));
      boolean isRefused = found.stream().anyMatch(it -> it.level() == Diagnostic.Level.ERROR);
      refused += isRefused ? 1 : 0;
      if (!isRefused && compiled < COMPILED && random.nextInt(4) == 0) {
        compiled++;
        RuleBaseCheck.of(rules.files(), CompiledRulesCache.none())
            .forEach(it -> requirePlain(it, context));
      }
    }
    assertThat(refused).as("of %d, seed %d", MUTANTS, SEED).isGreaterThan(MUTANTS / 3);
  }

  private static List<Diagnostic> check(SmallRuleBase rules, String context) {
    try {
      return RuleBaseCheck.withoutCompiling(rules.files());
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(context, e);
    }
  }

  private static void requirePlain(Diagnostic diagnostic, String context) {
    try {
      BrokenRuleFilesTest.isPlain(diagnostic);
    } catch (AssertionError e) {
      throw new AssertionError(context, e);
    }
  }

  private static String mutant(String text, SplittableRandom random) {
    String mutant = text;
    for (int edit = random.nextInt(3); edit >= 0; edit--) {
      mutant =
          switch (random.nextInt(6)) {
            case 0 -> withoutWord(mutant, random);
            case 1 -> withWordTwice(mutant, random);
            case 2 -> withWordsSwapped(mutant, random);
            case 3 -> withWordFromElsewhere(mutant, random);
            case 4 -> withNoise(mutant, random);
            default -> cutOff(mutant, random);
          };
    }
    return mutant;
  }

  private static List<Token> words(String text) {
    List<Token> tokens = new ArrayList<>(Script.of(Source.of("", text)).tokens());
    tokens.remove(tokens.size() - 1);
    return tokens.isEmpty() ? List.of(new Token(Token.Kind.END, "", 0)) : tokens;
  }

  /** The rule files of the shipped rule base; by themselves they name much that is not there. */
  private static List<String> shipped() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", "rules", "principles"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".drl")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static <T> T any(List<T> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }

  private static String replaced(String text, Token word, String by) {
    return text.substring(0, word.from()) + by + text.substring(word.to());
  }

  private static String withoutWord(String text, SplittableRandom random) {
    return replaced(text, any(words(text), random), "");
  }

  private static String withWordTwice(String text, SplittableRandom random) {
    Token word = any(words(text), random);
    return replaced(text, word, word.text() + " " + word.text());
  }

  private static String withWordsSwapped(String text, SplittableRandom random) {
    List<Token> words = words(text);
    int at = random.nextInt(words.size());
    Token first = words.get(at);
    Token second = words.get(Math.min(at + 1, words.size() - 1));
    return first == second
        ? text
        : text.substring(0, first.from())
            + second.text()
            + text.substring(first.to(), second.from())
            + first.text()
            + text.substring(second.to());
  }

  private static String withWordFromElsewhere(String text, SplittableRandom random) {
    List<Token> words = words(text);
    return replaced(text, any(words, random), any(words, random).text());
  }

  private static String withNoise(String text, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    int noise = random.nextInt(NOISE.length());
    return text.substring(0, at) + NOISE.charAt(noise) + text.substring(at);
  }

  private static String cutOff(String text, SplittableRandom random) {
    return random.nextInt(4) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
  }
}
