package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import tribune.trail.Disk;
import tribune.trail.Draft;
import tribune.trail.KeyPlace;
import tribune.trail.Samples;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A process that submits one audit under a key, and prints its receipt if it lives to get it. */
final class ChildSubmitter {
  static final Draft DRAFT = Samples.draft("bags", 1).under(new SubmissionKey("build 4711"));

  private final Process process;
  private final BufferedReader said;

  private ChildSubmitter(Process process) {
    this.process = process;
    this.said = process.inputReader(UTF_8);
  }

  /**
   * @param location a home, whose disk stops after a sync, or the URL of a database
   * @param keyHome of a database
   */
  static ChildSubmitter start(String location, String keyHome) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ChildSubmitter(
        new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ChildSubmitter.class.getName(),
                location,
                keyHome)
            .redirectErrorStream(true)
            .start());
  }

  void awaitSynced() throws IOException {
    String line = said.readLine();
    if (!DiskThatStopsAfterSync.SYNCED.equals(line)) {
      throw new AssertionError("expected that it syncs, found " + line);
    }
  }

  /** Kills it as kill -9 does; returns what it had still said. */
  String kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    String rest = String.join("\n", said.lines().toList());
    process.waitFor();
    return rest;
  }

  public static void main(String[] args) {
    TrailSetup setup =
        TrailSetup.of(
            Clock.systemUTC(),
            new SecureRandom(),
            Samples.ACTOR,
            Samples.ENGINE,
            ProcessHandle.current().pid(),
            "child");
    try (Trail trail = open(args[0], args[1], setup)) {
      System.out.println("receipt " + trail.append(DRAFT));
    }
  }

  private static Trail open(String location, String keyHome, TrailSetup setup) {
    return location.startsWith(PostgresAddress.PREFIX)
        ? PostgresTrail.open(
            PostgresAddress.of(location, Optional.empty()),
            setup.withKeys(new KeyPlace.InHome(Path.of(keyHome))))
        : HomeTrail.open(
            Path.of(location), setup.withDisk(new DiskThatStopsAfterSync(Disk.ofThisMachine())));
  }
}
