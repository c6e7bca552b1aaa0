package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.trail.Samples;
import tribune.trail.Soundness;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/** What a superuser may do to a trail past all triggers, and who notices. */
class PostgresForgeryTest {
  private TestDatabase database;

  /** Records 0 to 8: the opening, and audits of d1 to d8. */
  @BeforeEach
  void record() {
    database = TestDatabase.create();
    try (Trail trail = database.open()) {
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
        "3 | UPDATE record SET bytes = set_byte(bytes, 40, 32) WHERE seq = 3",
        "3 | UPDATE record SET recorded_at = '2026-01-01T00:00:00.001Z' WHERE seq = 3",
        "3 | UPDATE record SET record_type = 'trail.opened' WHERE seq = 3",
        "3 | DELETE FROM record WHERE seq = 3",
        "0 | DELETE FROM record WHERE seq = 0",
        "9 | INSERT INTO record SELECT 9, bytes, leaf, recorded_at, record_type FROM record"
            + " WHERE seq = 8",
        "4 | UPDATE payload SET facts = '{}' WHERE seq = 4",
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
        "5 | UPDATE decision SET submission = 'x' WHERE seq = 5",
        "6 | UPDATE finding SET outcome = 'PASS' WHERE seq = 6",
        "6 | DELETE FROM finding WHERE seq = 6",
        "6 | INSERT INTO finding VALUES (6, 'LTR-02', 'PASS')",
        "12 | INSERT INTO finding VALUES (12, 'LTR-02', 'PASS')",
        "6 | UPDATE department SET name = 'risk' WHERE seq = 6 AND name = 'sales'",
        "6 | INSERT INTO department VALUES (6, 'risk')",
        "1 | UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1) WHERE level = 1"
            + " AND idx = 0",
        "5 | DELETE FROM node WHERE level = 1 AND idx = 2",
        "8 | INSERT INTO node SELECT 1, 4, leaf FROM record WHERE seq = 1",
        "1 | UPDATE rulebase_file SET bytes = '' WHERE path = 'rulebase.yaml'",
        "1 | DELETE FROM rulebase_file WHERE path = 'rulebase.yaml'",
        "1 | DELETE FROM rulebase_file",
        "1 | INSERT INTO rulebase_file SELECT sha256, 'x', bytes FROM rulebase_file"
            + " WHERE path = 'rulebase.yaml'",
        "1 | UPDATE rulebase SET name = 'other'",
        "1 | DELETE FROM rulebase",
        "4 | UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 6)"
            + " WHERE size = 5",
        "4 | UPDATE checkpoint SET note = set_byte(note, octet_length(note) - 9, 66)"
            + " WHERE size = 5",
        "4 | UPDATE checkpoint SET verifier = 'somebody' WHERE size = 5",
        "20 | INSERT INTO checkpoint SELECT 21, verifier, note FROM checkpoint WHERE size = 5",
        "8 | INSERT INTO rulebase SELECT leaf, 'x', '1' FROM record WHERE seq = 1",
        "8 | UPDATE record SET (bytes, leaf) = (SELECT bytes, leaf FROM record WHERE seq = 4)"
            + " WHERE seq = 8",
        "8 | DELETE FROM record WHERE seq = 8",
        "7 | UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1) WHERE level = 3",
        "7 | DELETE FROM node WHERE level = 3",
        "8 | UPDATE head SET root = (SELECT leaf FROM record WHERE seq = 1)",
        "9 | UPDATE head SET size = 10"
      })
  void a_change_is_found_and_the_first_bad_record_named(long seq, String change) throws Exception {
    assertThat(database.forge(change)).isPositive();
    Unsoundness first = firstBad();
    assertThat(first.seq()).as("%s: %s", change, first).hasValue(seq);
    assertThat(first.place()).startsWith("database, ");
    assertThat(first.advice()).contains("restore it from a backup");
  }

  @Test
  void newest_records_that_were_cut_away_with_everything_else_are_found_only_by_who_kept_the_root()
      throws Exception {
    for (String table : new String[] {"record", "payload", "decision", "finding", "department"}) {
      database.forge("DELETE FROM " + table + " WHERE seq = 8");
    }
    database.forge(
        "UPDATE head SET size = 8, checkpoints = 8, root = (SELECT hash FROM node WHERE level = 3 AND idx = 0)");
    database.forge("DELETE FROM checkpoint WHERE size = 9");
    try (Trail trail = database.open()) {
      TrailContract.assertSound(trail);
    }
  }

  @Test
  void a_checkpoint_that_was_taken_out_is_missed() throws Exception {
    database.forge("DELETE FROM checkpoint WHERE size = 5");
    Unsoundness first = firstBad();
    assertThat(first.seq()).isEmpty();
    assertThat(first.found()).isEqualTo("8 checkpoints");
    assertThat(first.expected()).startsWith("9 as the head");
  }

  @Test
  void nothing_is_appended_to_a_head_that_was_forged() throws Exception {
    try (Trail trail = database.open()) {
      database.forge("UPDATE head SET size = 8");
      assertThatThrownBy(() -> trail.append(Samples.draft("d9", 1)))
          .isInstanceOf(TrailUnsound.class)
          .hasMessageContaining("first bad record 7");
    }
    assertThat(catchThrowableOfType(TrailUnsound.class, database::open))
        .hasMessageContaining("database, table head");
  }

  @Test
  void a_forged_record_is_never_shown() throws Exception {
    database.forge("UPDATE record SET bytes = '{}' WHERE seq = 3");
    try (Trail trail = database.open()) {
      assertThatThrownBy(() -> trail.find("d3")).isInstanceOf(TrailUnsound.class);
      assertThat(trail.at(4)).isPresent();
    }
  }

  private Unsoundness firstBad() {
    try (Trail trail = database.open()) {
      return trail.verify().fold(this::unexpected, Soundness.Unsound::first);
    } catch (TrailUnsound e) {
      return e.unsoundness();
    }
  }

  private Unsoundness unexpected(Soundness.Sound sound) {
    throw new AssertionError("sound: " + sound);
  }
}
