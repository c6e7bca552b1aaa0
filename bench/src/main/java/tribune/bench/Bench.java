package tribune.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** Measures everything and writes the figures into the pages: {@code bench/run [RECORDS]}. */
@AmbientInput("a benchmark is its own main program")
public final class Bench {
  private Bench() {}

  /**
   * @param args how many records a long history has
   */
  public static void main(String[] args) throws Exception {
    long records = Long.parseLong(args[0]);
    Path directory = Files.createTempDirectory("tribune-bench");
    try {
      TrailBench trail = new TrailBench(records, directory);
      trail.measureHome();
      new CommandBench(records, trail.home(), directory).run();
      trail.measurePostgres();
    } finally {
      Directories.delete(directory);
    }
  }
}
