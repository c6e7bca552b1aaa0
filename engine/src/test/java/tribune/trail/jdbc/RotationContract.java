package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.anchor.KeySuccession;
import tribune.anchor.Trust;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.trail.Body;
import tribune.trail.KeyExchange;
import tribune.trail.KeyRefused;
import tribune.trail.OldKey;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.Trail;
import tribune.trail.Verification;

/** A trail whose signing key is exchanged, whatever it is kept in. */
abstract class RotationContract {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private Path directory;
  private TestStore store;

  @BeforeEach
  void fresh(@TempDir Path temporary) {
    directory = temporary;
    store = store(temporary);
  }

  abstract TestStore store(Path directory);

  /** The private key of this trail. */
  abstract Path key(Trail trail);

  private static KeyExchange rotate(Trail trail, OldKey fate) {
    return trail.rotateKey(Samples.ACTOR, Samples.ENGINE, "Ada has left", fate);
  }

  @Test
  void both_keys_sign_the_exchange_and_the_new_one_what_follows() throws Exception {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      KeyExchange exchange = rotate(trail, OldKey.KEPT);
      SignedCheckpoint both = exchange.receipt().checkpoint().signed();
      for (String key : List.of(exchange.oldKey(), exchange.newKey())) {
        assertThat(both.verifiedBy(List.of(VerifierKey.parse(key))).size()).isEqualTo(3);
      }
      Body.Rotated record = (Body.Rotated) trail.at(2).orElseThrow().content().body();
      assertThat(record.oldKey()).isEqualTo(exchange.oldKey());
      assertThat(record.reason()).isEqualTo("Ada has left");
      SignedCheckpoint later = trail.append(Samples.draft("b", 1)).checkpoint().signed();
      assertThat(later.signatures()).hasSize(1);
      assertThat(later.verifiedBy(List.of(VerifierKey.parse(exchange.newKey()))).size())
          .isEqualTo(4);
      assertThat(exchange.retired().orElseThrow()).exists();
      assertThat(exchange.retired().orElseThrow().toString()).contains("retired-");
      assertThat(Files.getPosixFilePermissions(exchange.retired().orElseThrow()))
          .hasToString("[OWNER_READ]");
      rotate(trail, OldKey.DESTROYED);
      trail.append(Samples.draft("c", 1));
      assertSound(trail);
    }
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("d", 1));
      assertSound(trail);
      int keys = trail.verify().fold(Soundness.Sound::keys, unsound -> 0);
      assertThat(keys).isEqualTo(3);
      assertThat(trail.proofs().keyAt(1)).contains(trail.proofs().rotations(0).get(0).oldKey());
      assertThat(trail.proofs().keyAt(7)).isEqualTo(trail.proofs().verifier());
    }
  }

  @Test
  void an_old_key_that_is_destroyed_is_gone() throws Exception {
    try (Trail trail = store.open()) {
      KeyExchange exchange = rotate(trail, OldKey.DESTROYED);
      assertThat(exchange.retired()).isEmpty();
      try (var files = Files.list(key(trail).getParent())) {
        assertThat(files.map(it -> it.getFileName().toString()))
            .noneMatch(it -> it.endsWith("retired.pem") || it.contains("next"));
      }
    }
  }

  @Test
  void what_a_user_keeps_follows_the_exchange_and_no_other_key() {
    Trust trust = new Trust(directory.resolve("trust"), CLOCK);
    try (Trail trail = store.open()) {
      trust.keep(trail, trail.append(Samples.draft("a", 1)).checkpoint());
      rotate(trail, OldKey.KEPT);
      rotate(trail, OldKey.KEPT);
      trail.append(Samples.draft("b", 1));
      trust.check(trail, "here");
      assertThat(trust.kept(trail.origin()).orElseThrow().key())
          .isEqualTo(trail.proofs().newest().orElseThrow().key());
      String first = trail.proofs().rotations(0).get(0).oldKey();
      assertThat(new KeySuccession(trail.proofs()).after(first, 2))
          .isEqualTo(trail.proofs().newest().orElseThrow().key());
      assertThatThrownBy(() -> new KeySuccession(trail.proofs()).after("x+y+z", 2))
          .hasMessageContaining("exchange of the signing key by record 2");
    }
  }

  @Test
  void an_older_checkpoint_is_verified_from_across_an_exchange() {
    try (Trail trail = store.open()) {
      SignedCheckpoint since = trail.append(Samples.draft("a", 1)).checkpoint().signed();
      SignedCheckpoint both = rotate(trail, OldKey.KEPT).receipt().checkpoint().signed();
      trail.append(Samples.draft("b", 1));
      for (SignedCheckpoint each : List.of(since, both)) {
        Soundness.Sound sound = sound(trail.verify(Verification.ofAll().since(each)));
        assertThat(sound.from()).isEqualTo(each.claimed().size());
        assertThat(sound.head()).isEqualTo(trail.head());
      }
    }
  }

  private static Soundness.Sound sound(Soundness soundness) {
    return soundness.fold(
        it -> it,
        unsound -> {
          throw new AssertionError(unsound.first().toString());
        });
  }

  @Test
  void a_crash_between_the_record_and_the_files_is_made_up_for() throws Exception {
    String newKey;
    Path retired;
    Path pem;
    try (Trail trail = store.open()) {
      pem = key(trail);
      KeyExchange exchange = rotate(trail, OldKey.KEPT);
      newKey = exchange.newKey();
      retired = exchange.retired().orElseThrow();
    }
    Path next = pem.resolveSibling(pem.getFileName().toString().replace(".pem", ".next.pem"));
    Files.move(pem, next);
    Files.move(retired, pem);
    Path vkey = pem.resolveSibling(pem.getFileName().toString().replace(".pem", ".vkey"));
    Files.move(
        vkey, pem.resolveSibling(pem.getFileName().toString().replace(".pem", ".next.vkey")));
    Files.move(
        retired.resolveSibling(retired.getFileName().toString().replace(".pem", ".vkey")),
        vkey,
        StandardCopyOption.REPLACE_EXISTING);
    try (Trail trail = store.open()) {
      assertThat(trail.append(Samples.draft("b", 1)).checkpoint().key()).isEqualTo(newKey);
      assertSound(trail);
    }
    assertThat(next).doesNotExist();
    assertThat(retired).exists();
  }

  @Test
  void a_key_that_no_record_names_is_used_by_the_next_attempt() throws Exception {
    try (Trail trail = store.open()) {
      Path pem = key(trail);
      String before = trail.append(Samples.draft("a", 1)).checkpoint().key();
      Path next = pem.resolveSibling(pem.getFileName().toString().replace(".pem", ".next.pem"));
      Files.writeString(next, "no key");
      assertThatThrownBy(() -> rotate(trail, OldKey.KEPT))
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("it signed nothing, so remove it");
      assertThat(trail.append(Samples.draft("b", 1)).checkpoint().key()).isEqualTo(before);
      Files.delete(next);
      assertThat(rotate(trail, OldKey.KEPT).oldKey()).isEqualTo(before);
      assertSound(trail);
    }
  }

  @Test
  void without_the_old_key_nothing_is_exchanged() throws Exception {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      Files.delete(key(trail));
    }
    try (Trail trail = store.open()) {
      assertThatThrownBy(() -> rotate(trail, OldKey.KEPT)).isInstanceOf(KeyRefused.class);
      assertThat(trail.head().size()).isEqualTo(2);
      assertThat(Optional.of(trail.verify())).containsInstanceOf(Soundness.Sound.class);
    }
  }

  @Test
  void an_old_key_that_cannot_be_removed_is_told_and_the_new_one_signs() throws Exception {
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      Path pem = key(trail);
      Path retired = retired(pem);
      Files.delete(pem);
      Files.createDirectories(retired.resolve("in the way"));
      KeyExchange exchange = rotate(trail, OldKey.DESTROYED);
      assertThat(exchange.retired()).contains(retired);
      assertThat(exchange.trouble().orElseThrow())
          .startsWith("the key was exchanged, but the old one could not be removed")
          .contains("it is still there, as " + retired)
          .endsWith("remove that file yourself");
      assertThat(trail.append(Samples.draft("b", 1)).checkpoint().key())
          .isEqualTo(exchange.newKey());
    }
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("c", 1));
      assertSound(trail);
    }
  }

  @Test
  void files_that_cannot_be_put_in_place_are_told_and_follow_at_the_next_opening()
      throws Exception {
    KeyExchange exchange;
    Path retired;
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("a", 1));
      retired = retired(key(trail));
      Files.createDirectories(retired.resolve("in the way"));
      exchange = rotate(trail, OldKey.DESTROYED);
      assertThat(exchange.retired()).contains(key(trail));
      assertThat(exchange.trouble().orElseThrow())
          .startsWith("the exchange of the key is recorded, but its files could not be put")
          .contains("takes its place when the trail is opened again, once the cause is gone")
          .endsWith("the old one is " + key(trail) + ", and was not removed: do that afterwards");
      assertThat(trail.append(Samples.draft("b", 1)).checkpoint().key())
          .isEqualTo(exchange.newKey());
    }
    Files.delete(retired.resolve("in the way"));
    Files.delete(retired);
    try (Trail trail = store.open()) {
      assertThat(trail.append(Samples.draft("c", 1)).checkpoint().key())
          .isEqualTo(exchange.newKey());
      assertSound(trail);
    }
    assertThat(retired).isRegularFile();
  }

  /** Where the key of the trail goes when it is exchanged. */
  private static Path retired(Path pem) throws Exception {
    String name = pem.getFileName().toString().replace(".pem", "");
    String verifier = Files.readString(pem.resolveSibling(name + ".vkey"));
    return pem.resolveSibling(name + ".retired-" + verifier.split("\\+", 3)[1] + ".pem");
  }
}
