package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.proof.Hash;
import tribune.trail.KeyPlace;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailException;
import tribune.trail.TrailSetup;

/**
 * A process that appends audits and says so after each receipt. What it said is collected here, out
 * of its reach.
 */
final class ChildWriter {
  private final Process process;
  private final BufferedReader said;
  private final Map<Long, Hash> acknowledged = new TreeMap<>();
  private final List<String> other = new ArrayList<>();

  private ChildWriter(Process process) {
    this.process = process;
    this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** How a child ends that is not killed. */
  enum End {
    /** As it should. */
    CLOSE,
    /** At once, without closing anything. */
    HALT
  }

  static ChildWriter start(TestStore store, int audits) throws IOException {
    return start(store, audits, End.CLOSE);
  }

  static ChildWriter start(TestStore store, int audits, End end) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ChildWriter(
        new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ChildWriter.class.getName(),
                store.location(),
                Integer.toString(audits),
                store.keyHome(),
                end.name())
            .redirectErrorStream(true)
            .start());
  }

  long pid() {
    return process.pid();
  }

  void awaitAcknowledgements(int count) throws IOException {
    String line = said.readLine();
    while (line != null) {
      take(line);
      if (acknowledged.size() >= count) {
        return;
      }
      line = said.readLine();
    }
    throw new AssertionError("the child ended early: " + other);
  }

  /** Kills it as kill -9 does, then reads what it had still said. */
  void kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    readToEnd();
    process.waitFor();
  }

  /** Everything but acknowledgements that it said until its end. */
  String output() throws IOException {
    readToEnd();
    return String.join("\n", other);
  }

  private void readToEnd() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      take(line);
    }
  }

  Map<Long, Hash> acknowledged() {
    return acknowledged;
  }

  private void take(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("acknowledged") && words.length == 4 && words[3].equals(".")) {
      acknowledged.put(Long.parseLong(words[1]), Hash.ofHex(words[2]));
    } else {
      other.add(line);
    }
  }

  public static void main(String[] args) {
    TrailSetup setup =
        TrailSetup.of(
                new JumpingClock(Clock.systemUTC(), ProcessHandle.current().pid()),
                new SecureRandom(),
                Samples.ACTOR,
                Samples.ENGINE,
                ProcessHandle.current().pid(),
                "child")
            .withPatience(Duration.ZERO);
    TrailSetup keyed =
        args[2].equals("-") ? setup : setup.withKeys(new KeyPlace.InHome(Path.of(args[2])));
    try (Trail trail = open(args[0], keyed)) {
      write(trail, Integer.parseInt(args[1]));
      if (End.valueOf(args[3]) == End.HALT) {
        Runtime.getRuntime().halt(0);
      }
    } catch (TrailException e) {
      System.out.println(e);
    }
  }

  private static Trail open(String location, TrailSetup setup) {
    return location.startsWith(PostgresAddress.PREFIX)
        ? PostgresTrail.open(PostgresAddress.of(location, Optional.empty()), setup)
        : HomeTrail.open(Path.of(location), setup);
  }

  private static void write(Trail trail, int audits) {
    long first = trail.head().size();
    for (long i = first; i < first + audits; i++) {
      Receipt receipt = trail.append(Samples.draft("d" + i, 1));
      System.out.print(
          String.format(Locale.ROOT, "acknowledged %d %s .%n", receipt.seq(), receipt.leaf()));
      System.out.flush();
    }
  }
}
