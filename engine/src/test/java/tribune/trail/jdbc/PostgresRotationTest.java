package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.FileNames;
import tribune.trail.KeyPlace;
import tribune.trail.KeyRefused;
import tribune.trail.OldKey;
import tribune.trail.Samples;
import tribune.trail.Trail;

/** In a database, where others have the old key. */
class PostgresRotationTest extends RotationContract {
  private TestDatabase database;

  @Override
  TestStore store(Path directory) {
    database = TestDatabase.create();
    return database;
  }

  @Override
  Path key(Trail trail) {
    return Path.of(database.keyHome())
        .resolve("keys")
        .resolve(FileNames.of(trail.origin()) + ".pem");
  }

  @Test
  void another_writer_with_the_old_key_is_refused_until_it_has_the_new_one(@TempDir Path other)
      throws Exception {
    try (Trail first = database.open()) {
      Path mine = key(first);
      Path theirs = other.resolve("keys").resolve(mine.getFileName());
      Files.createDirectories(theirs.getParent());
      Files.copy(mine, theirs);
      try (Trail second = database.open(database.setup().withKeys(new KeyPlace.InHome(other)))) {
        second.append(Samples.draft("a", 1));
        first.rotateKey(Samples.ACTOR, Samples.ENGINE, "because", OldKey.KEPT);
        assertThatThrownBy(() -> second.append(Samples.draft("b", 1)))
            .isInstanceOf(KeyRefused.class)
            .hasMessageContaining("a copy of the new one");
        assertSound(second);
        Files.copy(mine, theirs, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(vkey(mine), vkey(theirs), StandardCopyOption.REPLACE_EXISTING);
        assertThat(second.append(Samples.draft("b", 1)).seq()).isEqualTo(3);
        assertSound(second);
      }
    }
  }

  private static Path vkey(Path pem) {
    return pem.resolveSibling(pem.getFileName().toString().replace(".pem", ".vkey"));
  }
}
