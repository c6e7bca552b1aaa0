package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.engine.AuditEngine;
import tribune.shell.line.ExitCode;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.TrailStopped;
import tribune.trail.jdbc.DiskThatFails;
import tribune.trail.jdbc.HomeTrail;

class TrailExitsTest {
  @Test
  void a_sync_that_fails_is_a_refusal(@TempDir Path home) {
    DiskThatFails disk = new DiskThatFails();
    TrailSetup setup =
        TrailSetup.of(
                Clock.systemUTC(),
                Given.random(),
                Given.actor(),
                AuditEngine.version(),
                1,
                "a test")
            .withDisk(disk);
    try (Trail trail = HomeTrail.open(home, setup)) {
      disk.failToSync();
      TrailStopped stopped =
          catchThrowableOfType(TrailStopped.class, () -> trail.append(Samples.draft("a", 1)));
      assertThat(TrailExits.of(stopped)).isEqualTo(ExitCode.REFUSED);
      assertThat(ExitCode.REFUSED.number()).isEqualTo(8);
    }
  }
}
