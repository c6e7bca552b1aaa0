package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Body;
import tribune.trail.Head;
import tribune.trail.Opening;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/** What a crash leaves behind, and what opening makes of it. */
class RecoveryTest {
  private TestHome home;
  private Head head;
  private String history;
  private byte[] journal;
  private Path olderIndex;

  /** Four records; the older index knows of three of them. */
  @BeforeEach
  void record(@TempDir Path directory) throws IOException {
    home = new TestHome(directory.resolve("home"));
    olderIndex = directory.resolve("older.mv.db");
    try (Trail trail = home.open()) {
      trail.appendAll(List.of(Samples.draft("a", 1), Samples.draft("b", 1)));
    }
    home.copy(home.index(), olderIndex);
    try (Trail trail = home.open()) {
      trail.append(Samples.withRules(Samples.draft("c", 1), Samples.rules("2")));
      head = trail.head();
      history = TestStore.history(trail);
    }
    journal = Files.readAllBytes(home.journal());
  }

  @Test
  void an_index_that_was_deleted_is_built_from_the_journal() {
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.REBUILT, 4, 0));
      assertIntact(trail);
    }
  }

  @Test
  void an_older_copy_of_the_index_is_caught_up() throws IOException {
    home.copy(olderIndex, home.index());
    try (Trail trail = home.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.INDEXED, 1, 0));
      assertIntact(trail);
    }
    assertThat(Files.readAllBytes(home.journal())).isEqualTo(journal);
  }

  @Test
  void an_index_that_cannot_be_read_is_put_aside_and_built_anew() throws IOException {
    byte[] index = Files.readAllBytes(home.index());
    for (int length : new int[] {1, 100, 4096, index.length / 2, index.length - 4096}) {
      Files.write(home.index(), Arrays.copyOf(index, length));
      try (Trail trail = home.open()) {
        assertIntact(trail);
      }
      byte[] zeroed = index.clone();
      Arrays.fill(zeroed, 0, length, (byte) 0);
      Files.write(home.index(), zeroed);
      try (Trail trail = home.open()) {
        assertIntact(trail);
      }
    }
    Files.writeString(home.index(), "this is not a database at all, but a text of some length");
    try (Trail trail = home.open()) {
      assertThat(trail.opening().state()).isEqualTo(Opening.State.REBUILT);
      assertIntact(trail);
    }
    assertThat(home.file("index.mv.db.aside")).exists();
  }

  @Test
  void an_index_of_another_version_is_built_anew() throws Exception {
    home.forge("UPDATE head SET version = 0");
    try (Trail trail = home.open()) {
      assertThat(trail.opening().state()).isEqualTo(Opening.State.REBUILT);
      assertIntact(trail);
    }
    home.forge("DROP TABLE head");
    try (Trail trail = home.open()) {
      assertThat(trail.opening().state()).isEqualTo(Opening.State.REBUILT);
      assertIntact(trail);
    }
  }

  @Test
  void a_batch_that_was_torn_is_cut_off_and_the_cut_is_recorded() throws IOException {
    int start = startOfLastBatch();
    for (int length = start + 1; length < journal.length; length += 41) {
      Files.write(home.journal(), Arrays.copyOf(journal, length));
      home.copy(olderIndex, home.index());
      try (Trail trail = home.open()) {
        assertCut(trail, Opening.State.INDEXED, length - start);
      }
    }
  }

  @Test
  void a_torn_batch_is_cut_off_without_an_index_too() throws IOException {
    int start = startOfLastBatch();
    for (int length = start + 1; length < journal.length; length += 97) {
      Files.write(home.journal(), Arrays.copyOf(journal, length));
      home.deleteIndex();
      try (Trail trail = home.open()) {
        assertCut(trail, Opening.State.REBUILT, length - start);
      }
    }
  }

  @Test
  void a_batch_with_a_hole_of_zeros_is_cut_off() throws IOException {
    int start = startOfLastBatch();
    for (int at = start; at < journal.length - 1; at += 131) {
      byte[] hole = journal.clone();
      Arrays.fill(hole, at, Math.min(journal.length - 1, at + 40), (byte) 0);
      Files.write(home.journal(), hole);
      home.copy(olderIndex, home.index());
      try (Trail trail = home.open()) {
        assertCut(trail, Opening.State.INDEXED, journal.length - start);
      }
    }
  }

  @Test
  void a_hole_in_an_earlier_batch_is_no_crash() throws IOException {
    byte[] hole = journal.clone();
    hole[startOfLastBatch() - 1_000] = 0;
    Files.write(home.journal(), hole);
    home.deleteIndex();
    assertThat(catchThrowableOfType(TrailUnsound.class, home::open).unsoundness().seq())
        .hasValue(2);
  }

  @Test
  void a_journal_that_is_torn_below_what_the_index_has_is_refused() throws IOException {
    byte[] index = Files.readAllBytes(home.index());
    for (int length = startOfLastBatch(); length < journal.length; length += 50) {
      Files.write(home.journal(), Arrays.copyOf(journal, length));
      Files.write(home.index(), index);
      TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
      assertThat(refusal).as("length %d", length).hasMessageContaining("first bad record 3");
      assertThat(Files.size(home.journal())).isEqualTo(length);
    }
  }

  @Test
  void a_trail_whose_creation_was_cut_short_is_begun_again() throws IOException {
    int first = 18;
    for (int length : new int[] {0, 1, first - 1, first, first + 1, first + 100}) {
      Files.write(home.journal(), Arrays.copyOf(journal, length));
      home.deleteIndex();
      try (Trail trail = home.open()) {
        assertThat(trail.opening().state()).isEqualTo(Opening.State.NEW);
        assertThat(trail.head().size()).isEqualTo(1);
        assertSound(trail);
      }
    }
  }

  @Test
  void a_file_that_is_no_journal_is_left_alone() throws IOException {
    Files.writeString(home.journal(), "my notes, which somebody put here\n");
    home.deleteIndex();
    TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
    assertThat(refusal).hasMessageContaining("found no journal of Tribune");
    assertThat(home.journal()).hasContent("my notes, which somebody put here");
  }

  @Test
  void a_journal_that_is_gone_while_the_index_is_there_is_refused() throws IOException {
    Files.delete(home.journal());
    TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
    assertThat(refusal).hasMessageContaining("first bad record 0");
    assertThat(refusal).hasMessageContaining("a journal that ends after 0 records");
    assertThat(refusal).hasMessageContaining("restore the trail directory from a backup");
  }

  @Test
  void opening_a_long_journal_does_not_read_it_all() throws IOException {
    try (Trail trail = home.open()) {
      for (int i = 0; i < 20; i++) {
        trail.append(Samples.draft("d" + i, 1));
      }
    }
    byte[] changed = Files.readAllBytes(home.journal());
    changed[startOfLastBatch() - 300] ^= 1;
    Files.write(home.journal(), changed);
    try (Trail trail = home.open()) {
      assertThat(trail.find("d19")).isPresent();
      OptionalLong firstBad =
          trail.verify().fold(sound -> OptionalLong.empty(), unsound -> unsound.first().seq());
      // The byte is in a checkpoint: if it makes the line unreadable, the next record is named.
      assertThat(firstBad.orElse(-1)).isBetween(2L, 3L);
    }
  }

  private void assertIntact(Trail trail) {
    assertThat(trail.head()).isEqualTo(head);
    assertThat(TestStore.history(trail)).isEqualTo(history);
    assertThat(trail.payload(3).orElseThrow().json()).isEqualTo(Samples.draft("c", 1).facts());
    assertThat(trail.ruleBase(Samples.rules("2").sha256())).contains(Samples.rules("2"));
    assertSound(trail);
  }

  private static void assertCut(Trail trail, Opening.State state, int bytes) {
    assertThat(trail.opening().state()).isEqualTo(state);
    assertThat(trail.opening().cutBytes()).isEqualTo(bytes);
    assertThat(trail.head().size()).isEqualTo(4);
    StoredRecord last = trail.at(3).orElseThrow();
    assertThat(last.content().body()).isEqualTo(new Body.Recovered(Samples.ENGINE, bytes));
    assertThat(trail.find("b")).isPresent();
    assertThat(trail.find("c")).isEmpty();
    trail.append(Samples.draft("c", 1));
    assertSound(trail);
  }

  private int startOfLastBatch() {
    String text = new String(journal, StandardCharsets.ISO_8859_1);
    int lastSeal = text.lastIndexOf("\nseal\t") + 1;
    return Integer.parseInt(text.substring(lastSeal).strip().split("\t", -1)[4]);
  }
}
