package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;
import tribune.trail.Verification;

/** Verifying by several threads, whatever the trail is kept in. */
abstract class VerifyContract {
  private static final int RECORDS = 1_201;

  private TestStore store;
  private final List<SignedCheckpoint> signed = new ArrayList<>();

  /** Several blocks: some batches of many records, some of one. */
  @BeforeEach
  void record(@TempDir Path directory) {
    store = store(directory);
    try (Trail trail = store.open()) {
      for (int i = 0; i < 4; i++) {
        int batch = i;
        signed.add(
            trail
                .appendAll(
                    IntStream.range(0, 290)
                        .mapToObj(n -> Samples.draft("d" + batch + "-" + n, 1))
                        .toList())
                .get(0)
                .checkpoint()
                .signed());
        for (int n = 0; n < 10; n++) {
          signed.add(trail.append(Samples.draft("s" + batch + "-" + n, 1)).checkpoint().signed());
        }
      }
    }
  }

  abstract TestStore store(Path directory);

  @Test
  void any_number_of_threads_comes_to_the_same() {
    try (Trail trail = store.open()) {
      Soundness one = trail.verify(Verification.ofAll().withThreads(1));
      assertThat(one).isInstanceOf(Soundness.Sound.class);
      for (int threads : List.of(2, 3, 8)) {
        assertThat(trail.verify(Verification.ofAll().withThreads(threads))).isEqualTo(one);
      }
      assertThat(one.fold(Soundness.Sound::checkpoints, unsound -> 0L)).isEqualTo(45);
      assertThat(one.fold(Soundness.Sound::payloads, unsound -> 0L)).isEqualTo(RECORDS - 1);
    }
  }

  @Test
  void of_several_bad_records_the_first_is_named_whatever_thread_finds_it() throws Exception {
    long seed = 20_261_122;
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> bad = new TreeSet<>();
    for (int i = 0; i < 4; i++) {
      bad.add(random.nextLong(2, RECORDS - 20));
    }
    for (long seq : bad) {
      forge(seq, random.nextInt(3));
    }
    try (Trail trail = store.open()) {
      for (int threads = 1; threads <= 8; threads++) {
        assertThat(first(trail, threads)).as("seed %d, bad %s", seed, bad).isEqualTo(bad.first());
      }
    } catch (TrailUnsound e) {
      assertThat(e.unsoundness().seq()).as("seed %d", seed).hasValue(bad.first());
    }
  }

  private void forge(long seq, int how) throws Exception {
    String change =
        switch (how) {
          case 0 -> "UPDATE decision SET verdict = 'OTHER' WHERE seq = ?";
          case 1 -> "UPDATE finding SET outcome = 'OTHER' WHERE seq = ?";
          default -> "UPDATE record SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = ?";
        };
    assertThat(store.forge(change, seq)).isPositive();
  }

  private static long first(Trail trail, int threads) {
    return trail
        .verify(Verification.ofAll().withThreads(threads))
        .fold(sound -> -1L, unsound -> unsound.first().seq().orElse(-2));
  }

  @Test
  void since_a_checkpoint_only_what_follows_is_read() throws Exception {
    try (Trail trail = store.open()) {
      for (SignedCheckpoint since : signed) {
        Soundness result = trail.verify(Verification.ofAll().since(since));
        long size = since.claimed().size();
        assertThat(result.fold(Soundness.Sound::from, unsound -> -1L))
            .as("%s", result)
            .isEqualTo(size);
        assertThat(result.fold(Soundness.Sound::payloads, unsound -> -1L))
            .isEqualTo(RECORDS - size);
        assertThat(result.fold(Soundness.Sound::head, unsound -> trail.head()))
            .isEqualTo(trail.head());
      }
    }
    store.forge("UPDATE decision SET verdict = 'OTHER' WHERE seq = 700");
    try (Trail trail = store.open()) {
      for (SignedCheckpoint since : signed) {
        long first =
            trail
                .verify(Verification.ofAll().since(since))
                .fold(sound -> -1L, unsound -> unsound.first().seq().orElse(-2));
        assertThat(first).isEqualTo(since.claimed().size() <= 700 ? 700 : -1);
      }
    }
  }

  @Test
  void a_checkpoint_of_another_trail_or_of_a_longer_one_is_refused(@TempDir Path elsewhere) {
    TestHome other = new TestHome(elsewhere.resolve("other"));
    SignedCheckpoint strange;
    try (Trail trail = other.open()) {
      strange = trail.append(Samples.draft("a", 1)).checkpoint().signed();
    }
    try (Trail trail = store.open()) {
      Unsoundness first =
          trail
              .verify(Verification.ofAll().since(strange))
              .fold(sound -> null, Soundness.Unsound::first);
      assertThat(first.place()).isEqualTo("the checkpoint that was stated");
      assertThat(first.found()).contains("a checkpoint of tribune.local/");
    }
  }

  @Test
  void progress_is_told_and_may_stop_it() {
    try (Trail trail = store.open()) {
      List<Long> seen = new ArrayList<>();
      trail.verify(Verification.ofAll().withProgress(seen::add));
      assertThat(seen).isSorted().endsWith((long) RECORDS);
      Verification stopped =
          Verification.ofAll()
              .withProgress(
                  size -> {
                    throw new IllegalStateException("enough");
                  });
      assertThatThrownBy(() -> trail.verify(stopped)).hasMessage("enough");
      assertThat(trail.append(Samples.draft("more", 1)).seq()).isEqualTo(RECORDS);
    }
  }
}
