package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/** What a superuser may do to a trail past all triggers, and who notices. */
class PostgresForgeryTest {
  private static TestDatabase recorded;
  private TestDatabase database;

  @BeforeAll
  static void record() {
    recorded = TestDatabase.create();
    NineRecords.in(recorded);
  }

  @BeforeEach
  void copy() {
    database = recorded.copied();
  }

  static List<Attack> attacks() {
    return Attack.on(TableAttacks.ALL, Attack.Where.TABLES, Attack.Where.DATABASE);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_change_is_found_and_the_first_bad_record_named(Attack attack) throws Exception {
    assertThat(attack.change().in(database)).isPositive();
    Noticed noticed = Noticed.of(database);
    noticed.requireAsFor(attack);
    assertThat(noticed.first().place()).startsWith("database, ");
    assertThat(noticed.first().advice()).contains("restore it from a backup");
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
    Unsoundness first = Noticed.of(database).first();
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
}
