package tribune.trail.jdbc;

import java.nio.file.Path;

class AuditSearchTest extends SearchContract {
  @Override
  TestStore store(Path directory) {
    return new TestHome(directory);
  }
}
