package tribune.trail.jdbc;

import java.nio.file.Path;

/** In a database. */
class PostgresRuleBaseTest extends RuleBaseContract {
  @Override
  TestStore store(Path directory) {
    return TestDatabase.create();
  }
}
