package tribune.trail.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tribune.anchor.Trust;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/** A process that keeps the checkpoints of a trail, in an order of its own. */
final class ChildKeeper {
  private ChildKeeper() {}

  static Process start(TestHome home, Path trust, long seed) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildKeeper.class.getName(),
            home.location(),
            trust.toString(),
            Long.toString(seed))
        .inheritIO()
        .start();
  }

  /** Of {@code size} sizes each once, shuffled. */
  private static List<Long> order(long size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> order = new ArrayList<>();
    for (long i = 1; i <= size; i++) {
      order.add(random.nextInt(order.size() + 1), i);
    }
    return order;
  }

  public static void main(String[] args) {
    TrailSetup setup =
        TrailSetup.of(
                Clock.systemUTC(),
                new SecureRandom(),
                Samples.ACTOR,
                Samples.ENGINE,
                ProcessHandle.current().pid(),
                "keeper")
            .withPatience(Duration.ZERO);
    Trust trust = new Trust(Path.of(args[1]), Clock.systemUTC());
    try (Trail trail = HomeTrail.open(Path.of(args[0]), setup)) {
      for (int round = 0; round < 5; round++) {
        for (long size : order(trail.head().size(), Long.parseLong(args[2]) + round)) {
          trust.keep(trail, trail.proofs().firstOver(size).orElseThrow());
        }
      }
    }
  }
}
