package tribune.trail.jdbc;

import java.nio.file.Path;

/** In a database. */
class PostgresVerifyTest extends VerifyContract {
  @Override
  TestStore store(Path directory) {
    return TestDatabase.create();
  }
}
