package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user of this process keeps what is nobody else's, and so no part of any home: a home
 * can be sent, copied or cut by others, and what is kept here is what they are held to.
 *
 * @param environment the variables of the process
 * @param userHome the user's home directory
 */
public record UserPlaces(Map<String, String> environment, Path userHome) {
  private static final String PROGRAM = "tribune";

  public UserPlaces {
    environment = Map.copyOf(environment);
    requireNonNull(userHome, "userHome");
  }

  /** For checkpoints: {@code TRIBUNE_TRUST}, or else in the directory for configuration. */
  Path trust() {
    return variable("TRIBUNE_TRUST")
        .orElseGet(() -> standard("XDG_CONFIG_HOME", ".config").resolve("trust"));
  }

  /** For what can be made anew: {@code TRIBUNE_CACHE}, or else in the directory for caches. */
  Path cache() {
    return variable("TRIBUNE_CACHE").orElseGet(() -> standard("XDG_CACHE_HOME", ".cache"));
  }

  /** The signing key, if {@code TRIBUNE_KEY} says that it is not where it is by default. */
  Optional<Path> key() {
    return variable("TRIBUNE_KEY");
  }

  /** The XDG rules: what is not absolute is as if it were not set. */
  private Path standard(String name, String otherwise) {
    return variable(name)
        .filter(Path::isAbsolute)
        .orElseGet(() -> userHome.resolve(otherwise))
        .resolve(PROGRAM);
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(it -> !it.isEmpty()).map(Path::of);
  }
}
