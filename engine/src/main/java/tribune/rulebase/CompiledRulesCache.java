package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tribune.document.Sha256;

/**
 * Keeps compiled rules by content, so that a rule base is compiled once and not in every process.
 * An entry is found by the SHA-256 of the rule base's version, of Tribune's, Drools' and Java's,
 * and of the types that rules are compiled against; what is stale or damaged is passed over. It
 * does not protect from forgery: whoever can write the home can put other rules there. Reading
 * tries each shelf in turn; writing goes to the directory, by atomic rename, and a directory that
 * cannot be written costs only time. Safe for use by several threads and processes.
 */
public final class CompiledRulesCache {
  private final List<Shelf> shelves;
  private final Optional<Path> directory;

  /** A place to look for compiled rules. */
  private interface Shelf {
    Optional<byte[]> read(String key) throws IOException;
  }

  private CompiledRulesCache(List<Shelf> shelves, Optional<Path> directory) {
    this.shelves = List.copyOf(shelves);
    this.directory = directory;
  }

  /** A cache that keeps nothing. */
  public static CompiledRulesCache none() {
    return new CompiledRulesCache(List.of(), Optional.empty());
  }

  /** A cache in a directory, which is made when it is first needed. */
  public static CompiledRulesCache in(Path directory) {
    return new CompiledRulesCache(
        List.of(
            key -> {
              Path file = file(directory, key);
              return Files.isRegularFile(file)
                  ? Optional.of(Files.readAllBytes(file))
                  : Optional.empty();
            }),
        Optional.of(directory));
  }

  /** This cache, looking first at rules that were compiled when the program was built. */
  public CompiledRulesCache after(Supplier<Optional<InputStream>> built) {
    List<Shelf> all = new ArrayList<>();
    all.add(
        key -> {
          Optional<InputStream> stream = built.get();
          if (stream.isEmpty()) {
            return Optional.empty();
          }
          try (InputStream in = stream.get()) {
            return Optional.of(in.readAllBytes());
          }
        });
    all.addAll(shelves);
    return new CompiledRulesCache(all, directory);
  }

  Optional<CompiledRules> find(String ruleBase) {
    String key = key(ruleBase);
    return shelves.stream().flatMap(shelf -> find(shelf, key).stream()).findFirst();
  }

  /** What cannot be read is as if it were not there: the rules are compiled instead. */
  private static Optional<CompiledRules> find(Shelf shelf, String key) {
    try {
      return shelf.read(key).flatMap(bytes -> CompiledRules.fromBytes(bytes, key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void keep(String ruleBase, CompiledRules rules) {
    if (directory.isEmpty()) {
      return;
    }
    String key = key(ruleBase);
    try {
      Files.createDirectories(directory.get());
      Path part = Files.createTempFile(directory.get(), "compiling", ".part");
      Files.write(part, rules.toBytes(key));
      Files.move(part, file(directory.get(), key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // the next process compiles again
    }
  }

  /** What compiled rules depend on; anything else that changed makes another key. */
  static String key(String ruleBase) {
    String all =
        String.join(
            "\n",
            ruleBase,
            EngineVersion.TRIBUNE,
            EngineVersion.DROOLS,
            Vocabulary.DESCRIPTION,
            Integer.toString(Runtime.version().feature()));
    return Sha256.hex(all.getBytes(UTF_8));
  }

  private static Path file(Path directory, String key) {
    return directory.resolve(key + ".rules");
  }
}
