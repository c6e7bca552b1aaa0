package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/** A rule base that builds on another one, from list to replay. */
class DerivedRulesTest {
  private static final Path DERIVED = Path.of("src", "test", "resources", "desk", "derived");
  private static final String STRICT_RETAIL = Desk.fixture("rulebases/strict-retail");

  private final Desk desk = Desk.cleared("derived");

  @Test
  void the_list_says_what_was_changed_and_why() {
    golden("rules-list-derived", "rules", "list");
  }

  @Test
  void the_page_of_a_check_says_whose_rule_base_it_is_and_which_waivers_it_takes() {
    golden("rules-show-derived", "rules", "show", "DEA-01");
  }

  @Test
  void a_check_that_was_switched_off_is_not_merely_unknown() {
    Trial.Outcome outcome = run(DERIVED.toString(), "rules", "show", "voi-02");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("switched off. A branch sends no messages of its own.");
  }

  @Test
  void an_audit_has_no_finding_of_it_and_the_history_names_the_rule_base() {
    Trial.Outcome audit = run(DERIVED.toString(), "audit", "--all", Desk.proposal("passes.yaml"));
    assertThat(audit.code()).isEqualTo(ExitCode.OK);
    assertThat(audit.out()).contains("branch-rules").contains("DEA-01").doesNotContain("VOI-02");
    assertThat(desk.run("decisions").out()).contains("branch-rules ");
  }

  @Test
  void an_audit_is_run_again_when_neither_the_rule_base_nor_its_base_is_there_any_more()
      throws IOException {
    Path house = desk.rulesWith("rulebase.yaml", "house-rules", "house-rules");
    Path derived = house.resolveSibling("derived-gone");
    Files.createDirectories(derived);
    Files.writeString(
        derived.resolve("rulebase.yaml"),
        Files.readString(DERIVED.resolve("rulebase.yaml"))
            .replace("../rules", "../" + house.getFileName()));
    assertThat(run(derived.toString(), "audit", Desk.proposal("fails.yaml")).code())
        .isEqualTo(ExitCode.FAIL);
    Files.delete(derived.resolve("rulebase.yaml"));
    try (Stream<Path> files = Files.walk(house)) {
      files.map(Path::toFile).filter(java.io.File::isFile).forEach(java.io.File::delete);
    }
    Trial.Outcome replay = desk.run("replay", "--all");
    assertThat(replay.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void the_shipped_rule_base_is_found_by_its_name() {
    String proposal = Desk.fixture("proposals/breaks-everything.yaml");
    Trial.Outcome first = run(STRICT_RETAIL, "audit", "--all", proposal);
    assertThat(first.out()).contains("strict-retail").contains("LTR-03").doesNotContain("SIL-03");
  }

  @Test
  void a_base_that_is_misspelt_is_told_with_the_nearest_name() {
    Path rules = desk.rulesWith("rulebase.yaml", "name:", "extends: customer-centrcity\nname:");
    Trial.Outcome outcome = run(rules.toString(), "rules", "list");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .contains("error[RB-004]: there is no rule base customer-centrcity")
        .contains("did you mean customer-centricity?");
  }

  private void golden(String name, String... words) {
    for (String format : List.of("table", "plain", "json")) {
      Stream<String> line = Stream.concat(Stream.of(words), Stream.of("--output", format));
      Trial.Outcome outcome = run(DERIVED.toString(), line.toArray(String[]::new));
      if (format.equals("json")) {
        assertThat(StrictJson.read(outcome.out())).isNotEmpty();
      }
      String ending =
          format.equals("table") ? ".txt" : format.equals("plain") ? "-plain.txt" : ".json";
      Golden.check(name + ending, Desk.stable(outcome.out()));
      assertThat(outcome.err()).isEmpty();
    }
  }

  private Trial.Outcome run(String rules, String... words) {
    Stream<String> line = Stream.concat(Stream.of(words), Stream.of("--rules", rules));
    return desk.run(line.toArray(String[]::new));
  }
}
