package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import tribune.proof.note.SigningKey;
import tribune.shell.command.ProductCommands;
import tribune.shell.line.ExitCode;

/** What somebody who may write the home can do to the whole of it, and who notices. */
class KeptTrailTest {
  private Desk desk;
  private Path older;

  /** Three records; the older copy has two of them. */
  @BeforeEach
  void record(TestInfo test) throws IOException {
    desk = Desk.cleared("kept-" + test.getTestMethod().orElseThrow().getName());
    older = Desk.cleared("older-" + desk.home().getFileName()).home();
    audit("fails.yaml", ExitCode.FAIL);
    copy(desk.home(), older);
    audit("passes.yaml", ExitCode.OK);
  }

  @Test
  void a_trail_that_goes_on_is_kept_and_recorded_in() throws IOException {
    assertThat(desk.trust().resolve("places")).isNotEmptyDirectory();
    assertThat(Files.readString(kept())).contains("\nkey tribune.local/").contains("\n3\n");
    Trial.Outcome more = desk.house("audit", proposal("objections.yaml"));
    assertThat(more.err()).doesNotContain("warning");
    assertThat(Files.readString(kept())).contains("\n4\n");
  }

  @Test
  void a_home_that_was_restored_from_an_older_copy_is_refused_and_still_shown() throws IOException {
    replaceHome(older);
    assertRefused("found a trail of 2 records", "3 records with root", "trail status");
    assertShown("first bad", "3 records");
  }

  @Test
  void newest_records_that_were_cut_off_the_journal_are_missed() throws IOException {
    String journal = Files.readString(journal());
    int end = journal.lastIndexOf("\nseal", journal.lastIndexOf("\nseal") - 1);
    Files.writeString(journal(), journal.substring(0, journal.indexOf('\n', end + 1) + 1));
    Files.delete(desk.home().resolve("trail/index.mv.db"));
    assertRefused("found a trail of 2 records");
  }

  @Test
  void a_trail_that_was_removed_is_missed_and_no_other_begun_in_its_place() throws IOException {
    Files.delete(journal());
    Files.delete(desk.home().resolve("trail/index.mv.db"));
    Trial.Outcome audit = desk.house("audit", proposal("fails.yaml"));
    assertThat(audit.code()).isEqualTo(ExitCode.UNSOUND);
    assertThat(audit.err()).contains("found no trail in home").contains("3 records with root");
    assertThat(journal()).doesNotExist();
    Trial.Outcome decisions = desk.house("decisions");
    assertThat(decisions.err()).contains("warning").contains("found no trail in home");
    deleteAll(desk.home().resolve("trail"));
    assertThat(desk.house("audit", proposal("fails.yaml")).code()).isEqualTo(ExitCode.UNSOUND);
    deleteAll(desk.trust());
    audit("fails.yaml", ExitCode.FAIL);
  }

  @Test
  void all_written_anew_and_signed_with_the_stolen_key_is_noticed_by_whoever_kept_a_checkpoint()
      throws IOException {
    Desk attacker = Desk.cleared("attacker-" + desk.home().getFileName());
    Files.createDirectories(attacker.home().resolve("trail"));
    for (String stolen : List.of("key.pem", "key.vkey")) {
      Files.copy(
          desk.home().resolve("trail").resolve(stolen),
          attacker.home().resolve("trail").resolve(stolen));
    }
    for (String name : List.of("objections.yaml", "wide.json", "incomplete.yaml")) {
      attacker.house("audit", proposal(name));
    }
    assertThat(attacker.house("trail", "verify").code()).isEqualTo(ExitCode.OK);
    replaceHome(attacker.home());
    assertRefused("found another history of 4 records", "a trail that goes on from 3 records");
  }

  @Test
  void a_checkpoint_that_was_not_signed_is_found_by_verify() throws IOException {
    List<String> lines = Files.readAllLines(journal());
    int at = lines.size() - 2;
    String[] parts = lines.get(at).split("\t");
    byte[] note = Base64.getDecoder().decode(parts[3]);
    String text = new String(note, UTF_8);
    char flipped = text.charAt(text.length() - 20) == 'A' ? 'B' : 'A';
    String forged =
        text.substring(0, text.length() - 20) + flipped + text.substring(text.length() - 19);
    parts[3] = Base64.getEncoder().encodeToString(forged.getBytes(UTF_8));
    lines.set(at, String.join("\t", parts));
    Files.write(journal(), lines);
    Files.delete(desk.home().resolve("trail/index.mv.db"));
    Trial.Outcome verify = desk.house("trail", "verify");
    assertThat(verify.code()).as(verify.err()).isEqualTo(ExitCode.UNSOUND);
    assertThat(verify.out()).contains("record 2").contains("checkpoint that is not signed");
  }

  @Test
  void without_its_key_the_trail_is_read_and_not_recorded_in() throws IOException {
    Path key = desk.home().resolve("trail/key.pem");
    byte[] pem = Files.readAllBytes(key);
    Files.delete(key);
    Trial.Outcome audit = desk.house("audit", proposal("wide.json"));
    assertThat(audit.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(audit.err()).contains("the signing key of the trail is not there");
    assertThat(key).doesNotExist();
    Trial.Outcome show = desk.house("show", "BAGS");
    assertThat(show.code()).isEqualTo(ExitCode.OK);
    assertThat(show.err()).contains("warning").contains("put the key that was there back");
    assertThat(desk.house("trail", "verify").code()).isEqualTo(ExitCode.OK);
    Files.write(key, pem);
    audit("wide.json", ExitCode.OK);
  }

  @Test
  void a_foreign_key_signs_nothing() throws IOException {
    Path key = desk.home().resolve("trail/key.pem");
    byte[] foreign = SigningKey.ofSeed("another seed, of 32 bytes, made ".getBytes(UTF_8)).pem();
    Files.write(key, foreign);
    byte[] journal = Files.readAllBytes(journal());
    Trial.Outcome audit = desk.house("audit", proposal("wide.json"));
    assertThat(audit.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(audit.err()).contains("belongs to something else");
    assertThat(journal()).hasBinaryContent(journal);
    Files.writeString(key, "no key\n");
    assertThat(desk.house("audit", proposal("wide.json")).err()).contains("cannot be used");
  }

  @Test
  void what_was_kept_and_is_damaged_is_told_and_never_replaced() throws IOException {
    byte[] kept = Files.readAllBytes(kept());
    for (int at = 0; at < kept.length; at += 17) {
      byte[] damaged = kept.clone();
      damaged[at] ^= 1;
      Files.write(kept(), damaged);
      Trial.Outcome audit = desk.house("audit", proposal("wide.json"));
      assertThat(audit.code()).as("byte %d: %s", at, audit.err()).isEqualTo(ExitCode.UNSOUND);
      assertThat(audit.err()).contains("kept checkpoint");
      assertThat(kept()).hasBinaryContent(damaged);
    }
  }

  @Test
  void a_kept_checkpoint_of_another_trail_does_not_fit() throws IOException {
    String text = Files.readString(kept());
    String other =
        text.substring(text.indexOf("since ")).replace("tribune.local/", "tribune.other/");
    Files.writeString(kept(), "tribune kept checkpoint 1\nsum " + sum(other) + "\n" + other);
    assertRefused("found a checkpoint of tribune.other/");
  }

  @Test
  void another_user_keeps_his_own() throws IOException {
    Path own = Path.of("target", "desk", desk.home().getFileName() + "-second-user");
    deleteAll(own);
    Trial.Outcome first = as(own, "decisions");
    assertThat(first.err()).doesNotContain("warning");
    deleteAll(desk.trust());
    replaceHome(older);
    assertThat(as(own, "decisions").err()).contains("found a trail of 2 records");
    assertThat(desk.house("decisions").err()).doesNotContain("warning");
  }

  private Trial.Outcome as(Path trust, String... words) {
    Trial trial =
        new Trial().environment("TRIBUNE_TRUST", trust.toString()).commands(ProductCommands.class);
    return trial.run(
        Stream.concat(
                Stream.of("--home", desk.home().toString(), "--rules", Desk.rules().toString()),
                Stream.of(words))
            .toArray(String[]::new));
  }

  private void assertRefused(String... says) throws IOException {
    byte[] journal = Files.readAllBytes(journal());
    byte[] kept = Files.readAllBytes(kept());
    Trial.Outcome audit = desk.house("audit", proposal("wide.json"));
    assertThat(audit.code()).as(audit.err()).isEqualTo(ExitCode.UNSOUND);
    assertThat(audit.out()).isEmpty();
    assertThat(audit.err()).contains("the trail is unsound").contains(says);
    assertThat(journal()).hasBinaryContent(journal);
    assertThat(kept()).hasBinaryContent(kept);
    Trial.Outcome look = desk.house("decisions");
    assertThat(look.code()).isEqualTo(ExitCode.OK);
    assertThat(look.err()).contains("warning: the trail is unsound").contains(says);
    assertThat(desk.house("trail", "status").code()).isEqualTo(ExitCode.UNSOUND);
  }

  private void assertShown(String... says) {
    Trial.Outcome verify = desk.house("trail", "verify");
    assertThat(verify.code()).isEqualTo(ExitCode.UNSOUND);
    assertThat(verify.out()).contains(says);
  }

  private void audit(String name, ExitCode expected) {
    Trial.Outcome outcome = desk.house("audit", proposal(name));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(expected);
  }

  private Path journal() {
    return desk.home().resolve("trail/journal");
  }

  private Path kept() throws IOException {
    try (Stream<Path> all = Files.walk(desk.trust())) {
      return all.filter(path -> path.endsWith("kept")).findFirst().orElseThrow();
    }
  }

  private static String sum(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void replaceHome(Path by) throws IOException {
    deleteAll(desk.home());
    copy(by, desk.home());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
