package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that is not ours. Where it is not installed, the test says what was not tried. */
final class OutsideProgram {
  private static final long LONGEST_MINUTES = 2;

  private final Path program;

  private OutsideProgram(Path program) {
    this.program = program;
  }

  /**
   * What a run said.
   *
   * @param out on standard output
   * @param err on standard error
   */
  record Said(String out, String err) {}

  /**
   * The first of these that is installed; otherwise the test is skipped.
   *
   * @param notTried what was not, such as {@code its csv module was not tried}
   */
  static OutsideProgram of(List<String> names, String notTried) {
    for (String name : names) {
      for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return new OutsideProgram(program);
        }
      }
    }
    return Assumptions.abort(names.get(0) + " is not installed, so " + notTried);
  }

  /** Runs it to its end, which must be a good one. */
  Said run(Path scratch, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile(scratch, "said", ".out");
    Path err = Files.createTempFile(scratch, "said", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      Said said = new Said(Files.readString(out, UTF_8), Files.readString(err, UTF_8));
      assertThat(ended).as("%s\n%s", command, said).isTrue();
      assertThat(process.exitValue()).as("%s\n%s", command, said).isZero();
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
