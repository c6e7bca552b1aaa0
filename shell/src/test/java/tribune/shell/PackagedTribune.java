package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a process of its own in a directory. */
final class PackagedTribune {

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  static final Path JAR = Path.of(System.getProperty("tribune.jar", "target/tribune/tribune.jar"));

  private static final long PATIENCE_S = 60;

  private final Path directory;

  PackagedTribune(Path directory) {
    this.directory = directory;
  }

  /** What came of a run. */
  record Outcome(int code, String out, String err) {}

  Outcome run(String input, String... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile(directory, "stderr", ".txt");
    Process process = start(command(arguments).redirectError(err.toFile()));
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(ended(process), out, Files.readString(err, UTF_8));
  }

  static ProcessBuilder command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** In a locale and with variables that should change nothing. */
  Process start(ProcessBuilder builder) throws IOException {
    builder.directory(directory.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("DEBUG", "true");
    builder.environment().put("SPRING_MAIN_BANNER_MODE", "console");
    builder.environment().putIfAbsent("TRIBUNE_TRUST", directory.resolve("trust").toString());
    builder.environment().put("TRIBUNE_CACHE", directory.resolve("cache").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  /** The exit code, once it has ended. */
  static int ended(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + PATIENCE_S + " s: " + process.info());
    }
    return process.exitValue();
  }
}
