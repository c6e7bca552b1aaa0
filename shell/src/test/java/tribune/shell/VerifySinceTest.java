package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tribune.shell.line.ExitCode;
import tribune.trail.jdbc.TestPostgres;

/** {@code trail verify --since}: what followed a checkpoint, and checkpoints that do not fit. */
class VerifySinceTest {
  @TempDir private Path mail;
  private Desk desk;
  private String old;

  @BeforeEach
  void record(TestInfo test) {
    desk = Desk.cleared("since-" + test.getTestMethod().orElseThrow().getName());
    desk.house("audit", proposal("fails.yaml"));
    old = mail.resolve("old.checkpoint").toString();
    assertThat(desk.house("trail", "checkpoint", "--to", old).code()).isEqualTo(ExitCode.OK);
    desk.house("audit", proposal("passes.yaml"));
  }

  @Test
  void only_what_followed_is_read_and_both_formats_say_so() throws IOException {
    Trial.Outcome table = verify(ExitCode.OK, old);
    assertThat(table.out().replaceAll("\\s+", " "))
        .contains("1 after the first 2, which are as the checkpoint has them")
        .contains("SOUND");
    JsonNode json = json(verify(ExitCode.OK, old, "--output", "json"));
    assertThat(json.get("sound").asBoolean()).isTrue();
    assertThat(json.get("from").asInt()).isEqualTo(2);
    assertThat(json.get("records").asInt()).isEqualTo(3);
    assertThat(json.get("payloads").asInt()).isEqualTo(1);
    try (var files = Files.walk(desk.trust())) {
      Path kept = files.filter(it -> it.endsWith("kept")).findFirst().orElseThrow();
      JsonNode all = json(verify(ExitCode.OK, kept.toString(), "--output", "json"));
      assertThat(all.get("from").asInt()).isEqualTo(3);
    }
  }

  @Test
  void it_holds_across_an_exchange_of_the_key() {
    desk.house("trail", "key", "rotate", "--reason", "why");
    desk.house("audit", proposal("wide.json"));
    JsonNode json = json(verify(ExitCode.OK, old, "--output", "json"));
    assertThat(json.get("from").asInt()).isEqualTo(2);
    assertThat(json.get("records").asInt()).isEqualTo(5);
  }

  @Test
  void a_checkpoint_of_another_trail_is_told_from_this_one() {
    Desk other = Desk.cleared("since-other");
    other.house("audit", proposal("fails.yaml"));
    String strange = mail.resolve("strange.checkpoint").toString();
    other.house("trail", "checkpoint", "--to", strange);
    assertUnfit(strange, "a checkpoint of tribune.local/");
  }

  @Test
  void a_checkpoint_over_more_than_there_is_does_not_fit() throws IOException {
    Desk longer = Desk.cleared("since-longer");
    copy(desk.home(), longer.home());
    longer.house("audit", proposal("wide.json"));
    String newer = mail.resolve("newer.checkpoint").toString();
    longer.house("trail", "checkpoint", "--to", newer);
    assertUnfit(newer, "a trail of 3 records");
  }

  @Test
  void a_checkpoint_of_another_history_or_without_its_signature_does_not_fit() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(old));
    String root = lines.get(2);
    char other = root.charAt(0) == 'A' ? 'B' : 'A';
    String forged = Files.readString(Path.of(old)).replace(root, other + root.substring(1));
    assertUnfit(write("forged", forged), "another history: 2 records");
    int last = lines.size() - 1;
    String signature = lines.get(last);
    int at = signature.length() - 20;
    char instead = signature.charAt(at) == 'A' ? 'B' : 'A';
    String changed = signature.substring(0, at) + instead + signature.substring(at + 1);
    String unsigned = Files.readString(Path.of(old)).replace(signature, changed);
    assertUnfit(write("unsigned", unsigned), "a checkpoint that is not signed");
  }

  @Test
  void what_is_no_checkpoint_is_refused_and_says_from_whom_to_get_one() throws IOException {
    for (String text : List.of("", "no checkpoint", Files.readString(Path.of(old)) + "more")) {
      String file = write("damaged", text);
      Trial.Outcome outcome = verify(ExitCode.UNSOUND, file);
      assertThat(outcome.err()).startsWith("error").contains("get " + file + " again");
      assertThat(outcome.out()).isEmpty();
    }
    Trial.Outcome missing = verify(ExitCode.USAGE, mail.resolve("nothing").toString());
    assertThat(missing.err()).contains("is not there");
  }

  @Test
  void what_is_bad_after_the_checkpoint_is_named_and_what_was_before_is_not_read()
      throws IOException {
    Path journal = desk.home().resolve("trail/journal");
    String sound = Files.readString(journal);
    int first = sound.indexOf("\"id\":\"BAGS\"");
    int second = sound.indexOf("\"id\":\"REFUNDS\"");
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
    Files.writeString(journal, changed(sound, first));
    verify(ExitCode.OK, old);
    assertThat(desk.house("trail", "verify").code()).isEqualTo(ExitCode.UNSOUND);
    Files.writeString(journal, changed(sound, second));
    JsonNode json = json(verify(ExitCode.UNSOUND, old, "--output", "json"));
    assertThat(json.get("firstBad").asInt()).isEqualTo(2);
  }

  @Test
  void a_store_is_verified_since_a_checkpoint_too() {
    TestPostgres server = TestPostgres.shared();
    String store = server.url(server.createTrail(), TestPostgres.APPLICATION);
    desk.house("trail", "copy", "--to", store);
    JsonNode json = json(verify(ExitCode.OK, old, "--store", store, "--output", "json"));
    assertThat(json.get("from").asInt()).isEqualTo(2);
    assertThat(json.get("records").asInt()).isEqualTo(3);
  }

  private static String changed(String journal, int at) {
    return journal.substring(0, at + 6) + 'X' + journal.substring(at + 7);
  }

  private void assertUnfit(String checkpoint, String found) {
    Trial.Outcome table = verify(ExitCode.UNSOUND, checkpoint);
    assertThat(table.out().replaceAll("\\s+", " ")).contains(found).contains("UNSOUND");
    JsonNode json = json(verify(ExitCode.UNSOUND, checkpoint, "--output", "json"));
    assertThat(json.get("sound").asBoolean()).isFalse();
    assertThat(json.get("place").asText()).isEqualTo("the checkpoint that was stated");
    assertThat(json.get("found").asText()).startsWith(found);
    assertThat(json.get("advice").asText()).contains("`trail verify` without it");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(mail.resolve(name), text).toString();
  }

  private Trial.Outcome verify(ExitCode expected, String checkpoint, String... more) {
    List<String> words = new ArrayList<>(List.of("trail", "verify", "--since", checkpoint));
    words.addAll(List.of(more));
    Trial.Outcome outcome = desk.house(words.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(expected);
    return outcome;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
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

  private static JsonNode json(Trial.Outcome outcome) {
    return StrictJson.read(outcome.out());
  }
}
