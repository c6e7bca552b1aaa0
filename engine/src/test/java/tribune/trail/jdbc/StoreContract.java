package tribune.trail.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is tested of every store: each test begins with a place without a record. */
abstract class StoreContract {
  TestStore store;

  @BeforeEach
  void fresh(@TempDir Path directory) {
    store = store(directory);
  }

  /** A place without a record. */
  abstract TestStore store(Path directory);
}
