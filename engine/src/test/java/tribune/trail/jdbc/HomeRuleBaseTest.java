package tribune.trail.jdbc;

import java.nio.file.Path;

/** In a home. */
class HomeRuleBaseTest extends RuleBaseContract {
  @Override
  TestStore store(Path directory) {
    return new TestHome(directory.resolve("home"));
  }
}
