package tribune.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import tribune.intake.Intake;
import tribune.intake.IntakeFormat;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Actor;

/** A process that imports a file and says how many lines each batch recorded, to be killed. */
final class ImportingChild {
  private ImportingChild() {}

  public static void main(String[] arguments) throws IOException {
    Actor actor = new Actor("board", null, "localhost");
    try (AuditEngine engine =
            AuditEngine.open(
                Path.of(arguments[0]),
                SmallRuleBase.asShipped().load(),
                Clock.systemUTC(),
                new SecureRandom(),
                actor);
        InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
      Intake intake = Intake.open(IntakeFormat.JSONL, "file", in).orThrow();
      ProposalImport.recording(engine)
          .run(
              intake, (soFar, bytes, rejected) -> System.out.println("audited " + soFar.audited()));
    }
  }

  static Process start(Path home, Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ImportingChild.class.getName(),
            home.toString(),
            file.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Waits until so many batches that were not there before are recorded. */
  static void awaitBatch(Process child, int batches) throws IOException {
    BufferedReader said = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
    int recorded = 0;
    long before = 0;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("audited ")) {
        long now = Long.parseLong(line.substring("audited ".length()));
        recorded += now > before ? 1 : 0;
        before = now;
        if (recorded == batches) {
          return;
        }
      }
    }
    throw new AssertionError("the import ended before it recorded " + batches + " batches");
  }
}
