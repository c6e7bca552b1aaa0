package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static tribune.shell.PackagedTribune.JAR;
import static tribune.shell.PackagedTribune.JAVA;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.shell.PackagedTribune.Outcome;

/** The packaged program as a process of its own: what only the real surroundings can show. */
class PackagedProgramIT {

  @TempDir Path directory;

  private PackagedTribune tribune;

  @BeforeEach
  void find() {
    tribune = new PackagedTribune(directory);
  }

  @Test
  void it_prints_its_versions() throws Exception {
    Outcome outcome = tribune.run("", "version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("tribune      0.1.0").contains("springShell  4.0.1");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void a_mistake_exits_with_two() throws Exception {
    Outcome outcome = tribune.run("", "versoin");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("did you mean version?");
  }

  @Test
  void a_script_comes_from_standard_input() throws Exception {
    Outcome outcome = tribune.run("version --output json\nhelp exit-codes\nnosuch\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).contains("\"tribune\": \"0.1.0\"").contains("INTERRUPTED");
    assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b");
  }

  @Test
  void a_proposal_comes_through_a_pipe() throws Exception {
    String proposal = "decision: {id: PIPE, title: through a pipe, kind: POLICY}\n";
    Outcome outcome = tribune.run(proposal, "audit", "-", "--dry-run", "--quiet");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.out()).contains("INCOMPLETE  return for evidence (PIPE@1)");
  }

  @Test
  void configuration_that_lies_about_changes_nothing() throws Exception {
    Files.writeString(
        directory.resolve("application.properties"),
        "debug=true\nspring.main.banner-mode=console\nspring.main.web-application-type=servlet\n");
    Outcome outcome = tribune.run("", "version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("tribune ");
  }

  @Test
  void output_is_utf_8_in_any_locale() throws Exception {
    Outcome outcome = tribune.run("", "help", "exit-codes");
    assertThat(outcome.out()).contains("────");
  }

  @Test
  void a_reader_that_goes_away_is_no_failure() throws Exception {
    String shell =
        "'" + JAVA + "' -jar '" + JAR + "' help exit-codes 2>'" + directory + "/err' | head -1";
    Process process = tribune.start(new ProcessBuilder("sh", "-c", shell));
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).startsWith("code");
    assertThat(PackagedTribune.ended(process)).isZero();
    assertThat(directory.resolve("err")).isEmptyFile();
  }

  @Test
  void a_full_disk_is_told() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    ProcessBuilder builder = PackagedTribune.command("version").redirectOutput(full.toFile());
    Process process = tribune.start(builder);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(PackagedTribune.ended(process)).isEqualTo(8);
    assertThat(err).startsWith("error: cannot write the output");
  }

  @Test
  void a_home_in_use_by_another_process_can_be_read_and_not_recorded_in() throws Exception {
    Files.writeString(
        directory.resolve("bags.yaml"), "decision: {id: BAGS, title: A fee, kind: PRICING}\n");
    Process holder =
        tribune.start(
            PackagedTribune.command("--home", "home")
                .redirectError(directory.resolve("holder").toFile()));
    try (OutputStream lines = holder.getOutputStream()) {
      type(lines, "audit bags.yaml\nversion\n");
      BufferedReader answers = holder.inputReader(UTF_8);
      assertThat(answers.lines().anyMatch(it -> it.startsWith("springShell"))).isTrue();
      String who = "process " + holder.pid() + " on ";
      for (String line :
          new String[] {"audit bags.yaml", "trail rebuild", "export --format jsonl --to copy"}) {
        Outcome refused = tribune.run("", (line + " --home home").split(" "));
        assertThat(refused.code()).as(line).isEqualTo(8);
        assertThat(refused.err())
            .hasLineCount(1)
            .startsWith("error: the trail in ")
            .contains(" is in use by " + who)
            .contains(" since 2")
            .contains("(tribune --home home)");
      }
      for (String line :
          new String[] {
            "decisions",
            "show BAGS",
            "explain BAGS",
            "trail status",
            "trail verify",
            "doctor",
            "rules list"
          }) {
        Outcome read = tribune.run("", (line + " --quiet --home home").split(" "));
        assertThat(read.err())
            .as(line)
            .startsWith("warning: " + who)
            .contains("(tribune --home home) has the trail open")
            .contains("2 records as of now, and nothing can be recorded here until that one ends")
            .hasLineCount(1);
        assertThat(read.code()).as(line).isZero();
      }
      Outcome copied =
          tribune.run("", "export --format jsonl --no-record --to copy --home home".split(" "));
      assertThat(copied.code()).as(copied.err()).isZero();
      assertThat(copied.err()).contains("is not recorded, as you asked");
      type(lines, "show BAGS\n");
      assertThat(answers.lines().anyMatch(it -> it.startsWith("INCOMPLETE"))).isTrue();
    }
    assertThat(PackagedTribune.ended(holder)).isEqualTo(4);
    assertThat(tribune.run("", "decisions", "--home", "home").code()).isZero();
  }

  /** Where the index for reading cannot be made, and where it cannot grow. */
  @Test
  void without_room_for_temporary_files_a_home_in_use_is_not_read_and_what_to_do_is_told()
      throws Exception {
    Files.writeString(
        directory.resolve("bags.yaml"), "decision: {id: BAGS, title: A fee, kind: PRICING}\n");
    Process holder =
        tribune.start(
            PackagedTribune.command("--home", "home")
                .redirectError(directory.resolve("holder").toFile()));
    try (OutputStream lines = holder.getOutputStream()) {
      type(lines, "audit bags.yaml\nversion\n");
      assertThat(holder.inputReader(UTF_8).lines().anyMatch(it -> it.startsWith("springShell")))
          .isTrue();
      Files.createDirectory(directory.resolve("small"));
      for (String how :
          new String[] {
            "'" + JAVA + "' -Djava.io.tmpdir=nowhere -jar '" + JAR + "'",
            "ulimit -f 8; '" + JAVA + "' -Djava.io.tmpdir=small -XX:-UsePerfData -jar '" + JAR + "'"
          }) {
        for (String line : new String[] {"decisions", "show BAGS", "trail verify"}) {
          String shell = how + " " + line + " --home home 2>err";
          Process process = tribune.start(new ProcessBuilder("bash", "-c", shell));
          process.getInputStream().readAllBytes();
          String said = Files.readString(directory.resolve("err"));
          assertThat(PackagedTribune.ended(process)).as(said).isEqualTo(8);
          assertThat(said.lines().filter(it -> !it.startsWith("warning: ")))
              .hasSize(1)
              .allMatch(it -> it.startsWith("error: process " + holder.pid() + " on "))
              .allMatch(it -> it.contains("an index is built in the directory for temporary files"))
              .allMatch(it -> it.contains("free space there"))
              .allMatch(it -> it.contains("TRIBUNE_JAVA_OPTS=-Djava.io.tmpdir=DIR"));
        }
      }
      assertThat(directory.resolve("small")).isEmptyDirectory();
    }
    assertThat(PackagedTribune.ended(holder)).isEqualTo(4);
  }

  @Test
  void a_disk_that_takes_no_more_of_the_journal_is_told_and_costs_nothing_older() throws Exception {
    Files.writeString(
        directory.resolve("bags.yaml"), "decision: {id: BAGS, title: A fee, kind: PRICING}\n");
    tribune.run("", "audit", "bags.yaml", "--home", "home");
    long kilobytes = Files.size(directory.resolve("home/trail/journal")) / 1_024 + 1;
    String shell =
        "ulimit -f "
            + kilobytes
            + "; for i in 1 2 3; do '"
            + JAVA
            + "' -jar '"
            + JAR
            + "' audit bags.yaml --home home 2>err; code=$?; test $code = 4 || exit $code; done";
    Process process = tribune.start(new ProcessBuilder("bash", "-c", shell));
    process.getInputStream().readAllBytes();
    assertThat(PackagedTribune.ended(process)).isEqualTo(8);
    assertThat(directory.resolve("err"))
        .content()
        .contains("error: the journal could not be written")
        .contains("nothing more is recorded until the trail is opened again");
    Outcome doctor = tribune.run("", "doctor", "--home", "home");
    assertThat(doctor.out()).contains("all sound");
    assertThat(doctor.code()).isZero();
  }

  @Test
  void a_reader_that_goes_away_in_the_middle_of_an_audit_is_no_failure() throws Exception {
    Files.writeString(
        directory.resolve("bags.yaml"), "decision: {id: BAGS, title: A fee, kind: PRICING}\n");
    String shell =
        "'" + JAVA + "' -jar '" + JAR + "' audit bags.yaml --all --home home 2>err | head -1";
    Process process = tribune.start(new ProcessBuilder("sh", "-c", shell));
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("BAGS@1  A fee");
    assertThat(PackagedTribune.ended(process)).isZero();
    assertThat(directory.resolve("err")).content().startsWith("Next: ").hasLineCount(1);
    assertThat(tribune.run("", "decisions", "--home", "home").out()).contains("BAGS@1");
  }

  private static void type(OutputStream lines, String text) throws IOException {
    lines.write(text.getBytes(UTF_8));
    lines.flush();
  }
}
