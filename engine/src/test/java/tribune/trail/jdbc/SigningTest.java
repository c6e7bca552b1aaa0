package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.anchor.Trust;
import tribune.proof.checkpoint.Checkpoint;
import tribune.trail.KeyPlace;
import tribune.trail.KeyRefused;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/** What is signed, when, with which key. */
class SigningTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir private Path directory;

  @Test
  void a_receipt_holds_a_signed_checkpoint_that_includes_its_record() {
    TestHome home = new TestHome(directory.resolve("home"));
    try (Trail trail = home.open()) {
      List<Receipt> receipts =
          trail.appendAll(List.of(Samples.draft("a", 1), Samples.draft("b", 1)));
      for (Receipt receipt : receipts) {
        Checkpoint checkpoint = receipt.checkpoint().verified();
        assertThat(checkpoint)
            .isEqualTo(Checkpoint.of(trail.origin(), receipt.head().size(), receipt.head().root()));
        trail
            .proofs()
            .inclusion(receipt.seq(), checkpoint.size())
            .verify(receipt.leaf(), checkpoint.root());
      }
      assertThat(trail.proofs().newest()).contains(receipts.get(1).checkpoint());
      assertThat(trail.proofs().root(3)).isEqualTo(trail.head().root());
      assertThat(trail.proofs().firstOver(1).map(StoredCheckpoint::size)).contains(1L);
      assertThat(trail.proofs().firstOver(2).map(StoredCheckpoint::size)).contains(3L);
    }
  }

  @Test
  void a_journal_from_before_checkpoints_is_opened_and_signed_from_the_next_record_on()
      throws IOException {
    TestHome home = new TestHome(directory.resolve("home"));
    try (Trail trail = home.open()) {
      trail.append(Samples.draft("a", 1));
      trail.append(Samples.draft("b", 1));
    }
    withoutCheckpoints(home.journal());
    home.deleteIndex();
    Files.delete(home.file("key.pem"));
    Files.delete(home.file("key.vkey"));
    try (Trail trail = home.open()) {
      assertThat(trail.proofs().newest()).isEmpty();
      assertThat(trail.proofs().keyTrouble()).isEmpty();
      assertThat(signedSize(trail)).isZero();
      assertThat(home.file("key.pem")).doesNotExist();
      Receipt receipt = trail.append(Samples.draft("c", 1));
      assertThat(receipt.checkpoint().verified().size()).isEqualTo(4);
      assertThat(signedSize(trail)).isEqualTo(4);
    }
    try (Trail trail = home.open()) {
      assertSound(trail);
    }
  }

  /** As an older version wrote it: seals say where their batch begins. */
  private static void withoutCheckpoints(Path journal) throws IOException {
    StringBuilder older = new StringBuilder();
    int start = 0;
    for (String line : Files.readAllLines(journal)) {
      if (line.startsWith("tribune")) {
        older.append(line).append('\n');
        start = older.length();
      } else if (line.startsWith("seal\t")) {
        older.append(line, 0, line.lastIndexOf('\t') + 1).append(start).append('\n');
        start = older.length();
      } else if (!line.startsWith("checkpoint\t")) {
        older.append(line).append('\n');
      }
    }
    Files.writeString(journal, older);
  }

  private static long signedSize(Trail trail) {
    return trail
        .verify()
        .fold(
            Soundness.Sound::signedSize,
            unsound -> {
              throw new AssertionError(unsound.toString());
            });
  }

  @Test
  void a_lost_key_is_never_replaced() throws IOException {
    TestHome home = new TestHome(directory.resolve("home"));
    home.open().close();
    Files.delete(home.file("key.pem"));
    Files.delete(home.file("key.vkey"));
    try (Trail trail = home.open()) {
      assertThat(trail.proofs().keyTrouble()).isPresent();
      assertThatThrownBy(() -> trail.append(Samples.draft("a", 1)))
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("expected the private key of " + trail.origin());
      assertSound(trail);
    }
    assertThat(home.file("key.pem")).doesNotExist();
  }

  @Test
  void a_key_may_be_kept_elsewhere() {
    TestHome home = new TestHome(directory.resolve("home"));
    Path elsewhere = directory.resolve("safe").resolve("trail.pem");
    try (Trail trail = home.open(home.setup().withKeys(new KeyPlace.At(elsewhere)))) {
      trail.append(Samples.draft("a", 1));
      assertSound(trail);
    }
    assertThat(elsewhere).exists();
    assertThat(directory.resolve("safe").resolve("trail.vkey")).exists();
    assertThat(home.file("key.pem")).doesNotExist();
  }

  @Test
  void of_two_machines_that_write_to_a_database_the_one_without_the_key_is_refused()
      throws IOException {
    TestDatabase database = TestDatabase.create();
    try (Trail first = database.open()) {
      first.append(Samples.draft("a", 1));
      Path other = directory.resolve("other");
      try (Trail second = database.open(database.setup().withKeys(new KeyPlace.InHome(other)))) {
        assertThat(second.find("a")).isPresent();
        assertThatThrownBy(() -> second.append(Samples.draft("b", 1)))
            .isInstanceOf(KeyRefused.class)
            .hasMessageContaining("keys/tribune.local%2F");
        Path keys = Path.of(database.keyHome()).resolve("keys");
        Files.createDirectories(other.resolve("keys"));
        try (var files = Files.list(keys)) {
          for (Path file : files.toList()) {
            Files.copy(file, other.resolve("keys").resolve(file.getFileName()));
          }
        }
      }
      try (Trail second = database.open(database.setup().withKeys(new KeyPlace.InHome(other)))) {
        second.append(Samples.draft("b", 1));
        assertSound(second);
      }
    }
  }

  @Test
  void what_is_kept_never_goes_back_whoever_keeps_it_when() throws Exception {
    TestHome home = new TestHome(directory.resolve("home"));
    long seed = 42;
    try (Trail trail = home.open()) {
      List<StoredCheckpoint> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(trail.append(Samples.draft("d" + i, 1)).checkpoint());
      }
      Collections.shuffle(all, new Random(seed));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> done = new ArrayList<>();
      for (StoredCheckpoint checkpoint : all) {
        Trust trust = new Trust(directory.resolve("trust"), CLOCK);
        done.add(threads.submit(() -> trust.keep(trail, checkpoint)));
      }
      for (Future<?> each : done) {
        each.get();
      }
      threads.shutdown();
      assertThat(new Trust(directory.resolve("trust"), CLOCK).kept(trail.origin()))
          .as("seed %d", seed)
          .hasValueSatisfying(kept -> assertThat(kept.verified().size()).isEqualTo(41));
    }
  }

  @Test
  void the_last_of_each_day_stays() {
    TestHome home = new TestHome(directory.resolve("home"));
    SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");
    Trust trust = new Trust(directory.resolve("trust"), clock);
    try (Trail trail = home.open()) {
      trust.keep(trail, trail.append(Samples.draft("a", 1)).checkpoint());
      trust.keep(trail, trail.append(Samples.draft("b", 1)).checkpoint());
      clock.move(Duration.ofDays(1));
      trust.keep(trail, trail.append(Samples.draft("c", 1)).checkpoint());
      assertThat(trust.all(trail.origin()))
          .extracting(kept -> kept.claimed().size())
          .containsExactly(3L, 4L);
      assertThat(trust.kept(trail.origin()).orElseThrow().since())
          .isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
    }
  }
}
