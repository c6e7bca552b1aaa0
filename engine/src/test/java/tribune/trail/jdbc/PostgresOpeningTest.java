package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.trail.Opening;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoreRefused;
import tribune.trail.Trail;

/** What a database must be like to hold a trail. */
class PostgresOpeningTest {
  @Test
  void a_prepared_database_begins_with_the_record_that_opens_the_trail() {
    TestDatabase database = TestDatabase.create();
    assertThat(PostgresTrail.openIfBegun(database.address(), database.setup())).isEmpty();
    try (Trail trail = database.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.NEW, 0, 0));
      assertThat(trail.head().size()).isEqualTo(1);
      assertSound(trail);
    }
    try (Trail trail = database.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.INDEXED, 0, 0));
      assertThat(trail.head().size()).isEqualTo(1);
    }
    assertThat(PostgresTrail.openIfBegun(database.address(), database.setup()))
        .hasValueSatisfying(Trail::close);
  }

  @Test
  void commits_wait_for_the_disk_whatever_the_server_is_set_to() {
    TestDatabase database = TestDatabase.create();
    assertThat(setting(database, "SELECT setting FROM pg_settings WHERE name = ?"))
        .containsExactly("on");
    assertThat(setting(database, "SELECT reset_val FROM pg_settings WHERE name = ?"))
        .containsExactly("off");
  }

  private static List<String> setting(TestDatabase database, String select) {
    try (Sql sql = PostgresConnection.open(database.address())) {
      return sql.list(select, row -> row.getString(1), "synchronous_commit");
    }
  }

  @Test
  void a_server_that_does_not_sync_is_refused() {
    try (TestPostgres server = TestPostgres.start("off")) {
      PostgresAddress owner = server.address(server.createDatabase(), TestPostgres.OWNER);
      assertThatThrownBy(() -> PostgresTrail.prepare(owner))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("does not sync its disk (found fsync = off, expected on)");
    }
  }

  @Test
  void a_database_that_cannot_hold_all_texts_is_refused() {
    TestPostgres server = TestPostgres.shared();
    server.run("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
    assertThatThrownBy(() -> PostgresTrail.prepare(server.address("ascii", "postgres")))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("found encoding SQL_ASCII, expected UTF8");
  }

  @Test
  void a_database_without_a_trail_is_refused_with_what_to_do() {
    TestPostgres server = TestPostgres.shared();
    String name = server.createDatabase();
    PostgresAddress owner = server.address(name, TestPostgres.OWNER);
    PostgresAddress application = server.address(name, TestPostgres.APPLICATION);
    assertThatThrownBy(() -> PostgresTrail.openIfBegun(application, TestDatabase.create().setup()))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("holds no trail that this role can see")
        .hasMessageContaining("trail init");
    assertThatThrownBy(() -> PostgresTrail.prepare(application))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("permission denied for database");
    assertThat(PostgresTrail.prepare(owner)).isEqualTo(3);
    assertThat(PostgresTrail.prepare(owner)).isZero();
    assertThatThrownBy(() -> PostgresTrail.openIfBegun(application, TestDatabase.create().setup()))
        .hasMessageContaining("holds no trail that this role can see");
    assertThatThrownBy(() -> PostgresTrail.grant(owner, "nobody_at_all"))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("role \"nobody_at_all\" does not exist");
    assertThatThrownBy(() -> PostgresTrail.grant(owner, "x; DROP TABLE record"))
        .hasMessageContaining("role \"x; DROP TABLE record\" does not exist");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void a_schema_of_another_version_is_refused(int version) throws Exception {
    TestDatabase database = TestDatabase.create();
    database.forge("UPDATE head SET version = ?", version);
    assertThatThrownBy(database::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining(version > 3 ? "found schema 4, expected 3" : "found 0, expected 3");
  }

  @Test
  void a_trail_from_before_checkpoints_is_brought_up_to_date_and_signed_from_then_on() {
    TestDatabase database = TestDatabase.create();
    try (Trail trail = database.open()) {
      trail.append(Samples.draft("a", 1));
    }
    TestPostgres server = TestPostgres.shared();
    server.run(database.name(), "DROP TABLE tribune.checkpoint");
    server.run(database.name(), "DROP INDEX tribune.record_type_seq");
    server.run(
        database.name(),
        "CREATE OR REPLACE FUNCTION tribune.refuse_step_back() RETURNS trigger LANGUAGE plpgsql"
            + " AS $$ BEGIN RETURN NEW; END $$");
    server.run(database.name(), "ALTER TABLE tribune.head DROP COLUMN checkpoints");
    server.run(database.name(), "ALTER TABLE tribune.decision DROP COLUMN submission");
    server.run(database.name(), "DELETE FROM tribune.schema_history WHERE version IN ('2', '3')");
    server.run(database.name(), "UPDATE tribune.head SET version = 1");
    assertThatThrownBy(database::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("as its owner, run `trail init");
    PostgresAddress owner = server.address(database.name(), TestPostgres.OWNER);
    assertThat(PostgresTrail.prepare(owner)).isEqualTo(2);
    // Records from before have no keys of their submissions; these were made today.
    server.run(
        database.name(),
        "UPDATE tribune.decision d SET submission ="
            + " convert_from(r.bytes, 'UTF8')::jsonb ->> 'submission'"
            + " FROM tribune.record r WHERE r.seq = d.seq");
    try (Trail trail = database.open()) {
      assertThat(trail.proofs().newest()).isEmpty();
      assertThat(trail.inForce()).isEmpty();
      assertSound(trail);
      Receipt receipt = trail.append(Samples.draft("b", 1));
      assertThat(receipt.checkpoint().verified().size()).isEqualTo(3);
      assertSound(trail);
    }
  }

  @Test
  void a_role_that_may_only_read_can_look_and_verify() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (Trail trail = database.open()) {
      trail.append(Samples.draft("a", 1));
    }
    TestPostgres server = TestPostgres.shared();
    server.run(database.name(), "GRANT USAGE ON SCHEMA tribune TO " + TestPostgres.GUARDED);
    server.run(
        database.name(), "GRANT SELECT ON ALL TABLES IN SCHEMA tribune TO " + TestPostgres.GUARDED);
    PostgresAddress reader =
        PostgresAddress.of(
            server.url(database.name(), TestPostgres.GUARDED), Optional.of(TestPostgres.PASSWORD));
    try (Trail trail = PostgresTrail.open(reader, database.setup())) {
      assertThat(trail.find("a")).isPresent();
      assertSound(trail);
      assertThatThrownBy(() -> trail.append(Samples.draft("b", 1)))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("permission denied for table head")
          .hasMessageContaining("--grant ROLE");
      assertThat(trail.find("b")).isEmpty();
    }
  }

  @Test
  void an_address_shows_neither_user_nor_password() {
    PostgresAddress address =
        PostgresAddress.of("jdbc:postgresql://db.example/x?user=ada", Optional.of("s3cret"));
    assertThat(address).hasToString("db.example:5432/x");
    assertThat(PostgresAddress.of("jdbc:postgresql:x", Optional.empty()))
        .hasToString("localhost:5432/x");
  }
}
