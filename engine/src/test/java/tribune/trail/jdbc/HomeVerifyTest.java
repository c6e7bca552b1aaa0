package tribune.trail.jdbc;

import java.nio.file.Path;

/** In a home. */
class HomeVerifyTest extends VerifyContract {
  @Override
  TestStore store(Path directory) {
    return new TestHome(directory.resolve("home"));
  }
}
