package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;
import tribune.trail.jdbc.TestPostgres;

/** The commands on a trail in PostgreSQL, and what is said when it cannot be used. */
class StoreTest {
  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/tribune?user=ada";

  private Desk desk;

  @BeforeEach
  void clear(TestInfo test) {
    desk = Desk.cleared("store-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void an_audit_is_recorded_in_the_store_and_found_there_by_others() {
    String store = trail();
    Trial.Outcome audit = house("audit", proposal("fails.yaml"), "--store", store);
    assertThat(audit.code()).as(audit.err()).isEqualTo(ExitCode.FAIL);
    assertThat(desk.home().resolve("trail")).doesNotExist();
    assertThat(house("decisions", "--store", store).out()).contains("BAGS@1");
    assertThat(house("show", "BAGS", "--store", store).out()).contains("FAIL");
    assertThat(house("doctor", "--store", store).out()).contains("2 records, all sound");
    assertThat(house("decisions").err()).contains("Nothing is recorded in " + desk.home());
    Trial variable = new Trial().environment("TRIBUNE_STORE", store);
    assertThat(desk.house(variable, "decisions").out()).contains("BAGS@1");
  }

  @Test
  void looking_begins_no_trail() {
    String store = trail();
    assertThat(house("decisions", "--store", store).err()).contains("Nothing is recorded in the");
    Trial.Outcome show = house("show", "BAGS", "--store", store);
    assertThat(show.code()).isEqualTo(ExitCode.USAGE);
    assertThat(show.err()).contains("no audits are recorded in the store 127.0.0.1:");
    Trial.Outcome copy = house("trail", "copy", "--to", "target/nowhere", "--store", store);
    assertThat(copy.code()).isEqualTo(ExitCode.USAGE);
    assertThat(copy.err()).contains("there is no trail in the store");
  }

  @Test
  void a_database_is_prepared_by_its_owner_and_used_by_another_role() {
    TestPostgres server = TestPostgres.shared();
    String database = server.createDatabase();
    String application = server.url(database, TestPostgres.APPLICATION);
    Trial.Outcome missing = house("audit", proposal("passes.yaml"), "--store", application);
    assertThat(missing.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(missing.err())
        .contains("holds no trail that this role can see")
        .contains("trail init --store URL");
    String owner = server.url(database, TestPostgres.OWNER);
    String[] init = {"trail", "init", "--store", owner, "--grant", TestPostgres.APPLICATION};
    Trial.Outcome prepared = house(init);
    assertThat(prepared.err()).isEmpty();
    assertThat(prepared.out()).contains("brought to this version").contains("tribune_app");
    assertThat(house(init).out()).contains("were in place");
    assertThat(house("audit", proposal("passes.yaml"), "--store", application).code())
        .isEqualTo(ExitCode.OK);
    Trial.Outcome notOwner = house("trail", "init", "--store", application, "--grant", "postgres");
    assertThat(notOwner.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(notOwner.err()).contains("permission denied").doesNotContain("Exception");
  }

  @Test
  void a_trail_moves_to_a_store_and_back_unchanged() {
    house("audit", proposal("fails.yaml"));
    house("audit", proposal("passes.yaml"));
    String shown = house("show", "BAGS", "--output", "json").out();
    String store = trail();
    Trial.Outcome there = house("trail", "copy", "--to", store);
    assertThat(there.code()).as(there.err()).isEqualTo(ExitCode.OK);
    assertThat(there.out()).contains("3 records, both trails verified");
    assertThat(house("show", "BAGS", "--output", "json", "--store", store).out()).isEqualTo(shown);
    Trial.Outcome again = house("trail", "copy", "--to", store);
    assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("found 3 records, expected none");
    Desk back = desk.within("back");
    Trial.Outcome home =
        house(
            "trail", "copy", "--to", back.home().toString(), "--store", store, "--output", "json");
    assertThat(home.code()).as(home.err()).isEqualTo(ExitCode.OK);
    assertThat(StrictJson.read(home.out()).get("records").asInt()).isEqualTo(3);
    assertThat(back.house("show", "BAGS", "--output", "json").out()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trail init | name it with --store URL",
        "trail copy | name it with --to",
        "trail copy --to x | there is no trail in",
        "decisions --store jdbc:mysql://h/d | begins with jdbc:postgresql:",
        "decisions --store postgres://h/d | begins with jdbc:postgresql:",
        "decisions --store x | begins with jdbc:postgresql:",
        "decisions --store jdbc:postgresql://h:port/d | begins with jdbc:postgresql:",
        "trail copy --to https://h/d | begins with jdbc:postgresql:"
      })
  void a_mistake_exits_with_two_and_says_what_to_write(String line, String advice) {
    Trial.Outcome outcome = house(line.split(" "));
    assertThat(outcome.err()).startsWith("error").contains(advice);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "decisions", "show BAGS", "trail init", "trail copy"})
  void a_server_that_is_not_there_is_refused_with_eight(String command) {
    String line = command.equals("audit") ? "audit " + proposal("fails.yaml") : command;
    String[] words =
        (command.equals("trail copy") ? "trail copy --to x" : line)
            .concat(" --store " + NOWHERE)
            .split(" ");
    Trial.Outcome outcome = house(words);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err().replaceAll("\\s+", " "))
        .contains("the store 127.0.0.1:1/tribune cannot be opened")
        .contains("check host and port in the URL")
        .doesNotContain("Exception");
  }

  @Test
  void a_wrong_password_is_refused_and_never_shown() {
    TestPostgres server = TestPostgres.shared();
    String url = server.url(server.createTrail(), TestPostgres.GUARDED);
    for (String name : List.of("TRIBUNE_STORE_PASSWORD", "PGPASSWORD")) {
      Trial.Outcome outcome =
          desk.house(
              new Trial().environment(name, "wr0ng-secret"),
              "decisions",
              "--debug",
              "--store",
              url);
      assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(outcome.err())
          .contains("password authentication failed for user \"tribune_guarded\"")
          .contains("TRIBUNE_STORE_PASSWORD");
      assertThat(outcome.out() + outcome.err()).doesNotContain("wr0ng");
    }
    Trial right = new Trial().environment("PGPASSWORD", TestPostgres.PASSWORD);
    Trial.Outcome permitted = desk.house(right, "decisions", "--store", url);
    assertThat(permitted.err()).contains("holds no trail that this role can see");
    assertThat(permitted.err()).doesNotContain(TestPostgres.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/d?user=ada&password=s3cret",
        "jdbc:postgresql://127.0.0.1:1/d?PASSWORD=s3cret",
        "jdbc:postgresql://127.0.0.1:1/d?sslpassword=s3cret&user=ada",
        "jdbc:postgresql://ada:s3cret@127.0.0.1:1/d"
      })
  void a_password_in_the_url_is_refused_and_not_repeated(String url) {
    house("audit", proposal("fails.yaml"));
    for (String[] words :
        new String[][] {
          {"decisions", "--debug", "--store", url},
          {"trail", "init", "--store", url},
          {"trail", "copy", "--to", url}
        }) {
      Trial.Outcome outcome = house(words);
      assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.err()).contains("holds no password").contains(".pgpass");
      assertThat(outcome.out() + outcome.err()).doesNotContain("s3cret");
    }
    assertThat(Purpose.of(List.of("trail", "copy", "--to", url)).words()).doesNotContain("s3cret");
  }

  /** Both wait for the head of the trail, the activation first. */
  @Test
  void an_audit_that_an_activation_overtakes_is_audited_again_on_the_new_rule_base()
      throws Exception {
    TestPostgres server = TestPostgres.shared();
    String database = server.createTrail();
    String store = server.url(database, TestPostgres.APPLICATION);
    desk.run("audit", proposal("passes.yaml"), "--store", store);
    String lighter =
        desk.rulesWith("principles/deal/principle.yaml", "severity: MAJOR", "severity: MINOR")
            .toString();
    String owner = server.url(database, TestPostgres.OWNER) + "&currentSchema=tribune";
    try (Connection locking = DriverManager.getConnection(owner);
        Statement statement = locking.createStatement()) {
      locking.setAutoCommit(false);
      statement.execute("SELECT * FROM head FOR UPDATE");
      CompletableFuture<Trial.Outcome> use =
          CompletableFuture.supplyAsync(
              () ->
                  desk.run("rules", "use", lighter, "--reason", "why", "--yes", "--store", store));
      awaitWaiting(server, database, 1);
      CompletableFuture<Trial.Outcome> audit =
          CompletableFuture.supplyAsync(
              () -> desk.run("audit", proposal("fails.yaml"), "--store", store));
      awaitWaiting(server, database, 2);
      locking.rollback();
      assertThat(use.join().code()).as(use.join().err()).isEqualTo(ExitCode.OK);
      assertThat(audit.join().err())
          .contains("warning: refused, nothing was recorded: BAGS was audited under rule base")
          .contains("and by record no. 2 of")
          .contains("audit again; this is done now");
      assertThat(audit.join().out()).contains("house-rules").contains("no. 3 at");
    }
    assertThat(desk.run("trail", "verify", "--store", store).code()).isEqualTo(ExitCode.OK);
    JsonNode shown =
        StrictJson.read(desk.run("show", "BAGS", "--store", store, "--output", "json").out());
    assertThat(shown.at("/record/rulebase/name").asText()).isEqualTo("house-rules");
  }

  /** Returns when so many wait for a lock in this database. */
  private static void awaitWaiting(TestPostgres server, String database, int count)
      throws Exception {
    String query =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '"
            + database
            + "'";
    try (Connection looking = DriverManager.getConnection(server.url(database, "postgres"));
        Statement statement = looking.createStatement()) {
      for (int i = 0; i < 600; i++) {
        try (ResultSet found = statement.executeQuery(query)) {
          found.next();
          if (found.getInt(1) >= count) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new AssertionError("fewer than " + count + " wait after 30 s");
  }

  @Test
  void a_session_whose_connection_broke_goes_on_with_its_next_line() throws Exception {
    TestPostgres server = TestPostgres.shared();
    String database = server.createTrail();
    String store = server.url(database, TestPostgres.APPLICATION);
    try (TypingUser user =
        TypingUser.at(
            desk, "--color", "never", "--rules", Desk.rules().toString(), "--store", store)) {
      user.types("audit " + proposal("fails.yaml") + "\r").sees("no. 1 at").sees("tribune> ");
      endConnections(server, database);
      user.types("audit " + proposal("passes.yaml") + "\r").sees("no. 2 at").sees("tribune> ");
      endConnections(server, database);
      user.types("decisions\r").sees("REFUNDS@1").sees("tribune> ");
      user.types("exit\r");
      assertThat(user.leaves()).isEqualTo(ExitCode.OK);
      assertThat(user.errors()).doesNotContain("error");
    }
    assertThat(house("trail", "verify", "--store", store).code()).isEqualTo(ExitCode.OK);
  }

  private static void endConnections(TestPostgres server, String database) throws Exception {
    try (Connection ending = DriverManager.getConnection(server.url("postgres", "postgres"));
        Statement statement = ending.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + database
              + "'");
    }
  }

  @Test
  void the_demo_stays_in_the_home_whatever_the_store_is() {
    Trial.Outcome outcome = desk.run("demo", "--store", NOWHERE);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }

  private Trial.Outcome house(String... words) {
    return desk.house(words);
  }

  private static String trail() {
    TestPostgres server = TestPostgres.shared();
    return server.url(server.createTrail(), TestPostgres.APPLICATION);
  }
}
