package tribune.trail.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import tribune.trail.StoreFailure;
import tribune.trail.StoreRefused;

/** What failures of PostgreSQL mean, in words for the user. */
final class PostgresFailures {
  private static final String NOT_PERMITTED = "42501";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String NO_SUCH_ROLE = "42704";
  private static final String READ_ONLY = "25006";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final PostgresAddress address;

  PostgresFailures(PostgresAddress address) {
    this.address = address;
  }

  /** A connection could not be made. */
  StoreRefused ofConnecting(SQLException failure) {
    String why = state(failure);
    String advice =
        isOfAuthentication(why)
            ? "check user=NAME in the URL, and the password in TRIBUNE_STORE_PASSWORD, PGPASSWORD or"
                + " .pgpass"
            : why.equals(NO_SUCH_DATABASE)
                ? "create it, or name another one in the URL"
                : "check host and port in the URL, and that the server runs and lets you in";
    return refused("cannot be opened: " + message(failure), advice, failure);
  }

  private static boolean isOfAuthentication(String state) {
    return state.startsWith("28") || state.equals(PSQLState.CONNECTION_REJECTED.getState());
  }

  /** A statement failed. */
  RuntimeException ofStatement(SQLException thrown) {
    SQLException failure = cause(thrown);
    return switch (state(failure)) {
      case LOCK_NOT_AVAILABLE ->
          refused(
              "was kept by other writers for longer than " + PostgresConnection.LOCK_TIMEOUT,
              "nothing was recorded; try again",
              failure);
      case NOT_PERMITTED ->
          refused(
              "does not permit this: " + message(failure),
              "give the role what it needs: as the owner, `trail init --store URL --grant ROLE`",
              failure);
      case NO_SUCH_ROLE ->
          refused(
              "lacks that role: " + message(failure),
              "create it first: CREATE ROLE ... LOGIN",
              failure);
      case READ_ONLY ->
          refused(
              "only lets itself be read: " + message(failure),
              "name the primary server in the URL",
              failure);
      default ->
          new StoreFailure("the database of the trail, " + address + ", failed", plain(failure));
    };
  }

  /** There are no tables that this role can see. */
  StoreRefused withoutTrail(@Nullable Throwable cause) {
    return refused(
        "holds no trail that this role can see",
        "as the owner of the database, run `trail init --store URL --grant ROLE` once",
        cause);
  }

  StoreRefused refused(String what, String advice, @Nullable Throwable cause) {
    return new StoreRefused("the store " + address + " " + what + "; " + advice, cause);
  }

  /** A failed batch repeats the statement with all its values; what failed says why. */
  private static SQLException cause(SQLException failure) {
    SQLException next = failure.getNextException();
    return failure instanceof BatchUpdateException && next != null ? next : failure;
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  /** Without the details, which may repeat what was to be stored. */
  static String message(SQLException failure) {
    ServerErrorMessage server =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    String message = server == null ? failure.getMessage() : server.getMessage();
    return message == null ? state(failure) : message.strip();
  }

  private static SQLException plain(SQLException failure) {
    return new SQLException(message(failure), state(failure), failure);
  }
}
