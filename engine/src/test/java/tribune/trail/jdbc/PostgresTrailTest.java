package tribune.trail.jdbc;

import java.nio.file.Path;

class PostgresTrailTest extends TrailContract {
  @Override
  TestStore store(Path directory) {
    return TestDatabase.create();
  }
}
