package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import tribune.proof.TreeHash;
import tribune.trail.HomeFiles;
import tribune.trail.StoreFailure;
import tribune.trail.TrailIndex;

/**
 * Keeps an index in the H2 file {@code index.mv.db}. Write delay and retention time of H2 stay as
 * they are: nothing depends on when H2 writes, because the journal has everything first.
 */
final class H2Store implements TrailIndex.Store {
  private static final int VERSION = 3;
  private static final String FILE = "index.mv.db";
  private static final String ASIDE = "index.mv.db.aside";

  /** H2 neither closes the file behind our back when the process ends, nor writes a trace file. */
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;MAX_COMPACT_TIME=";

  @Override
  public TrailIndex open(Path directory) {
    Sql sql = connected(directory);
    try {
      if (isOfThisVersion(sql)) {
        return new H2Index(sql);
      }
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
    sql.close();
    setAside(directory);
    return open(directory);
  }

  @Override
  public void setAside(Path directory) {
    try {
      Files.move(
          directory.resolve(FILE),
          directory.resolve(ASIDE),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // There is nothing in the way.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sql connected(Path directory) {
    try {
      Path file = directory.resolve(FILE);
      HomeFiles.makeFile(file);
      boolean fresh = Files.size(file) == 0;
      String url = "jdbc:h2:file:" + directory.resolve("index") + SETTINGS + Bloat.sweepMs(file);
      Connection connection = new Driver().connect(url, new Properties());
      connection.setAutoCommit(false);
      Sql sql = new Sql(connection, H2Store::failure);
      if (fresh) {
        sql.transaction(() -> create(sql));
      }
      return sql;
    } catch (SQLException e) {
      throw e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          ? new TrailIndex.IndexHeld(e)
          : failure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoreFailure failure(SQLException cause) {
    return new StoreFailure("the index of the trail failed", cause);
  }

  private static void create(Sql sql) throws SQLException {
    sql.script(script());
    sql.update(
        "INSERT INTO head (one, version, size, root, journal_offset) VALUES (1, ?, 0, ?, 0)",
        VERSION,
        TreeHash.empty());
  }

  private static String script() {
    String name = "index-" + VERSION + ".sql";
    try (InputStream in = H2Store.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " belongs to this program and is not there");
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfThisVersion(Sql sql) {
    int found =
        sql.first("SELECT version FROM head WHERE one = 1", row -> row.getInt(1))
            .orElseThrow(() -> new StoreFailure("the index of the trail has no head"));
    return found == VERSION;
  }
}
