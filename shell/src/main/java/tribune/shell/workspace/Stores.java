package tribune.shell.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.trail.jdbc.PostgresAddress;
import tribune.trail.jdbc.PostgresTrail;

/**
 * The databases that trails may be in. Passwords come from the environment or, looked up by the
 * driver, from {@code .pgpass}; never from a URL.
 */
public final class Stores {
  private final Map<String, String> environment;

  /**
   * @param environment the variables of the process
   */
  public Stores(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether this is meant as the URL of a store rather than as a path. */
  static boolean isUrl(String text) {
    return text.startsWith("jdbc:") || text.contains("://");
  }

  /**
   * The place of that URL; connects to nothing.
   *
   * @param home of the user, where the signing key is kept
   * @throws CommandFailed if it is not the URL of a store
   */
  TrailPlace place(String url, Path home) {
    return new TrailPlace.Database(address(url), home);
  }

  private PostgresAddress address(String url) {
    try {
      return PostgresAddress.of(url, password());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.USAGE,
          String.valueOf(e.getMessage()),
          "write jdbc:postgresql://HOST/DATABASE?user=NAME, and put the password into"
              + " TRIBUNE_STORE_PASSWORD, PGPASSWORD or .pgpass");
    }
  }

  private Optional<String> password() {
    return Stream.of("TRIBUNE_STORE_PASSWORD", "PGPASSWORD")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(password -> !password.isEmpty())
        .findFirst();
  }

  /**
   * Makes the tables of a trail, or brings them to this version.
   *
   * @param url of its owner
   * @param role to be let in, if any
   * @return how many steps were taken
   */
  public int prepare(String url, Optional<String> role) {
    PostgresAddress owner = address(url);
    int steps = PostgresTrail.prepare(owner);
    role.ifPresent(name -> PostgresTrail.grant(owner, name));
    return steps;
  }
}
