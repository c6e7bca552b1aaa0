package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Copied;
import tribune.trail.KeyRefused;
import tribune.trail.Samples;
import tribune.trail.StoreRefused;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/** A trail that is copied is the same trail. */
class CopyTest {
  private static final int RECORDS = 204;

  private TestHome home;
  private Path elsewhere;

  @BeforeEach
  void record(@TempDir Path directory) {
    home = new TestHome(directory.resolve("home"));
    elsewhere = directory.resolve("elsewhere");
    try (Trail trail = home.open()) {
      trail.appendAll(
          IntStream.range(1, RECORDS - 2).mapToObj(i -> Samples.draft("d" + i, 1)).toList());
      trail.append(Samples.withRules(Samples.draft("last", 1), Samples.rules("2")));
      trail.activate(Samples.activation("3"));
    }
  }

  @Test
  void there_and_back_again() throws IOException {
    TestDatabase database = TestDatabase.create();
    try (Trail source = home.open()) {
      Copied copied = PostgresTrail.copy(source, database.address());
      assertThat(copied).isEqualTo(new Copied(source.origin(), source.head(), RECORDS - 2, 3));
      try (Trail copy = database.open()) {
        assertSame(source, copy);
        Copied back = HomeTrail.copy(copy, elsewhere, home.setup());
        assertThat(back).isEqualTo(copied);
      }
      try (Trail back = HomeTrail.open(elsewhere, home.setup())) {
        assertSame(source, back);
        assertThat(back.proofs().newest()).isEqualTo(source.proofs().newest());
        assertThatThrownBy(() -> back.append(Samples.draft("more", 1)))
            .isInstanceOf(KeyRefused.class)
            .hasMessageContaining("elsewhere/trail/key.pem, expected the private key of tribune");
        Files.copy(home.file("key.pem"), elsewhere.resolve("trail/key.pem"));
        back.append(Samples.draft("more", 1));
        assertSound(back);
      }
    }
    assertThat(elsewhere).isDirectoryNotContaining("glob:**/copying-*");
  }

  @Test
  void a_place_that_holds_a_trail_is_refused() throws IOException {
    TestDatabase database = TestDatabase.create();
    database.open().close();
    TestHome other = new TestHome(elsewhere);
    other.open().close();
    byte[] journal = Files.readAllBytes(other.journal());
    try (Trail source = home.open()) {
      assertThatThrownBy(() -> PostgresTrail.copy(source, database.address()))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("found 1 records, expected none");
      assertThatThrownBy(() -> HomeTrail.copy(source, elsewhere, home.setup()))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("expected a home without a trail");
      assertThatThrownBy(() -> HomeTrail.copy(source, home.path(), home.setup()))
          .isInstanceOf(StoreRefused.class);
    }
    assertThat(other.journal()).hasBinaryContent(journal);
    try (Trail trail = database.open()) {
      assertThat(trail.head().size()).isEqualTo(1);
      assertSound(trail);
    }
  }

  @Test
  void a_trail_that_is_not_sound_is_not_copied_and_nothing_is_left() throws Exception {
    home.forge("UPDATE decision SET verdict = 'PASS' WHERE seq = 100");
    TestDatabase database = TestDatabase.create();
    try (Trail source = home.open()) {
      assertThatThrownBy(() -> PostgresTrail.copy(source, database.address()))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining("first bad record 100");
      assertThatThrownBy(() -> HomeTrail.copy(source, elsewhere, home.setup()))
          .isInstanceOf(TrailUnsound.class);
    }
    assertThat(PostgresTrail.openIfBegun(database.address(), database.setup())).isEmpty();
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static void assertSame(Trail source, Trail copy) {
    assertThat(copy.head()).isEqualTo(source.head());
    assertThat(copy.origin()).isEqualTo(source.origin());
    List<StoredRecord> expected = source.records(0).toList();
    List<StoredRecord> found = copy.records(0).toList();
    assertThat(found).hasSameSizeAs(expected).hasSize(RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      assertThat(Arrays.equals(found.get(i).bytes(), expected.get(i).bytes())).as("%d", i).isTrue();
      assertThat(copy.payload(i)).isEqualTo(source.payload(i));
    }
    assertThat(copy.ruleBase(Samples.rules("2").sha256())).contains(Samples.rules("2"));
    assertThat(copy.inForce()).isEqualTo(source.inForce()).isPresent();
    assertThat(copy.ruleBases()).hasSize(3);
    assertThat(copy.find("last")).isEqualTo(source.find("last"));
    assertSound(copy);
  }
}
