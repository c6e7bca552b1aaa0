package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tribune.document.Sha256;
import tribune.rulebase.confinement.AllowList;

/**
 * Keeps compiled rules by content, so that a rule base is compiled once and not in every process.
 * An entry is found by the SHA-256 of the rule base's version, of Tribune's, Drools' and Java's,
 * and of the types that rules are compiled against, and of what rules may touch; what is stale,
 * damaged or foreign is passed over. Entries of a directory bear its {@link CacheSeal}, and are
 * held against the wall again when they are read; what was compiled when the program was built is
 * as trustworthy as the program. Reading tries each shelf in turn; writing goes to the directory,
 * by atomic rename, and a directory that cannot be written costs only time. Safe for use by several
 * threads and processes.
 *
 * <p>The directory has to be the user's own: one that came with something that was sent holds
 * whatever the sender compiled.
 */
public final class CompiledRulesCache {
  private final List<Shelf> shelves;
  private final Optional<CacheDirectory> kept;

  /** A place to look for compiled rules. */
  private interface Shelf {
    Optional<CompiledRules> read(String key) throws IOException;
  }

  private CompiledRulesCache(List<Shelf> shelves, Optional<CacheDirectory> kept) {
    this.shelves = List.copyOf(shelves);
    this.kept = kept;
  }

  /** A cache that keeps nothing. */
  public static CompiledRulesCache none() {
    return new CompiledRulesCache(List.of(), Optional.empty());
  }

  /**
   * A cache in a directory of the user, which is made when it is first needed.
   *
   * @param random for the secret that seals its entries
   * @param clock says what was used last
   */
  public static CompiledRulesCache in(Path directory, Supplier<SecureRandom> random, Clock clock) {
    return in(directory, random, clock, CacheLimit.DEFAULT);
  }

  static CompiledRulesCache in(
      Path directory, Supplier<SecureRandom> random, Clock clock, CacheLimit limit) {
    CacheDirectory kept = new CacheDirectory(directory, random, clock, limit);
    return new CompiledRulesCache(List.of(key -> sealed(kept, key)), Optional.of(kept));
  }

  /** An entry that this directory's owner made, and that the wall lets through. */
  private static Optional<CompiledRules> sealed(CacheDirectory kept, String key)
      throws IOException {
    return kept.read(key)
        .flatMap(content -> CompiledRules.fromBytes(content, key))
        .filter(rules -> rules.trespasses().isEmpty());
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
            return CompiledRules.fromBytes(in.readAllBytes(), key);
          }
        });
    all.addAll(shelves);
    return new CompiledRulesCache(all, kept);
  }

  Optional<CompiledRules> find(String ruleBase) {
    String key = key(ruleBase);
    return shelves.stream().flatMap(shelf -> find(shelf, key).stream()).findFirst();
  }

  /** What cannot be read is as if it were not there: the rules are compiled instead. */
  private static Optional<CompiledRules> find(Shelf shelf, String key) {
    try {
      return shelf.read(key);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void keep(String ruleBase, CompiledRules rules) {
    if (kept.isEmpty()) {
      return;
    }
    String key = key(ruleBase);
    try {
      kept.get().write(key, rules.toBytes(key));
    } catch (IOException e) {
      return; // the next process compiles again
    }
  }

  /** What the directory holds; empty if there is none. */
  public Optional<CacheUse> use() {
    return kept.map(CacheDirectory::use);
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
            AllowList.shipped().text(),
            Integer.toString(Runtime.version().feature()));
    return Sha256.hex(all.getBytes(UTF_8));
  }
}
