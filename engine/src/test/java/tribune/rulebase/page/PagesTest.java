package tribune.rulebase.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tribune.document.Reading;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.ThresholdTable;

class PagesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/rulebases/small-pages");

  @Test
  void the_pages_of_the_small_rule_base_are_the_golden_ones() throws IOException {
    GoldenFolder.check(GOLDEN, Markdown.files(pages(SmallRuleBase.asShipped().files()).all()));
  }

  @Test
  void thresholds_behind_derived_facts_are_on_the_page() {
    CheckPage page = pages(SmallRuleBase.asShipped().files()).check("DEA-02").orElseThrow();

    assertThat(page.thresholds())
        .extracting(ThresholdTable.Entry::id)
        .containsExactly("high-reach", "evidence-max-age");
    assertThat(page.derived()).extracting("type").containsExactly("Stakes", "UsableEvidence");
  }

  @Test
  void a_rule_base_without_cases_limits_and_sources_says_so() {
    Map<String, byte[]> bare = new TreeMap<>(SmallRuleBase.asShipped().files().files());
    Pages pages = pages(RuleBaseFiles.of("bare", bare).orThrow());

    assertThat(Markdown.text(pages.check("DEA-02").orElseThrow().page()))
        .contains("No case shows it failing.")
        .contains("No case shows it passing.")
        .contains("No source is named for it.")
        .contains("Nobody has written down yet what it misses.");
  }

  @Test
  void ids_are_found_in_small_letters_too_and_others_are_not() {
    Pages pages = pages(SmallRuleBase.asShipped().files());

    assertThat(pages.check("dea-01")).isPresent();
    assertThat(pages.principle("deal")).isPresent();
    assertThat(pages.check("DEAL")).isEmpty();
    assertThat(pages.principle("DEA-01")).isEmpty();
  }

  @Test
  void rules_that_cannot_be_read_are_told_at_their_place() {
    Map<String, byte[]> files = new TreeMap<>(SmallRuleBase.asShipped().files().files());
    files.put("derivations.drl", "package rules\nrule oops when\n".getBytes(UTF_8));

    Reading<Pages> reading = Pages.of(RuleBaseFiles.of("broken", files).orThrow());

    assertThat(reading.diagnostics()).isNotEmpty();
    assertThat(reading.diagnostics().get(0).text()).contains("broken/derivations.drl:");
  }

  private static Pages pages(RuleBaseFiles files) {
    return Pages.of(files).orThrow();
  }
}
