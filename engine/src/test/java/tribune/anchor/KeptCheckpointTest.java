package tribune.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tribune.proof.ProofRefused;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;

class KeptCheckpointTest {
  private static final Signer LOG =
      Signer.ofNotes("example.com/log", SigningKey.ofSeed(new byte[32]));
  private static final KeptCheckpoint KEPT =
      new KeptCheckpoint(
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2026-02-03T04:05:06.789Z"),
          LOG.verifier().text(),
          SignedCheckpoint.sign(
              Checkpoint.of("example.com/log", 7, TreeHash.leaf(new byte[] {7})), LOG));

  @Test
  void what_was_written_is_read_back() {
    assertThat(KeptCheckpoint.parse(KEPT.bytes())).isEqualTo(KEPT);
    assertThat(KEPT.verified().size()).isEqualTo(7);
    assertThat(new String(KEPT.bytes(), UTF_8).lines().toList())
        .startsWith("tribune kept checkpoint 1")
        .contains("since 2026-01-02T03:04:05Z", "at 2026-02-03T04:05:06.789Z", "7");
  }

  @Test
  void any_change_of_a_byte_any_cut_and_any_addition_is_refused() {
    byte[] bytes = KEPT.bytes();
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        assertRefused(changed, "byte " + at + ", bit " + bit);
      }
      assertRefused(Arrays.copyOf(bytes, at), "cut at " + at);
    }
    assertRefused((new String(bytes, UTF_8) + "\n").getBytes(UTF_8), "a line more");
  }

  @Test
  void noise_is_refused() {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertRefused(noise, "seed " + seed + ", round " + i);
    }
  }

  private static void assertRefused(byte[] bytes, String what) {
    assertThatThrownBy(() -> KeptCheckpoint.parse(bytes)).as(what).isInstanceOf(ProofRefused.class);
  }
}
