package tribune.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tribune.shell.command.ProductCommands;

/**
 * A home of its own for a test, and the product's commands. The proposals and the rule base in
 * {@code src/test/resources/desk} belong to these tests, so that what is printed does not change
 * with the shipped rules.
 */
final class Desk {

  private static final Path DESK = Path.of("src", "test", "resources", "desk");
  private static final Path FIXTURES = Path.of("..", "fixtures");

  private final Path home;

  private Desk(Path home) {
    this.home = home;
  }

  /** With no home yet. Its path is relative, so that it is as long on every machine. */
  static Desk cleared(String name) {
    Path home = Path.of("target", "desk", name);
    delete(home);
    delete(trust(home));
    delete(cache(home));
    return new Desk(home);
  }

  /** Where the user of this desk keeps checkpoints. */
  Path trust() {
    return trust(home);
  }

  /** A cache that no other test fills; nothing is in it yet. */
  Path cache() {
    return cache(home);
  }

  private static Path cache(Path home) {
    return home.resolveSibling(home.getFileName() + "-cache");
  }

  private static Path trust(Path home) {
    return home.resolveSibling(home.getFileName() + "-trust");
  }

  /** With a home within the home of this one. */
  Desk within(String name) {
    return new Desk(home.resolve(name));
  }

  static String proposal(String name) {
    return DESK.resolve("proposals").resolve(name).toString();
  }

  static String fixture(String name) {
    return FIXTURES.resolve(name).toString();
  }

  static Path rules() {
    return DESK.resolve("rules");
  }

  /** A copy of the rule base with one text replaced in one of its files. */
  Path rulesWith(String file, String found, String replacement) {
    Path copy = home.resolveSibling(home.getFileName() + "-rules");
    delete(copy);
    try (Stream<Path> files = Files.walk(rules())) {
      for (Path from : files.toList()) {
        Path to = copy.resolve(rules().relativize(from));
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
      String text = Files.readString(copy.resolve(file));
      if (!text.contains(found)) {
        throw new IllegalArgumentException(file + " does not hold " + found);
      }
      Files.writeString(copy.resolve(file), text.replace(found, replacement));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path home() {
    return home;
  }

  /** Runs one line with the shipped rules. */
  Trial.Outcome run(String... words) {
    return run(new Trial(), List.of(words));
  }

  Trial.Outcome run(Trial trial, String... words) {
    return run(trial, List.of(words));
  }

  /** Runs one line with the rules of these tests. */
  Trial.Outcome house(String... words) {
    return house(new Trial(), words);
  }

  Trial.Outcome house(Trial trial, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--rules", rules().toString()));
    return run(trial, all);
  }

  private Trial.Outcome run(Trial trial, List<String> words) {
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(words);
    return trial
        .environment("TRIBUNE_TRUST", trust().toString())
        .commands(ProductCommands.class)
        .run(all.toArray(String[]::new));
  }

  /** What was printed, without what differs between machines and builds. */
  static String stable(String printed) {
    return printed
        .replace(Path.of("").toAbsolutePath().toString(), "(here)")
        .replace(Runtime.version().toString(), "(java)")
        .replaceAll("\\b[0-9a-f]{64}\\b", "(hash)")
        .replaceAll("\\b[0-9a-f]{32}\\b", "(submission)")
        .replaceAll("tribune\\.local(/|%2F)[0-9a-f]{8}\\b", "tribune.local$1(trail)")
        .replaceAll("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}", "+(key)")
        .replaceAll("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{20,43}\\n +[A-Za-z0-9+/]+", "+(key)")
        .replaceAll("(\u2014 [^ ]+ )[A-Za-z0-9+/]{80,}=*", "$1(signature)")
        .replaceAll("(\\\\n|(?<![A-Za-z0-9+/]))[A-Za-z0-9+/]{43}=", "$1(root)")
        .replaceAll("\\d+ MiB free on [^\"\\n]+", "(much) free");
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
