package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.trail.Opening;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/** What somebody may do to the index, and who notices. */
class ForgeryTest {
  private TestHome home;

  /** Records 0 to 8: the opening, and audits of d1 to d8. */
  @BeforeEach
  void record(@TempDir Path directory) {
    home = new TestHome(directory.resolve("home"));
    try (Trail trail = home.open()) {
      for (int i = 1; i <= 8; i++) {
        trail.append(Samples.draft("d" + i, 1));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | UPDATE record SET bytes = (SELECT bytes FROM record WHERE seq = 4) WHERE seq = 3",
        "3 | UPDATE record SET leaf = (SELECT leaf FROM record WHERE seq = 4) WHERE seq = 3",
        "3 | UPDATE record SET (bytes, leaf) = (SELECT bytes, leaf FROM record WHERE seq = 4)"
            + " WHERE seq = 3",
        "3 | UPDATE record SET recorded_at = '2026-01-01T00:00:00.001Z' WHERE seq = 3",
        "3 | UPDATE record SET record_type = 'trail.opened' WHERE seq = 3",
        "9 | INSERT INTO record SELECT 9, bytes, leaf, recorded_at, record_type FROM record"
            + " WHERE seq = 8",
        "-1 | INSERT INTO record SELECT -1, bytes, leaf, recorded_at, record_type FROM record"
            + " WHERE seq = 8",
        "4 | UPDATE payload SET facts = X'7b7d' WHERE seq = 4",
        "4 | UPDATE payload SET salt = (SELECT leaf FROM record WHERE seq = 1) WHERE seq = 4",
        "4 | DELETE FROM payload WHERE seq = 4",
        "0 | INSERT INTO payload SELECT 0, facts, salt FROM payload WHERE seq = 1",
        "77 | INSERT INTO payload SELECT 77, facts, salt FROM payload WHERE seq = 1",
        "5 | UPDATE decision SET verdict = 'PASS' WHERE seq = 5",
        "5 | UPDATE decision SET id = 'other' WHERE seq = 5",
        "5 | UPDATE decision SET revision = 2 WHERE seq = 5",
        "5 | UPDATE decision SET search = '' WHERE seq = 5",
        "5 | DELETE FROM decision WHERE seq = 5",
        "0 | INSERT INTO decision SELECT 0, id, revision, verdict, search FROM decision"
            + " WHERE seq = 5",
        "6 | UPDATE finding SET outcome = 'PASS' WHERE seq = 6",
        "6 | DELETE FROM finding WHERE seq = 6",
        "6 | INSERT INTO finding VALUES (6, 'LTR-02', 'PASS')",
        "0 | INSERT INTO finding VALUES (0, 'LTR-02', 'PASS')",
        "12 | INSERT INTO finding VALUES (12, 'LTR-02', 'PASS')",
        "6 | UPDATE department SET name = 'risk' WHERE seq = 6 AND name = 'sales'",
        "6 | DELETE FROM department WHERE seq = 6",
        "6 | INSERT INTO department VALUES (6, 'risk')",
        "1 | UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1) WHERE level = 1"
            + " AND idx = 0",
        "8 | INSERT INTO node SELECT 1, 4, leaf FROM record WHERE seq = 1",
        "1 | UPDATE rulebase_file SET bytes = X'00' WHERE path = 'rulebase.yaml'",
        "1 | UPDATE rulebase_file SET path = 'rulebase.yml' WHERE path = 'rulebase.yaml'",
        "1 | DELETE FROM rulebase_file WHERE path = 'rulebase.yaml'",
        "1 | INSERT INTO rulebase_file SELECT sha256, 'x', bytes FROM rulebase_file"
            + " WHERE path = 'rulebase.yaml'",
        "1 | UPDATE rulebase SET name = 'other'",
        "1 | UPDATE rulebase SET version = '9'",
        "1 | DELETE FROM rulebase",
        "8 | INSERT INTO rulebase SELECT leaf, 'x', '1' FROM record WHERE seq = 1",
        "4 | DELETE FROM checkpoint WHERE size = 5",
        "4 | UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 6)"
            + " WHERE size = 5",
        "4 | UPDATE checkpoint SET verifier = 'somebody' WHERE size = 5",
        "20 | INSERT INTO checkpoint SELECT 21, verifier, note FROM checkpoint WHERE size = 5"
      })
  void a_change_of_the_index_is_found_and_the_first_bad_record_named(long seq, String change)
      throws Exception {
    assertThat(home.forge(change)).isPositive();
    assertThat(firstBad().seq()).as("%s: %s", change, firstBad()).hasValue(seq);
    assertThat(firstBad().place()).startsWith("index");
    assertThat(firstBad().advice()).contains("it is rebuilt from the journal");
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertSound(trail);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | UPDATE record SET bytes = (SELECT bytes FROM record WHERE seq = 4) WHERE seq = 8",
        "8 | UPDATE record SET (bytes, leaf) = (SELECT bytes, leaf FROM record WHERE seq = 4)"
            + " WHERE seq = 8",
        "7 | UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1) WHERE level = 3",
        "8 | UPDATE checkpoint SET note = X'00' WHERE size = 9",
        "8 | UPDATE head SET root = (SELECT leaf FROM record WHERE seq = 1)",
        "8 | UPDATE head SET size = 8",
        "9 | UPDATE head SET size = 10",
        "9 | UPDATE head SET journal_offset = 1000000000",
        "8 | UPDATE head SET journal_offset = journal_offset - 1",
        "0 | UPDATE head SET journal_offset = 0"
      })
  void a_change_at_the_end_of_the_index_is_refused_at_once(long seq, String change)
      throws Exception {
    assertThat(home.forge(change)).isPositive();
    TrailUnsound refusal = catchThrowableOfType(TrailUnsound.class, home::open);
    assertThat(refusal.unsoundness().seq()).as("%s: %s", change, refusal).hasValue(seq);
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
    try (Trail trail = stranger.open()) {
      for (int i = 1; i <= 8; i++) {
        trail.append(Samples.draft("d" + i, 1));
      }
    }
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

  private Unsoundness firstBad() {
    try (Trail trail = home.open()) {
      return trail
          .verify()
          .fold(
              sound -> new Unsoundness(OptionalLong.empty(), "nothing", "", "", ""),
              unsound -> unsound.first());
    } catch (TrailUnsound e) {
      return e.unsoundness();
    }
  }
}
