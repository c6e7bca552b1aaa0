package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What SARIF 2.1.0 demands of a log, written down from its schema: required properties,
 * enumerations and least values of all objects that are used.
 */
class SarifTest {
  private static final Desk DESK = Desk.cleared("sarif");

  @Test
  void a_log_has_what_the_schema_requires() {
    Path rules =
        DESK.rulesWith(
            "principles/deal/deal.drl", "Decision( retroactive == Tri.UNSTATED )", "Decison()");
    JsonNode log =
        StrictJson.read(
            DESK.run("rules", "check", "--rules", rules.toString(), "--output", "sarif").out());

    assertThat(log.fieldNames()).toIterable().containsExactly("$schema", "version", "runs");
    assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
    assertThat(log.get("runs")).hasSize(1);
    JsonNode run = log.get("runs").get(0);
    assertThat(run.fieldNames()).toIterable().containsExactly("tool", "columnKind", "results");
    assertThat(run.get("columnKind").textValue()).isIn("utf16CodeUnits", "unicodeCodePoints");
    JsonNode driver = run.get("tool").get("driver");
    assertThat(driver.get("name").textValue()).isNotBlank();
    assertThat(driver.get("rules")).isNotEmpty().allSatisfy(SarifTest::requireDescriptor);
    assertThat(driver.get("rules")).doesNotHaveDuplicates();
    assertThat(run.get("results"))
        .isNotEmpty()
        .allSatisfy(result -> requireResult(result, driver.get("rules")));
  }

  private static void requireDescriptor(JsonNode descriptor) {
    assertThat(descriptor.get("id").textValue()).isNotBlank();
    assertThat(descriptor.get("shortDescription").get("text").textValue()).isNotBlank();
    requireLevel(descriptor.get("defaultConfiguration").get("level"));
  }

  private static void requireLevel(JsonNode level) {
    assertThat(level.textValue()).isIn("none", "note", "warning", "error");
  }

  private static void requireResult(JsonNode result, JsonNode descriptors) {
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly("ruleId", "ruleIndex", "level", "message", "locations");
    requireLevel(result.get("level"));
    assertThat(result.get("message").get("text").textValue()).isNotBlank();
    assertThat(descriptors.get(result.get("ruleIndex").intValue()).get("id"))
        .isEqualTo(result.get("ruleId"));
    assertThat(result.get("locations")).hasSize(1);
    JsonNode location = result.get("locations").get(0).get("physicalLocation");
    assertThat(location.get("artifactLocation").get("uri").textValue())
        .matches("[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+");
    JsonNode region = location.get("region");
    assertThat(region.get("startLine").intValue()).isPositive();
    assertThat(region.get("startColumn").intValue()).isPositive();
    assertThat(region.get("endColumn").intValue())
        .isGreaterThan(region.get("startColumn").intValue());
  }
}
