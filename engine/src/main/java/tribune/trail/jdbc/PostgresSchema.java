package tribune.trail.jdbc;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import tribune.trail.StoreFailure;

/**
 * Sets up the tables of a trail in PostgreSQL and brings them to this version, one migration after
 * the other. For the owner of the database, now and then; nothing else loads Flyway.
 */
final class PostgresSchema {
  private static final String LOOK =
      "connect as the owner of the database, who may make schemas in it";

  private final PostgresAddress address;
  private final PostgresFailures failures;

  PostgresSchema(PostgresAddress address) {
    this.address = address;
    this.failures = new PostgresFailures(address);
  }

  /**
   * Makes what is missing; does no harm where nothing is.
   *
   * @return how many steps were taken
   */
  int migrate() {
    PostgresConnection.open(address).close();
    try {
      return configuration().load().migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw failures.refused("could not be set up: " + reason(e), LOOK, e);
    }
  }

  /** What the server said, without the pages around it. */
  private static String reason(FlywayException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return cause instanceof SQLException known
        ? PostgresFailures.message(known)
        : String.valueOf(failure.getMessage());
  }

  private FluentConfiguration configuration() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    address
        .properties()
        .forEach((name, value) -> set(source, String.valueOf(name), String.valueOf(value)));
    return Flyway.configure(PostgresSchema.class.getClassLoader())
        .dataSource(source)
        .schemas(PostgresConnection.SCHEMA)
        .locations("classpath:tribune/trail/jdbc/postgresql")
        .failOnMissingLocations(true)
        .table("schema_history");
  }

  private static void set(PGSimpleDataSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Gives this role what Tribune needs to record and to read, and no more. */
  void grantTo(String role) {
    try (Sql sql = PostgresConnection.open(address)) {
      sql.list("SELECT grant_application(?)", row -> role, role);
    } catch (StoreFailure e) {
      throw failures.refused("did not grant it: " + e.getMessage(), LOOK, e);
    }
  }
}
