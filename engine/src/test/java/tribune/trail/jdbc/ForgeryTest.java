package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.trail.Opening;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/** What somebody may do to the index, and who notices. */
class ForgeryTest {
  /** Attacks after which a row is not where it was. */
  private static final Pattern LACKING =
      Pattern.compile("taken out|past the end|at another place|on another level");

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
    return Attack.on(TableAttacks.ALL, Attack.Where.TABLES, Attack.Where.INDEX);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_change_of_the_index_is_found_and_the_first_bad_record_named(Attack attack)
      throws Exception {
    assertThat(attack.change().in(home)).isPositive();
    if (!isBuiltAnew(attack)) {
      Noticed noticed = Noticed.of(home);
      noticed.requireAsFor(attack);
      if (noticed.by() == Attack.By.VERIFY) {
        assertThat(noticed.first().place()).startsWith("index");
        assertThat(noticed.first().advice()).contains("it is rebuilt from the journal");
      }
    }
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertSound(trail);
    }
  }

  /** An index that lacks rows is built anew when it is opened, and then says what is so. */
  private boolean isBuiltAnew(Attack attack) {
    if (!LACKING.matcher(attack.name()).find()) {
      return false;
    }
    try (Trail trail = home.open()) {
      return trail.opening().state() == Opening.State.REBUILT && Noticed.inOpen(trail).isEmpty();
    } catch (TrailUnsound e) {
      return false;
    }
  }

  /** As H2 may come back when its process was killed; nothing is told that is not so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM record WHERE seq = 3",
        "DELETE FROM record WHERE seq = 8",
        "DELETE FROM record",
        "DELETE FROM node WHERE level = 1 AND idx = 2",
        "DELETE FROM node WHERE level = 3",
        "DELETE FROM payload WHERE seq = 8",
        "DELETE FROM decision WHERE seq = 8",
        "DELETE FROM finding WHERE seq = 8",
        "DELETE FROM department WHERE seq = 8",
        "DELETE FROM checkpoint WHERE size = 9"
      })
  void an_index_that_lacks_rows_is_built_anew(String change) throws Exception {
    assertThat(home.forge(change)).isPositive();
    try (Trail trail = home.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.REBUILT, 9, 0));
      assertThat(trail.records(0)).hasSize(9);
      assertSound(trail);
    }
  }

  @Test
  void an_index_of_another_trail_is_refused(@TempDir Path other) throws IOException {
    TestHome stranger = new TestHome(other.resolve("home"));
    NineRecords.in(stranger);
    home.copy(stranger.index(), home.index());
    TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
    assertThat(refusal).hasMessageContaining("first bad record 0");
  }

  @Test
  void a_journal_that_lost_its_end_is_refused_and_the_first_missing_record_named()
      throws IOException {
    List<String> lines = Files.readAllLines(home.journal());
    String shorter = String.join("\n", lines.subList(0, lines.size() - 4)) + "\n";
    Files.writeString(home.journal(), shorter);
    TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
    assertThat(refusal)
        .hasMessageContaining("first bad record 7")
        .hasMessageContaining("found a journal that ends after 7 records, expected 9 records");
    assertThat(home.journal()).hasContent(shorter);
  }

  @Test
  void a_forged_record_or_rule_base_is_never_shown() throws Exception {
    home.forge("UPDATE record SET bytes = X'7b7d' WHERE seq = 3");
    home.forge("UPDATE rulebase_file SET bytes = X'00' WHERE path = 'rulebase.yaml'");
    try (Trail trail = home.open()) {
      assertThatThrownBy(() -> trail.at(3)).isInstanceOf(TrailUnsound.class);
      assertThatThrownBy(() -> trail.find("d3")).isInstanceOf(TrailUnsound.class);
      assertThatThrownBy(() -> trail.records(0).toList()).isInstanceOf(TrailUnsound.class);
      assertThatThrownBy(() -> trail.ruleBase(Samples.RULES.sha256()))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining("no record in particular");
      assertThat(trail.at(4)).isPresent();
    }
  }
}
