package tribune.trail.jdbc;

import java.nio.file.Path;

class PostgresSearchTest extends SearchContract {
  @Override
  TestStore store(Path directory) {
    return TestDatabase.create();
  }
}
