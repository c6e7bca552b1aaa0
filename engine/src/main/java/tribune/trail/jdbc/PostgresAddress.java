package tribune.trail.jdbc;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a PostgreSQL database is, and as whom to ask. Immutable. Never shows its password.
 *
 * <p>Without a password of its own, the driver looks for one in the user's {@code .pgpass}.
 */
public final class PostgresAddress {
  /** How every address begins. */
  public static final String PREFIX = "jdbc:postgresql:";

  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&][a-z]*password=");
  private static final Pattern USER_BEFORE_HOST = Pattern.compile("//[^/?]*@");

  private final String url;
  private final Properties parts;
  private final @Nullable String password;

  private PostgresAddress(String url, Properties parts, @Nullable String password) {
    this.url = url;
    this.parts = parts;
    this.password = password;
  }

  /**
   * The address that this URL names.
   *
   * @param url such as {@code jdbc:postgresql://db.example/tribune?user=tribune_app}
   * @param password empty if the driver is to look for one
   * @throws IllegalArgumentException if it is no such URL, or has a password in it; the message
   *     does not repeat it
   */
  public static PostgresAddress of(String url, Optional<String> password) {
    if (PASSWORD.matcher(url).find() || USER_BEFORE_HOST.matcher(url).find()) {
      throw new IllegalArgumentException(
          "the URL of a store holds no password and no user before the host, where others could"
              + " read them");
    }
    Properties parts = url.startsWith(PREFIX) ? Driver.parseURL(url, new Properties()) : null;
    if (parts == null) {
      throw new IllegalArgumentException(
          "the URL of a store begins with " + PREFIX + "//HOST/DATABASE");
    }
    return new PostgresAddress(url, parts, password.orElse(null));
  }

  String url() {
    return url;
  }

  /** What the driver is told beside the URL, which goes before it. */
  Properties properties() {
    Properties properties = new Properties();
    PGProperty.APPLICATION_NAME.set(properties, "Tribune");
    PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
    if (password != null) {
      PGProperty.PASSWORD.set(properties, password);
    }
    return properties;
  }

  /** As {@code HOST:PORT/DATABASE}, for people. */
  @Override
  public String toString() {
    return part(PGProperty.PG_HOST, "localhost")
        + ":"
        + part(PGProperty.PG_PORT, "5432")
        + "/"
        + part(PGProperty.PG_DBNAME, "");
  }

  private String part(PGProperty property, String otherwise) {
    return requireNonNull(parts.getProperty(property.getName(), otherwise));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PostgresAddress that && url.equals(that.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }
}
