package tribune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a user starts it, as a process of its own that is watched while it runs. */
@AmbientInput("a benchmark is its own main program")
final class Program {
  private static final long LOOK_MILLIS = 100;

  private final List<String> command;
  private final Path directory;
  private final String heap;

  private Program(List<String> command, Path directory, String heap) {
    this.command = command;
    this.directory = directory;
    this.heap = heap;
  }

  /**
   * The launcher of this checkout.
   *
   * @param directory for what it keeps of its user, and for what it says
   * @param heap such as {@code 256m}
   */
  static Program tribune(Path directory, String heap) {
    return new Program(List.of(Path.of("tribune").toAbsolutePath().toString()), directory, heap);
  }

  /** A source file that Java runs. */
  static Program source(Path file, Path directory, String heap) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Program(List.of(java, "-Xmx" + heap, file.toString()), directory, heap);
  }

  /**
   * What a run took.
   *
   * @param memory the most of the machine's memory that the process had, in bytes, which is more
   *     than its heap; 0 where the system does not tell
   */
  record Run(Duration wall, Duration processor, long memory) {
    String seconds() {
      return seconds(wall);
    }

    String processorSeconds() {
      return seconds(processor);
    }

    private static String seconds(Duration duration) {
      double seconds = duration.toMillis() / 1e3;
      return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
    }

    String each(long count) {
      double rate = count / (wall.toMillis() / 1e3);
      return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    String megabytes() {
      return (memory >> 20) + " MB";
    }
  }

  /**
   * Runs it to its end.
   *
   * @throws IllegalStateException if it ends with none of these exit codes
   */
  Run run(List<Integer> exits, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    Path said = directory.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().put("TRIBUNE_TRUST", directory.resolve("trust").toString());
    builder.environment().put("TRIBUNE_CACHE", directory.resolve("cache").toString());
    builder.environment().put("TRIBUNE_JAVA_OPTS", "-Xmx" + heap);
    long start = System.nanoTime();
    Process process = builder.start();
    Duration processor = Duration.ZERO;
    long memory = 0;
    do {
      processor = process.info().totalCpuDuration().orElse(processor);
      memory = Math.max(memory, peak(process.pid()));
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (!exits.contains(process.exitValue())) {
      throw new IllegalStateException(
          String.join(" ", all) + "\nended with " + process.exitValue() + ":\n" + end(said));
    }
    return new Run(wall, processor, memory);
  }

  private static long peak(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElse(0)
          << 10;
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // ended just now, or a system without /proc
    }
  }

  private static String end(Path said) throws IOException {
    List<String> lines = Files.readAllLines(said);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
