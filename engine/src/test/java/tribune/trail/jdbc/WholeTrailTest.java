package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.anchor.Trust;
import tribune.anchor.Witness;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.proof.witness.TrustPolicy;
import tribune.proof.witness.WitnessRequest;
import tribune.trail.KeyPlace;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.TrailUnsound;

/**
 * Whole trails written anew, cut or put back, by somebody who has the key and the store. Nothing in
 * the store can tell; whoever kept something outside of it can.
 */
class WholeTrailTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final String PLACE = "the place that both are in";

  /** In what a trail is kept. */
  private enum Kept {
    IN_HOME {
      @Override
      TestStore empty(Path directory) {
        return new TestHome(directory);
      }

      @Override
      Path key(TestStore store) {
        return ((TestHome) store).file("key.pem");
      }
    },
    IN_DATABASE {
      @Override
      TestStore empty(Path directory) {
        return TestDatabase.create();
      }

      @Override
      Path key(TestStore store) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(store.keyHome()).resolve("keys"))) {
          return files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
        }
      }
    };

    abstract TestStore empty(Path directory);

    abstract Path key(TestStore store) throws IOException;
  }

  @TempDir private Path directory;
  private TestStore store;
  private Trust secondUser;
  private Witness witness;
  private VerifierKey log;
  private SignedCheckpoint saved;

  /** Nine records, which a second user and a witness have seen. */
  private void record(Kept kept) throws IOException {
    store = kept.empty(directory.resolve("home"));
    NineRecords.in(store);
    secondUser = new Trust(directory.resolve("trust-of-second-user"), CLOCK);
    witness = new Witness(directory.resolve("witness"));
    VerifierKey ada = witness.init("ada.example/witness", new SecureRandom());
    try (Trail trail = store.open()) {
      secondUser.check(trail, PLACE);
      log = trail.proofs().newest().orElseThrow().verifier();
      witness.watch(log);
      SignedCheckpoint cosigned = witness.cosign(request(trail, 0), NOON);
      TrustPolicy policy =
          TrustPolicy.parse(("log " + log + "\nwitness ada " + ada + "\nquorum ada\n").getBytes());
      assertThat(policy.require(cosigned).isMet()).isTrue();
      saved = trail.proofs().newest().orElseThrow().signed();
    }
  }

  /** Opens another trail with the same name and key, and records other audits in it. */
  private Trail thiefs(Kept kept, int records) throws IOException {
    Path stolen = directory.resolve("thief").resolve("key.pem");
    Files.createDirectories(stolen.getParent());
    Path key = kept.key(store);
    Files.copy(key, stolen);
    String vkey = key.getFileName().toString().replace(".pem", ".vkey");
    Files.copy(key.resolveSibling(vkey), stolen.resolveSibling("key.vkey"));
    TestStore other = kept.empty(directory.resolve("thief").resolve("home"));
    TrailSetup setup = other.setup().withKeys(new KeyPlace.At(stolen));
    Trail trail = other.open(setup);
    for (int i = 1; i < records; i++) {
      trail.append(i == 3 ? Samples.draft("forged", 1) : Samples.draft("d" + i, 1));
    }
    return trail;
  }

  @ParameterizedTest
  @EnumSource
  void all_written_anew_and_signed_is_sound_in_itself_and_noticed_by_all_who_kept_something(
      Kept kept) throws IOException {
    record(kept);
    for (int records : new int[] {9, 12}) {
      try (Trail forged = thiefs(kept, records)) {
        assertThat(forged.origin()).isEqualTo(log.name());
        assertSound(forged);
        new Trust(directory.resolve("trust-of-a-stranger-" + records), CLOCK).check(forged, PLACE);
        assertThat(refusal(forged)).hasMessageContaining("found another history of " + records);
        assertWitnessRefuses(forged, Fault.ROOT_MISMATCH);
        assertNotConsistent(forged);
      }
      deleteThief();
    }
  }

  @ParameterizedTest
  @EnumSource
  void newest_records_cut_away_are_noticed_by_all_who_saw_them(Kept kept) throws IOException {
    record(kept);
    try (Trail cut = thiefs(kept, 3)) {
      assertSound(cut);
      assertThat(refusal(cut)).hasMessageContaining("found a trail of 3 records");
      assertThatThrownBy(() -> cut.proofs().consistency(saved.claimed().size(), cut.head().size()))
          .isInstanceOfSatisfying(
              ProofRefused.class,
              refused -> assertThat(refused.fault()).isEqualTo(Fault.IMPOSSIBLE_SIZE));
      assertWitnessRefuses(cut, 0, Fault.OTHER_STATE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_older_copy_put_back_is_noticed_by_all_who_saw_more(Kept kept) throws Exception {
    store = kept.empty(directory.resolve("home"));
    NineRecords.in(store, 5);
    TestStore older =
        store instanceof TestHome home
            ? home.copiedTo(directory.resolve("older"))
            : ((TestDatabase) store).copied();
    secondUser = new Trust(directory.resolve("trust-of-second-user"), CLOCK);
    try (Trail trail = store.open()) {
      trail.append(Samples.draft("more", 1));
      secondUser.check(trail, PLACE);
    }
    try (Trail trail = older.open()) {
      assertSound(trail);
      assertThat(refusal(trail)).hasMessageContaining("found a trail of 5 records");
      trail.append(Samples.draft("instead", 1));
      assertSound(trail);
      assertThat(refusal(trail)).hasMessageContaining("found another history of 6 records");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_trail_that_is_gone_and_another_in_its_place_are_noticed(Kept kept) throws IOException {
    record(kept);
    assertThatThrownBy(() -> secondUser.requireNoneSeen(PLACE))
        .isInstanceOf(TrailUnsound.class)
        .hasMessageContaining("9 records with root");
    TestStore other = kept.empty(directory.resolve("other"));
    NineRecords.in(other);
    try (Trail stranger = other.open()) {
      assertSound(stranger);
      assertThat(refusal(stranger)).hasMessageContaining("going on from 9 records");
    }
  }

  private TrailUnsound refusal(Trail trail) {
    return catchThrowableOfType(TrailUnsound.class, () -> secondUser.check(trail, PLACE));
  }

  private void assertWitnessRefuses(Trail trail, Fault fault) throws IOException {
    assertWitnessRefuses(trail, 9, fault);
    assertWitnessRefuses(trail, 0, Fault.OTHER_STATE);
  }

  private void assertWitnessRefuses(Trail trail, long old, Fault fault) throws IOException {
    WitnessRequest request = request(trail, old);
    assertThatThrownBy(() -> witness.cosign(request, NOON))
        .isInstanceOfSatisfying(
            ProofRefused.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
    assertThat(witness.last(log.name()).map(Checkpoint::size)).hasValue(9L);
  }

  private void assertNotConsistent(Trail trail) {
    Checkpoint old = saved.verifiedBy(List.of(log));
    assertThatThrownBy(
            () ->
                trail
                    .proofs()
                    .consistency(old.size(), trail.head().size())
                    .verify(old.root(), trail.head().root()))
        .isInstanceOf(ProofRefused.class);
  }

  private static WitnessRequest request(Trail trail, long old) {
    return new WitnessRequest(
        trail.proofs().consistency(old, trail.head().size()),
        trail.proofs().newest().orElseThrow().signed());
  }

  private void deleteThief() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("thief"))) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_witnesses_cosigned_and_is_damaged_is_told_with_its_file(Kept kept) throws IOException {
    record(kept);
    try (Trail trail = store.open()) {
      secondUser.keepCosigned(trail, saved);
      assertThat(secondUser.cosigned(trail.origin())).containsExactly(saved);
      Path file = secondUser.file(trail.origin()).resolveSibling("cosigned").resolve("9");
      Files.writeString(file, "damaged");
      assertThatThrownBy(() -> secondUser.cosigned(trail.origin()))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining(file.toString());
      assertThatThrownBy(() -> secondUser.keepCosigned(trail, saved))
          .isInstanceOf(TrailUnsound.class);
      assertThat(file).hasContent("damaged");
    }
  }
}
