package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Records name these versions, so they must be those of the build. */
class EngineVersionTest {
  private static final Path POM = Path.of("..", "pom.xml");

  @Test
  void the_versions_are_those_of_the_build() throws IOException {
    assertThat(Files.readString(POM))
        .contains("<artifactId>tribune</artifactId>\n  <version>" + EngineVersion.TRIBUNE + "<")
        .contains("<drools.version>" + EngineVersion.DROOLS + "<");
  }
}
