package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.engine.AuditEngine;
import tribune.shell.line.ExitCode;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/** The signing key is exchanged, and auditors and witnesses follow. */
class TrailKeyTest {
  private static final String[] ROTATE = {"trail", "key", "rotate", "--reason", "Ada has left"};

  @TempDir private Path mail;
  private Desk desk;

  @BeforeEach
  void clear(TestInfo test) {
    desk = Desk.cleared("key-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void an_exchange_is_recorded_and_shown_and_the_trail_goes_on() throws IOException {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    String before = verifier();
    Trial.Outcome rotated = run(ExitCode.OK, ROTATE);
    assertThat(rotated.out()).contains("new key", "old key", "old file", "no. 2 at");
    assertThat(rotated.err()).startsWith("Next: back up the new key").hasLineCount(1);
    assertThat(verifier()).isNotEqualTo(before);
    run(ExitCode.OK, "audit", proposal("passes.yaml"));
    assertThat(run(ExitCode.OK, "trail", "key", "show").out()).contains("until no. 2", "now");
    JsonNode shown = json(run(ExitCode.OK, "trail", "key", "show", "--output", "json"));
    assertThat(shown.get("key").asText()).isEqualTo(verifier());
    assertThat(shown.at("/rotations/0/old").asText()).isEqualTo(before);
    assertThat(shown.at("/rotations/0/new").asText()).isEqualTo(verifier());
    assertThat(shown.at("/rotations/0/seq").asInt()).isEqualTo(2);
    assertThat(run(ExitCode.OK, "trail", "verify").out()).contains("by the 2 keys in force");
  }

  @Test
  void json_names_both_keys_and_where_the_old_one_is() {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    JsonNode kept = json(run(ExitCode.OK, with(ROTATE, "--output", "json")));
    assertThat(Path.of(kept.get("oldFile").asText())).isRegularFile();
    assertThat(kept.at("/receipt/seq").asInt()).isEqualTo(2);
    JsonNode gone = json(run(ExitCode.OK, with(ROTATE, "--destroy-old", "--output", "json")));
    assertThat(gone.get("oldKey")).isEqualTo(kept.get("newKey"));
    assertThat(gone.has("oldFile")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trail key rotate | needs a reason, which is recorded",
        "trail key rotate --reason why | there is no trail in",
        "trail key show | there is no trail in",
        "trail key lose | ACTION"
      })
  void a_mistake_exits_with_two_and_begins_no_trail(String line, String says) {
    Trial.Outcome outcome = run(ExitCode.USAGE, line.split(" "));
    assertThat(outcome.err()).startsWith("error").contains(says);
    assertThat(outcome.out()).isEmpty();
    assertThat(desk.home()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "two\nlines"})
  void a_reason_that_is_none_is_refused(String reason) {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    Trial.Outcome outcome = run(ExitCode.USAGE, "trail", "key", "rotate", "--reason", reason);
    assertThat(outcome.err()).contains("expected one line of 1 to 500 characters");
    assertThat(run(ExitCode.OK, "trail", "verify").out()).contains("2, all of them");
  }

  @Test
  void a_key_that_was_never_exchanged_has_no_proof_of_it() {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    Trial.Outcome outcome = run(ExitCode.REFUSED, "trail", "key", "show", "--to", mail("p"));
    assertThat(outcome.err()).contains("was never exchanged");
  }

  @Test
  void without_the_old_key_nothing_is_exchanged() throws IOException {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    Files.delete(desk.home().resolve("trail/key.pem"));
    Trial.Outcome outcome = run(ExitCode.REFUSED, ROTATE);
    assertThat(outcome.err())
        .contains(
            "error: refused, nothing was recorded: the signing key of the trail is not there");
    assertThat(outcome.out()).isEmpty();
    assertThat(run(ExitCode.OK, "trail", "verify").out()).contains("2, all of them");
  }

  @Test
  void files_that_stay_where_they_are_are_told_beside_the_receipt() throws IOException {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    String digits = verifier().split("\\+", 3)[1];
    Path inTheWay = desk.home().resolve("trail/key.retired-" + digits + ".pem/file");
    Files.createDirectories(inTheWay);
    Trial.Outcome outcome = run(ExitCode.REFUSED, with(ROTATE, "--destroy-old"));
    assertThat(outcome.out()).contains("new key", "no. 2 at");
    assertThat(outcome.err())
        .startsWith("error: the exchange of the key is recorded, but its files could not be put")
        .contains("was not removed")
        .doesNotContain("nothing was recorded")
        .doesNotContain("Next:");
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    run(ExitCode.OK, "audit", proposal("passes.yaml"));
    assertThat(run(ExitCode.OK, "trail", "verify").out()).contains("by the 2 keys in force");
  }

  @Test
  void while_another_process_has_the_home_no_key_is_exchanged() {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    try (Trail held = held()) {
      Trial.Outcome outcome = run(ExitCode.REFUSED, ROTATE);
      assertThat(outcome.err()).startsWith("error: the trail in ").hasLineCount(1);
      assertThat(outcome.out()).isEmpty();
      run(ExitCode.OK, "trail", "key", "show");
      assertThat(held.head().size()).isEqualTo(2);
    }
    run(ExitCode.OK, ROTATE);
  }

  @Test
  void witnesses_and_a_policy_follow_the_exchange_and_stay_with_the_old_key_until_they_do()
      throws IOException {
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    Files.writeString(mail.resolve("trail.vkey"), verifier() + "\n");
    String dir = mail("witness");
    JsonNode made =
        json(
            run(
                ExitCode.OK,
                "trail",
                "witness",
                "init",
                "ada.example/w",
                "--witness",
                dir,
                "--output",
                "json"));
    String witness = "witness ada " + made.get("key").asText() + "\nquorum ada\n";
    Path policy = desk.home().resolve("trail/policy");
    Files.writeString(policy, "log " + verifier() + "\n" + witness);
    cosigned("1", ExitCode.OK, "--key", mail("trail.vkey"));

    run(ExitCode.OK, ROTATE);
    run(ExitCode.OK, "audit", proposal("passes.yaml"));
    run(ExitCode.OK, "trail", "witness", "request", "--to", mail("2.request"));
    String[] cosign = {
      "trail", "witness", "cosign", mail("2.request"), "--witness", dir, "--to", mail("2.cosigned")
    };
    run(ExitCode.UNSOUND, cosign);
    run(
        ExitCode.OK,
        "trail",
        "key",
        "show",
        "--to",
        mail("rotation.tlog-proof"),
        "--record",
        mail("rotation.json"));
    Trial.Outcome check =
        run(
            ExitCode.OK,
            "trail",
            "check",
            mail("rotation.tlog-proof"),
            mail("rotation.json"),
            "--key",
            mail("trail.vkey"));
    assertThat(check.out()).contains("HOLDS", "exchanges", "Ada has left");
    run(
        ExitCode.OK,
        "trail",
        "witness",
        "follow",
        mail("rotation.tlog-proof"),
        "--record",
        mail("rotation.json"),
        "--witness",
        dir);
    run(ExitCode.OK, cosign);
    assertThat(run(ExitCode.OK, "trail", "status").out()).contains("the newest over 2 records");
    Files.writeString(policy, "log " + verifier() + "\n" + witness);
    run(ExitCode.OK, "trail", "witness", "add", mail("2.cosigned"));
    JsonNode status = json(run(ExitCode.OK, "trail", "status", "--output", "json"));
    assertThat(status.get("cosignedSize").asInt()).isEqualTo(4);
  }

  private void cosigned(String name, ExitCode expected, String... more) {
    run(ExitCode.OK, "trail", "witness", "request", "--to", mail(name + ".request"));
    String[] cosign = {
      "trail",
      "witness",
      "cosign",
      mail(name + ".request"),
      "--witness",
      mail("witness"),
      "--to",
      mail(name + ".cosigned")
    };
    run(expected, with(cosign, more));
    run(ExitCode.OK, "trail", "witness", "add", mail(name + ".cosigned"));
  }

  private Trail held() {
    TrailSetup setup =
        TrailSetup.of(
            Clock.systemUTC(),
            Given.random(),
            Given.actor(),
            AuditEngine.version(),
            4711,
            "a test");
    return HomeTrail.open(desk.home(), setup);
  }

  private String verifier() throws IOException {
    return Files.readString(desk.home().resolve("trail/key.vkey")).strip();
  }

  private String mail(String name) {
    return mail.resolve(name).toString();
  }

  private Trial.Outcome run(ExitCode expected, String... words) {
    Trial.Outcome outcome = desk.house(words);
    assertThat(outcome.code()).as(String.join(" ", words) + outcome.err()).isEqualTo(expected);
    return outcome;
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static JsonNode json(Trial.Outcome outcome) {
    return StrictJson.read(outcome.out());
  }
}
