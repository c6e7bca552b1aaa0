package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.trail.ForgedJournal;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/** What somebody may do to the journal, with the index as it is or removed, and who notices. */
class JournalForgeryTest {
  /** Only the index knows that there was more, or that there was one; see threat-model.md. */
  private static final Set<String> ONLY_WITH_INDEX =
      Set.of("journal: the newest batch taken out", "journal: everything taken out");

  @TempDir private static Path recorded;
  private TestHome home;

  @BeforeAll
  static void record() {
    NineRecords.in(new TestHome(recorded));
  }

  @BeforeEach
  void copy(@TempDir Path directory) throws IOException {
    home = new TestHome(recorded).copiedTo(directory.resolve("home"));
  }

  static List<Attack> attacks() {
    return JournalAttacks.ALL;
  }

  static List<Attack> withoutIndex() {
    return JournalAttacks.ALL.stream()
        .filter(attack -> !ONLY_WITH_INDEX.contains(attack.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_change_of_the_journal_is_found_and_the_first_bad_record_named(Attack attack)
      throws Exception {
    assertThat(attack.change().in(home)).isPositive();
    byte[] forged = Files.readAllBytes(home.journal());
    Noticed.of(home).requireAsFor(attack);
    assertThat(home.journal()).hasBinaryContent(forged);
  }

  @ParameterizedTest
  @MethodSource("withoutIndex")
  void the_same_is_found_when_the_index_is_built_anew(Attack attack) throws Exception {
    assertThat(attack.change().in(home)).isPositive();
    home.deleteIndex();
    Noticed noticed = Noticed.of(home);
    long seal = attack.name().equals("journal: a checkpoint taken out") ? 1 : 0;
    assertThat(noticed.first().seq()).as("%s", noticed).hasValue(attack.firstBad() + seal);
  }

  @Test
  void a_checkpoint_taken_out_of_the_journal_is_missed_by_the_index_alone() throws IOException {
    List<String> lines = JournalAttacks.lines(home);
    lines.removeIf(line -> line.startsWith("checkpoint\t4\t"));
    String origin = JournalAttacks.origin(lines);
    Files.write(home.journal(), ForgedJournal.resealed(lines, origin, Optional.empty()));
    assertThat(catchThrowableOfType(TrailUnsound.class, home::open).unsoundness().seq())
        .hasValue(3);
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertSound(trail);
    }
  }

  @Test
  void a_record_put_behind_the_last_without_the_key_is_found_and_never_signed_for()
      throws IOException {
    List<String> lines = JournalAttacks.lines(home);
    String origin = JournalAttacks.origin(lines);
    lines.addAll(
        JournalAttacks.batch(List.copyOf(lines), 8).stream()
            .filter(line -> !line.startsWith("checkpoint"))
            .toList());
    Files.write(home.journal(), ForgedJournal.resealed(lines, origin, Optional.empty()));
    try (Trail trail = home.open()) {
      Noticed noticed = Noticed.inOpen(trail).orElseThrow();
      assertThat(noticed.first().seq()).hasValue(9);
      assertThat(noticed.first().found()).isEqualTo("1 records after the last checkpoint");
      assertThatThrownBy(() -> trail.append(Samples.draft("d10", 1)))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining("first bad record 9");
    }
  }
}
