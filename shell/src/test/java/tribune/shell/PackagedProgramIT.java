package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process of its own: what only the real surroundings can show. */
class PackagedProgramIT {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path JAR = Path.of(System.getProperty("tribune.jar"));
  private static final long PATIENCE_S = 60;

  @TempDir Path directory;

  private record Outcome(int code, String out, String err) {}

  @Test
  void it_prints_its_versions() throws Exception {
    Outcome outcome = run("", "version");
    assertThat(outcome.code).isZero();
    assertThat(outcome.out).contains("tribune      0.1.0").contains("springShell  4.0.1");
    assertThat(outcome.err).isEmpty();
  }

  @Test
  void a_mistake_exits_with_two() throws Exception {
    Outcome outcome = run("", "versoin");
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.out).isEmpty();
    assertThat(outcome.err).contains("did you mean version?");
  }

  @Test
  void a_script_comes_from_standard_input() throws Exception {
    Outcome outcome = run("version --output json\nhelp exit-codes\nnosuch\n");
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.out).contains("\"tribune\": \"0.1.0\"").contains("INTERRUPTED");
    assertThat(outcome.out + outcome.err).doesNotContain("\u001b");
  }

  @Test
  void configuration_that_lies_about_changes_nothing() throws Exception {
    Files.writeString(
        directory.resolve("application.properties"),
        "debug=true\nspring.main.banner-mode=console\nspring.main.web-application-type=servlet\n");
    Outcome outcome = run("", "version");
    assertThat(outcome.code).isZero();
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out).startsWith("tribune ");
  }

  @Test
  void output_is_utf_8_in_any_locale() throws Exception {
    Outcome outcome = run("", "help", "exit-codes");
    assertThat(outcome.out).contains("────");
  }

  @Test
  void a_reader_that_goes_away_is_no_failure() throws Exception {
    String shell =
        "'" + JAVA + "' -jar '" + JAR + "' help exit-codes 2>'" + directory + "/err' | head -1";
    Process process = start(new ProcessBuilder("sh", "-c", shell));
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).startsWith("code");
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("err")).isEmptyFile();
  }

  @Test
  void a_full_disk_is_told() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    ProcessBuilder builder = command("version").redirectOutput(full.toFile());
    Process process = start(builder);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(8);
    assertThat(err).startsWith("error: cannot write the output");
  }

  private Outcome run(String input, String... arguments) throws Exception {
    Path err = directory.resolve("stderr");
    Process process = start(command(arguments).redirectError(err.toFile()));
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, Files.readString(err, UTF_8));
  }

  private static ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private Process start(ProcessBuilder builder) throws IOException {
    builder.directory(directory.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("DEBUG", "true");
    builder.environment().put("SPRING_MAIN_BANNER_MODE", "console");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }
}
