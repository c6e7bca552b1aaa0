package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.anchor.Witness;
import tribune.shell.line.ExitCode;
import tribune.trail.jdbc.TestPostgres;

/**
 * The owner of a trail, three witnesses of whom two have to cosign, and an auditor, each with a
 * home and a trust directory of his own, who have only files in common.
 */
class TwoPeopleTest {
  private static final List<String> NAMES = List.of("ada", "bob", "eve");

  @TempDir private Path mail;
  private Desk owner;
  private Desk witness;
  private Desk auditor;
  private String[] store = {};

  @BeforeEach
  void meet(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    owner = Desk.cleared("owner-" + name);
    witness = Desk.cleared("witness-" + name);
    auditor = Desk.cleared("auditor-" + name);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void two_of_three_witnesses_anchor_a_trail_and_none_of_them_a_forked_one(boolean inDatabase)
      throws IOException {
    if (inDatabase) {
      TestPostgres server = TestPostgres.shared();
      store = new String[] {"--store", server.url(server.createTrail(), TestPostgres.APPLICATION)};
    }
    own(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    own(ExitCode.OK, "audit", proposal("passes.yaml"));
    JsonNode status = StrictJson.read(own(ExitCode.OK, "trail", "status", "--output", "json"));
    Files.writeString(mail.resolve("trail.vkey"), status.get("key").asText() + "\n");
    writePolicy();
    own(ExitCode.OK, "trail", "witness", "request", "--to", mail("first.request"));
    prove("bare");
    check(ExitCode.UNSOUND, "bare");
    for (String name : List.of("ada", "bob")) {
      by(ExitCode.OK, cosign("first.request", name, "--to", mail(name + ".cosigned")));
      JsonNode added =
          StrictJson.read(own(ExitCode.OK, add(name + ".cosigned", "--output", "json")));
      assertThat(added.get("size").asInt()).isEqualTo(3);
      assertThat(added.get("quorum").asText())
          .isEqualTo(name.equals("ada") ? "two not met yet" : "two met");
      prove(name);
    }
    check(ExitCode.UNSOUND, "ada");
    JsonNode holds = StrictJson.read(check(ExitCode.OK, "bob", "--output", "json"));
    assertThat(holds.get("holds").asBoolean()).isTrue();
    assertThat(holds.get("seq").asInt()).isEqualTo(1);
    assertThat(holds.get("witnesses")).hasSize(2);
    assertThat(auditor.home()).doesNotExist();
    status = StrictJson.read(own(ExitCode.OK, "trail", "status", "--output", "json"));
    assertThat(status.get("cosignedSize").asInt()).isEqualTo(3);
    assertThat(status.get("witnesses")).hasSize(2);
    goOn();
    fork();
  }

  /** The trail grows; the witnesses see that it goes on. */
  private void goOn() throws IOException {
    own(ExitCode.OK, "trail", "checkpoint", "--to", mail("kept.checkpoint"));
    own(ExitCode.OK, "audit", proposal("wide.json"));
    JsonNode consistent =
        StrictJson.read(
            own(ExitCode.OK, "trail", "consistency", mail("kept.checkpoint"), "--output", "json"));
    assertThat(consistent.get("oldSize").asInt()).isEqualTo(3);
    assertThat(consistent.get("newSize").asInt()).isEqualTo(4);
    JsonNode request =
        StrictJson.read(
            own(
                ExitCode.OK,
                "trail",
                "witness",
                "request",
                "--to",
                mail("second.request"),
                "--output",
                "json"));
    assertThat(request.get("oldSize").asInt()).isEqualTo(3);
    JsonNode cosigned =
        StrictJson.read(
            by(
                ExitCode.OK,
                cosign("second.request", "ada", "--to", mail("2.cosigned"), "--output", "json")));
    assertThat(cosigned.get("size").asInt()).isEqualTo(4);
    own(ExitCode.OK, add("2.cosigned"));
  }

  /** Somebody with the key writes the trail anew; who had seen it refuses, who had not does not. */
  private void fork() throws IOException {
    Path key = mail.resolve("stolen.pem");
    Files.copy(keyOfOwner(), key);
    Files.copy(mail.resolve("trail.vkey"), mail.resolve("stolen.vkey"));
    Desk thief = Desk.cleared("thief-" + owner.home().getFileName());
    for (String name : List.of("passes.yaml", "objections.yaml", "wide.json", "incomplete.yaml")) {
      thief.house(thieving(key), "audit", proposal(name));
    }
    for (String old : List.of("0", "4")) {
      Trial.Outcome request =
          thief.house(
              thieving(key),
              "trail",
              "witness",
              "request",
              "--old",
              old,
              "--to",
              mail("forked-" + old + ".request"));
      assertThat(request.code()).as(request.err()).isEqualTo(ExitCode.OK);
      String said = by(ExitCode.UNSOUND, cosign("forked-" + old + ".request", "ada"));
      assertThat(said).isEmpty();
    }
    by(ExitCode.OK, cosign("forked-0.request", "eve"));
    Trial.Outcome consistency =
        thief.house(thieving(key), "trail", "consistency", mail("kept.checkpoint"));
    assertThat(consistency.code()).as(consistency.err()).isEqualTo(ExitCode.UNSOUND);
    assertThat(thief.house(thieving(key), "trail", "verify").code()).isEqualTo(ExitCode.OK);
    by(ExitCode.UNSOUND, cosign("first.request", "ada"));
  }

  private Path keyOfOwner() throws IOException {
    try (var files = Files.walk(owner.home())) {
      return files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
    }
  }

  private static Trial thieving(Path key) {
    return new Trial().environment("TRIBUNE_KEY", key.toString());
  }

  /**
   * Each witness makes a key and sends it; two of the three are enough. In tests, chance gives
   * every command the same key, so the others make theirs by chance of their own.
   */
  private void writePolicy() throws IOException {
    StringBuilder policy = new StringBuilder();
    policy.append("log ").append(Files.readString(mail.resolve("trail.vkey")));
    String[] init = {"trail", "witness", "init", "ada.example/w", "--witness", dir("ada")};
    JsonNode made = StrictJson.read(by(ExitCode.OK, with(init, "--output", "json")));
    assertThat(made.get("witness").asText()).isEqualTo("ada.example/w");
    for (String name : NAMES) {
      Witness each = new Witness(Path.of(dir(name)));
      if (!each.exists()) {
        each.init(name + ".example/w", new SecureRandom());
      }
      policy.append("witness ").append(name).append(' ').append(each.verifier()).append('\n');
    }
    policy.append("group two 2 ada bob eve\nquorum two\n");
    Files.writeString(mail.resolve("policy"), policy);
    Files.createDirectories(owner.home().resolve("trail"));
    Files.writeString(owner.home().resolve("trail/policy"), policy);
  }

  private void prove(String name) {
    own(ExitCode.OK, "trail", "prove", "BAGS", "--to", mail(name + ".tlog-proof"));
    Path record = mail.resolve("record.json");
    if (!Files.exists(record)) {
      own(ExitCode.OK, "trail", "prove", "BAGS", "--record", record.toString());
    }
  }

  private String check(ExitCode expected, String name, String... more) {
    String[] words = {
      "trail", "check", mail(name + ".tlog-proof"), mail("record.json"), "--policy", mail("policy")
    };
    return outcome(expected, auditor.house(with(words, more)));
  }

  private String[] cosign(String request, String name, String... more) {
    String[] words = {
      "trail",
      "witness",
      "cosign",
      mail(request),
      "--witness",
      dir(name),
      "--key",
      mail("trail.vkey")
    };
    return with(words, more);
  }

  private String[] add(String cosigned, String... more) {
    return with(new String[] {"trail", "witness", "add", mail(cosigned)}, more);
  }

  private String own(ExitCode expected, String... words) {
    return outcome(expected, owner.house(with(words, store)));
  }

  private String by(ExitCode expected, String... words) {
    return outcome(expected, witness.house(words));
  }

  private static String outcome(ExitCode expected, Trial.Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(expected);
    return outcome.out();
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String dir(String name) {
    return mail.resolve("witness-" + name).toString();
  }

  private String mail(String name) {
    return mail.resolve(name).toString();
  }

  @Test
  void all_of_it_can_be_a_script() throws IOException {
    String script =
        String.join(
            "\n",
            "audit " + proposal("passes.yaml"),
            "trail checkpoint --to " + mail("1.checkpoint"),
            "trail witness init ada.example/w --witness " + dir("ada"),
            "trail witness request --to " + mail("1.request"),
            "trail witness cosign "
                + mail("1.request")
                + " --witness "
                + dir("ada")
                + " --key "
                + owner.home().resolve("trail/key.vkey")
                + " --to "
                + mail("1.cosigned"),
            "trail prove REFUNDS --to " + mail("p") + " --record " + mail("r"),
            "trail check "
                + mail("p")
                + " "
                + mail("r")
                + " --key "
                + owner.home().resolve("trail/key.vkey"),
            "trail consistency " + mail("1.checkpoint"),
            "trail status",
            "trail verify",
            "");
    Trial.Outcome outcome = owner.house(new Trial().input(script));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out()).contains("ada.example/w", "HOLDS", "CONSISTENT", "anchored", "SOUND");
    Trial.Outcome stopped =
        owner.house(
            new Trial()
                .input(
                    "trail check "
                        + mail("1.request")
                        + " "
                        + mail("r")
                        + " --key "
                        + owner.home().resolve("trail/key.vkey")
                        + "\ntrail verify\n"));
    assertThat(stopped.code()).isEqualTo(ExitCode.UNSOUND);
  }
}
