package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tribune.rulebase.Check;
import tribune.rulebase.page.AskedFact;
import tribune.rulebase.page.CheckPage;
import tribune.rulebase.page.GoldenFolder;
import tribune.rulebase.page.Markdown;
import tribune.rulebase.page.Pages;

/**
 * docs/principles is generated from the rule base. After a change of the rule base run this test
 * with {@code -Dgolden.write=true}.
 */
class PrinciplePagesTest {
  private static final Path FOLDER = Path.of("..", "docs", "principles");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pages PAGES = Pages.of(Shipped.files()).orThrow();

  @Test
  void the_published_pages_are_up_to_date() throws IOException {
    GoldenFolder.check(FOLDER, Markdown.files(PAGES.all()));
  }

  @Test
  void every_link_leads_to_a_page() {
    Map<String, String> files = Markdown.files(PAGES.all());
    Set<String> linked = new TreeSet<>();
    files
        .values()
        .forEach(text -> LINK.matcher(text).results().forEach(it -> linked.add(it.group(1))));
    assertThat(linked).isNotEmpty().isSubsetOf(files.keySet());
  }

  @Test
  void every_check_has_an_example_that_fails_and_asks_for_facts_that_exist() {
    for (Check check : Shipped.checks()) {
      CheckPage page = PAGES.check(check.id()).orElseThrow();
      assertThat(page.fails()).as(check.id()).isPresent();
      assertThat(page.rules()).as(check.id()).isNotEmpty();
      assertThat(page.facts())
          .as(check.id())
          .extracting(AskedFact::written)
          .doesNotContain("nothing");
    }
  }

  @Test
  void the_pages_name_every_threshold_that_the_rules_of_the_checks_build_on() {
    Set<String> shown = new TreeSet<>();
    List<Check> checks = Shipped.checks();
    checks.forEach(
        check ->
            PAGES.check(check.id()).orElseThrow().thresholds().forEach(it -> shown.add(it.id())));
    Set<String> written = new TreeSet<>();
    Shipped.rules().catalogue().thresholdEntries().forEach(it -> written.add(it.id()));
    assertThat(shown).isEqualTo(written);
  }
}
