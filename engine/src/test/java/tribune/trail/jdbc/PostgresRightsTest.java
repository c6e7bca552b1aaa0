package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.trail.Samples;
import tribune.trail.Trail;

/** What the two roles may do to a trail, and what nobody may but the superuser. */
class PostgresRightsTest {
  private static final List<String> KEPT =
      List.of("record", "payload", "node", "rulebase", "rulebase_file", "checkpoint");
  private static final List<String> FOUND_BY = List.of("decision", "finding", "department");

  private static TestDatabase database;

  @BeforeAll
  static void record() {
    database = TestDatabase.create();
    try (Trail trail = database.open()) {
      trail.append(Samples.draft("a", 1));
    }
  }

  /** Whatever was tried, nothing has changed. */
  @AfterAll
  static void verify() {
    if (database != null) {
      try (Trail trail = database.open()) {
        assertThat(trail.head().size()).isEqualTo(2);
        assertSound(trail);
      }
    }
  }

  static Stream<String> changes() {
    List<String> changes = new ArrayList<>();
    for (String table : KEPT) {
      String column =
          switch (table) {
            case "rulebase", "rulebase_file" -> "sha256";
            case "node" -> "idx";
            case "checkpoint" -> "size";
            default -> "seq";
          };
      changes.add("UPDATE " + table + " SET " + column + " = " + column);
      changes.add("UPDATE " + table + " SET " + column + " = " + column + " WHERE false");
      changes.add("DELETE FROM " + table);
      changes.add("TRUNCATE " + table);
      changes.add("TRUNCATE " + table + " CASCADE");
    }
    changes.add("DELETE FROM head");
    changes.add("TRUNCATE head");
    changes.add("UPDATE head SET size = size - 1");
    changes.add("UPDATE head SET size = size + 1");
    changes.add("UPDATE head SET root = sha256('')");
    return changes.stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void what_is_recorded_cannot_be_changed_by_the_application(String change) {
    assertThatThrownBy(() -> database.changeAs(TestPostgres.APPLICATION, change))
        .isInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void what_is_recorded_cannot_be_changed_by_the_owner_while_triggers_stand(String change) {
    assertThatThrownBy(() -> database.changeAs(TestPostgres.OWNER, change))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*the (trail is only ever appended to|head of the trail only).*");
  }

  @Test
  void what_audits_are_found_by_cannot_be_changed_by_the_application() {
    for (String table : FOUND_BY) {
      for (String change :
          List.of(
              "UPDATE " + table + " SET seq = 0", "DELETE FROM " + table, "TRUNCATE " + table)) {
        assertThatThrownBy(() -> database.changeAs(TestPostgres.APPLICATION, change))
            .as(change)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE record DISABLE TRIGGER ALL",
        "ALTER TABLE record DISABLE TRIGGER append_only",
        "DROP TRIGGER append_only ON record",
        "DROP TABLE record",
        "DROP FUNCTION refuse_change() CASCADE",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RETURN NULL; END'",
        "CREATE TABLE tribune.other (a int)",
        "SET session_replication_role = replica",
        "UPDATE head SET version = 2",
        "INSERT INTO head VALUES (1, 1, 0, sha256(''))",
        "SELECT grant_application('tribune_app')",
        "UPDATE schema_history SET success = false"
      })
  void the_application_cannot_get_around_its_rights(String change) {
    assertThatThrownBy(() -> database.changeAs(TestPostgres.APPLICATION, change))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void another_role_sees_nothing() {
    assertThatThrownBy(() -> database.changeAs(TestPostgres.GUARDED, "DELETE FROM record"))
        .isInstanceOf(SQLException.class);
  }
}
