package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** {@code rules fmt} and {@code rules schema}. */
class RulesFmtTest {
  private final Desk desk = Desk.cleared("rules-fmt");

  @Test
  void files_that_differ_are_listed_then_laid_out_and_those_with_mistakes_are_left_alone()
      throws IOException {
    Path rules = desk.rulesWith("principles/deal/deal.drl", "then\n", "then\n\n\n");
    Files.writeString(rules.resolve("thresholds.yaml"), "thresholds: [");
    for (String format : new String[] {"table", "plain", "json"}) {
      Trial.Outcome check = fmt(rules, "--check", "--output", format);
      assertThat(check.code()).isEqualTo(ExitCode.USAGE);
      String ending =
          format.equals("table") ? ".txt" : format.equals("plain") ? "-plain.txt" : ".json";
      Golden.check("rules-fmt" + ending, Desk.stable(check.out()));
    }
    assertThat(Files.readString(rules.resolve("principles/deal/deal.drl"))).contains("then\n\n");
    assertThat(fmt(rules).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(rules.resolve("principles/deal/deal.drl")))
        .doesNotContain("then\n\n");
    Files.delete(rules.resolve("thresholds.yaml"));
    Trial.Outcome again = fmt(rules);
    assertThat(again.code()).isEqualTo(ExitCode.OK);
    assertThat(again.out()).startsWith("SAME  0 of ");
  }

  @Test
  void without_a_rule_base_there_is_nothing_to_lay_out() {
    Trial.Outcome shipped = desk.run("rules", "fmt");
    assertThat(shipped.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shipped.err()).contains("rules fmt ./my-rules");
    assertThat(desk.run("rules", "fmt", "src/test/java").err()).contains("no file of a rule base");
    assertThat(desk.run("rules", "fmt", "nowhere").err()).contains("no directory nowhere");
  }

  @Test
  void nothing_is_written_through_a_link() throws IOException {
    Path rules = desk.rulesWith("principles/deal/deal.drl", "then\n", "then\n\n\n");
    Path outside = Files.writeString(rules.resolveSibling("outside.yaml"), "name:    other");
    Files.delete(rules.resolve("gaps.yaml"));
    Files.createSymbolicLink(rules.resolve("gaps.yaml"), outside.toAbsolutePath());
    Trial.Outcome outcome = fmt(rules);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("error[RB-006]").contains("gaps.yaml");
    assertThat(outside).hasContent("name:    other");
    assertThat(Files.readString(rules.resolve("principles/deal/deal.drl"))).contains("then\n\n");
  }

  @Test
  void schemas_are_printed_as_they_are_published() throws IOException {
    Trial.Outcome outcome = desk.run("rules", "schema", "cases");
    assertThat(outcome.out())
        .isEqualTo(Files.readString(Path.of("..", "docs", "schemas", "cases.schema.json")));
    Trial.Outcome json = desk.run("rules", "schema", "waivers", "--output", "json");
    assertThat(StrictJson.read(json.out()).get("name").asText()).isEqualTo("waivers");
    assertThat(desk.run("rules", "schema", "princple").err()).contains("did you mean principle?");
  }

  private Trial.Outcome fmt(Path rules, String... more) {
    return desk.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("rules", "fmt", rules.toString()),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }
}
