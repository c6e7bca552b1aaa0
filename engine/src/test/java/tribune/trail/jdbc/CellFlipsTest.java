package tribune.trail.jdbc;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Trail;

/** Every cell that is changed is found, on every store, and the first bad record named. */
class CellFlipsTest {
  @Test
  void in_the_index_of_a_home(@TempDir Path directory) throws Exception {
    TestHome home = new TestHome(directory.resolve("home"));
    NineRecords.in(home);
    try (Trail trail = home.open();
        CellFlips flips =
            new CellFlips(
                new Driver().connect("jdbc:h2:file:" + home.file("index"), new Properties()),
                trail,
                true)) {
      flips.run(Flips.many(1_300));
    }
  }

  @Test
  void in_a_database() throws Exception {
    TestDatabase database = TestDatabase.create();
    NineRecords.in(database);
    database.forge("UPDATE head SET size = size");
    try (Trail trail = database.open();
        CellFlips flips =
            new CellFlips(DriverManager.getConnection(database.superuserUrl()), trail, false)) {
      flips.run(Flips.many(1_300));
    }
  }
}
