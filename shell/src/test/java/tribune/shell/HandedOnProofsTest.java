package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;
import tribune.shell.line.ExitCode;

/** Files that people hand each other: proofs, records, checkpoints, requests to witnesses. */
class HandedOnProofsTest {
  @TempDir private Path mail;
  private Desk desk;
  private Path key;

  @BeforeEach
  void record(TestInfo test) throws IOException {
    desk = Desk.cleared("handed-" + test.getTestMethod().orElseThrow().getName());
    run(ExitCode.FAIL, "audit", proposal("fails.yaml"));
    run(ExitCode.OK, "audit", proposal("passes.yaml"));
    key = mail.resolve("trail.vkey");
    Files.copy(desk.home().resolve("trail/key.vkey"), key);
  }

  @Test
  void a_proof_holds_for_the_very_record_and_needs_no_home() throws IOException {
    String proof = mail("bags.tlog-proof");
    String record = mail("bags.json");
    run(ExitCode.OK, "trail", "prove", "BAGS", "--to", proof, "--record", record);
    Desk auditor = Desk.cleared("auditor-" + desk.home().getFileName());
    Trial.Outcome holds = auditor.house("trail", "check", proof, record, "--key", key.toString());
    assertThat(holds.code()).as(holds.err()).isEqualTo(ExitCode.OK);
    assertThat(holds.out()).contains("HOLDS").contains("no. 1 of tribune.local/");
    assertThat(auditor.home()).doesNotExist();
    byte[] bytes = Files.readAllBytes(Path.of(record));
    for (int at = 0; at < bytes.length; at += 13) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(mail.resolve("changed.json"), changed);
      assertThat(
              auditor
                  .house("trail", "check", proof, mail("changed.json"), "--key", key.toString())
                  .code())
          .as("byte %d", at)
          .isEqualTo(ExitCode.UNSOUND);
    }
    String text = Files.readString(Path.of(proof));
    for (int at = 0; at < text.length(); at += 7) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      Files.writeString(
          mail.resolve("changed"), text.substring(0, at) + other + text.substring(at + 1));
      assertThat(
              auditor
                  .house("trail", "check", mail("changed"), record, "--key", key.toString())
                  .code())
          .as("character %d", at)
          .isEqualTo(ExitCode.UNSOUND);
    }
  }

  @Test
  void a_proof_is_not_believed_for_another_key_or_without_one() throws IOException {
    String proof = mail("bags.tlog-proof");
    String record = mail("bags.json");
    run(ExitCode.OK, "trail", "prove", "BAGS", "--to", proof, "--record", record);
    String origin = Files.readString(key).replaceFirst("\\+.*", "").strip();
    String foreign = Signer.ofNotes(origin, SigningKey.ofSeed(new byte[32])).verifier().text();
    run(ExitCode.UNSOUND, "trail", "check", proof, record, "--key", foreign);
    run(ExitCode.USAGE, "trail", "check", proof, record);
    run(ExitCode.USAGE, "trail", "check", proof, record, "--key", "no+key");
    run(ExitCode.USAGE, "trail", "check", mail("nothing"), record, "--key", key.toString());
    Trial.Outcome again = run(ExitCode.USAGE, "trail", "prove", "BAGS", "--to", proof);
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void a_trail_goes_on_from_its_own_checkpoints_only() throws IOException {
    String old = mail("old.checkpoint");
    run(ExitCode.OK, "trail", "checkpoint", "--to", old);
    run(ExitCode.OK, "audit", proposal("wide.json"));
    Trial.Outcome goesOn = run(ExitCode.OK, "trail", "consistency", old);
    assertThat(goesOn.out()).contains("CONSISTENT").contains("3 records").contains("4 records");
    String newer = mail("new.checkpoint");
    run(ExitCode.OK, "trail", "checkpoint", "--to", newer);
    run(ExitCode.OK, "trail", "consistency", old, newer);
    run(ExitCode.UNSOUND, "trail", "consistency", newer, old);
    String text = Files.readString(Path.of(old));
    Files.writeString(Path.of(old), text.replace("\n3\n", "\n2\n"));
    run(ExitCode.UNSOUND, "trail", "consistency", old);
  }

  @Test
  void a_witness_cosigns_what_goes_on_from_what_it_saw_and_nothing_else() throws IOException {
    String dir = mail("witness");
    run(ExitCode.OK, "trail", "witness", "init", "ada.example/w", "--witness", dir);
    run(ExitCode.REFUSED, "trail", "witness", "init", "ada.example/w", "--witness", dir);
    run(ExitCode.OK, "trail", "witness", "request", "--to", mail("1.request"));
    run(ExitCode.USAGE, "trail", "witness", "cosign", mail("1.request"), "--witness", dir);
    run(
        ExitCode.OK,
        "trail",
        "witness",
        "cosign",
        mail("1.request"),
        "--witness",
        dir,
        "--key",
        key.toString(),
        "--to",
        mail("1.cosigned"));
    run(ExitCode.USAGE, "trail", "witness", "add", mail("1.cosigned"));
    String witness = Files.readString(Path.of(dir, "key.vkey")).strip();
    Files.writeString(
        desk.home().resolve("trail/policy"), "witness ada " + witness + "\nquorum ada\n", UTF_8);
    Trial.Outcome added = run(ExitCode.OK, "trail", "witness", "add", mail("1.cosigned"));
    assertThat(added.out()).contains("ada").contains("quorum").contains("met");
    assertThat(run(ExitCode.OK, "trail", "status").out()).contains("ada cosigned");
    assertThat(run(ExitCode.OK, "show", "BAGS").out()).contains("not after");
    proveWithWitness(witness);
    run(ExitCode.OK, "audit", proposal("wide.json"));
    run(ExitCode.OK, "trail", "witness", "request", "--to", mail("2.request"));
    run(ExitCode.OK, "trail", "witness", "cosign", mail("2.request"), "--witness", dir);
    run(ExitCode.UNSOUND, "trail", "witness", "cosign", mail("1.request"), "--witness", dir);
  }

  private void proveWithWitness(String witness) throws IOException {
    run(ExitCode.OK, "trail", "prove", "BAGS", "--to", mail("p"), "--record", mail("r"));
    String log = "log " + Files.readString(key).strip() + "\n";
    Files.writeString(
        mail.resolve("policy"), log + "witness ada " + witness + "\nquorum ada\n", UTF_8);
    run(ExitCode.OK, "trail", "check", mail("p"), mail("r"), "--policy", mail("policy"));
    String other = Signer.ofCosignatures("bob", SigningKey.ofSeed(new byte[32])).verifier().text();
    Files.writeString(
        mail.resolve("two"),
        log
            + "witness ada "
            + witness
            + "\nwitness bob "
            + other
            + "\ngroup g all ada bob\nquorum g\n",
        UTF_8);
    run(ExitCode.UNSOUND, "trail", "check", mail("p"), mail("r"), "--policy", mail("two"));
  }

  @Test
  void an_index_is_built_anew_and_nothing_is_lost() {
    Trial.Outcome rebuilt = run(ExitCode.OK, "trail", "rebuild");
    assertThat(rebuilt.out()).contains("3 records, read from the journal");
    assertThat(desk.home().resolve("trail/index.mv.db.aside")).exists();
    run(ExitCode.OK, "trail", "verify");
  }

  private String mail(String name) {
    return mail.resolve(name).toString();
  }

  private Trial.Outcome run(ExitCode expected, String... words) {
    Trial.Outcome outcome = desk.house(words);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(expected);
    return outcome;
  }
}
