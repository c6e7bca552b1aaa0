package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.rulebase.PackRuleBase;

/** The compiled rules in the jar are those of the sources, byte for byte. */
class PackedRulesTest {
  private static final Path IN_THE_JAR = Path.of("target", "classes", "tribune");

  @TempDir Path directory;

  @Test
  void another_build_packs_the_same_bytes() throws IOException, InterruptedException {
    Path again = directory.resolve("rulebase.classes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                PackRuleBase.class.getName(),
                ".",
                again.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.mismatch(again, IN_THE_JAR.resolve("rulebase.classes"))).isEqualTo(-1);
    assertThat(directory.resolve("rulebase.manifest"))
        .hasSameBinaryContentAs(IN_THE_JAR.resolve("rulebase.manifest"));
  }

  @Test
  void the_jar_ships_every_case() {
    assertThat(ShippedRuleBase.filesWithTests().tests().keySet())
        .isEqualTo(Shipped.files().tests().keySet());
  }
}
