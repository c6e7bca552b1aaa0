package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.shell.line.ExitCode;
import tribune.trail.jdbc.TestPostgres;

/** A sample of the attacks of the engine's tests, as a user is told of them. */
class TamperedTrailTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record\t | \"verdict\":\"FAIL\" | \"verdict\":\"PASS\" | 1 | journal, byte",
        "record\t | \"seq\":2 | \"seq\":3 | 2 | journal, byte",
        "checkpoint\t2 | checkpoint\t2 | checkpoint\t3 | 1 | journal, byte",
        "seal\t1 | seal\t1 | seal\t0 | 1 | journal, byte",
        "rulebase\t | rulebase\t | rulebass\t | 1 | journal, byte"
      })
  void a_changed_journal_ends_with_six_and_the_record(
      String line, String found, String instead, int firstBad, String place) throws Exception {
    Desk desk = Desk.cleared("tampered-home");
    desk.house("audit", proposal("fails.yaml"));
    desk.house("audit", proposal("passes.yaml"));
    Path journal = desk.home().resolve("trail/journal");
    String before = Files.readString(journal);
    int at = before.indexOf(found, before.indexOf(line));
    Files.writeString(
        journal, before.substring(0, at) + instead + before.substring(at + found.length()));
    Trial.Outcome verify = desk.house("trail", "verify", "--output", "json");
    assertThat(verify.code()).as(verify.err()).isEqualTo(ExitCode.UNSOUND);
    JsonNode report = StrictJson.read(verify.out());
    assertThat(report.get("sound").asBoolean()).isFalse();
    assertThat(report.get("firstBad").asInt()).isEqualTo(firstBad);
    assertThat(report.get("place").asText()).startsWith(place);
    assertThat(report.get("advice").asText()).contains("restore the trail directory from a backup");
  }

  @Test
  void a_changed_database_ends_with_six_and_the_record() throws SQLException {
    Desk desk = Desk.cleared("tampered-store");
    TestPostgres server = TestPostgres.shared();
    String database = server.createTrail();
    String store = server.url(database, TestPostgres.APPLICATION);
    desk.house("audit", proposal("fails.yaml"), "--store", store);
    assertThat(desk.house("trail", "verify", "--store", store).code()).isEqualTo(ExitCode.OK);
    String owner = server.url(database, TestPostgres.OWNER) + "&currentSchema=tribune";
    try (Connection connection = DriverManager.getConnection(owner);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER append_only ON payload");
      statement.execute("UPDATE payload SET facts = '{}' WHERE seq = 1");
    }
    Trial.Outcome verify = desk.house("trail", "verify", "--store", store, "--output", "json");
    assertThat(verify.code()).as(verify.err()).isEqualTo(ExitCode.UNSOUND);
    JsonNode report = StrictJson.read(verify.out());
    assertThat(report.get("firstBad").asInt()).isEqualTo(1);
    assertThat(report.get("place").asText()).startsWith("database, ");
    assertThat(desk.house("doctor", "--store", store).code()).isEqualTo(ExitCode.UNSOUND);
  }
}
