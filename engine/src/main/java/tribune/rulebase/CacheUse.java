package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a cache of compiled rules holds; for people.
 *
 * @param directory where it lies, whether or not it is there yet
 * @param trouble why nothing is kept there
 */
public record CacheUse(Path directory, int entries, long bytes, Optional<String> trouble) {
  public CacheUse {
    requireNonNull(directory, "directory");
    requireNonNull(trouble, "trouble");
  }
}
