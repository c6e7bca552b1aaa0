package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tribune.decision.Proposal;
import tribune.document.Source;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.ThresholdTable;
import tribune.schema.Member;
import tribune.schema.RecordType;

/** What the YAML files say agrees with the rules and with itself. */
class CatalogueTest {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w$.])-?[0-9]+(?:\\.[0-9]+)?\\b");
  private static final Pattern THRESHOLD = Pattern.compile("Threshold\\( id == \"([a-z0-9-]+)\"");
  private static final Pattern SEED = Pattern.compile("00[0-4]_[0-9a-f]{16}\\.txt");

  @Test
  void twelve_principles_have_forty_checks() {
    Map<String, Integer> checks =
        Shipped.rules().catalogue().principles().stream()
            .collect(
                Collectors.toMap(
                    Principle::id, it -> it.checks().size(), (a, b) -> a, TreeMap::new));
    assertThat(checks)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("EVIDENCE", 7),
                Map.entry("START", 2),
                Map.entry("MOTIVE", 5),
                Map.entry("LONG", 3),
                Map.entry("SILO", 3),
                Map.entry("BRAND", 3),
                Map.entry("EASE", 4),
                Map.entry("TRUST", 3),
                Map.entry("LOOP", 3),
                Map.entry("LEAD", 2),
                Map.entry("PEOPLE", 2),
                Map.entry("LEARN", 3)));
  }

  @Test
  void every_check_says_what_it_will_not_flag() {
    assertThat(Shipped.checks())
        .allSatisfy(check -> assertThat(check.limits()).as(check.id()).isNotEmpty());
  }

  @Test
  void the_tests_read_every_rule_that_is_written() {
    long written =
        Shipped.files().rules().stream()
            .flatMap(file -> file.text().lines())
            .filter(line -> line.startsWith("rule "))
            .count();
    assertThat(DrlText.rules()).hasSize(Math.toIntExact(written));
    assertThat(DrlText.rules().stream().filter(DrlText::isOfCheck)).hasSizeGreaterThan(50);
  }

  @Test
  void no_number_stands_in_a_rule() {
    for (DrlText rule : DrlText.rules()) {
      String text = STRING.matcher(rule.when() + rule.then()).replaceAll("");
      assertThat(NUMBER.matcher(text).results().map(MatchResult::group)).as(rule.name()).isEmpty();
    }
  }

  @Test
  void every_threshold_is_read_and_every_one_that_is_read_is_there() {
    Set<String> read =
        Shipped.files().rules().stream()
            .flatMap(file -> THRESHOLD.matcher(file.text()).results())
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written =
        Shipped.rules().catalogue().thresholdEntries().stream()
            .map(ThresholdTable.Entry::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).isNotEmpty().isEqualTo(written);
  }

  @Test
  void every_threshold_says_why_and_where_it_comes_from() {
    assertThat(Shipped.rules().catalogue().thresholdEntries())
        .allSatisfy(
            entry -> {
              assertThat(entry.why()).as(entry.id()).isNotBlank();
              assertThat(entry.source()).as(entry.id()).isNotBlank();
            });
  }

  @Test
  void every_check_has_a_basis_with_seed_and_phrase() {
    for (Check check : Shipped.checks()) {
      assertThat(check.basis()).as(check.id()).isNotEmpty();
      assertThat(check.basis())
          .as(check.id())
          .allSatisfy(
              basis -> {
                assertThat(basis.seed()).matches(SEED);
                assertThat(basis.phrase()).isNotBlank().doesNotContain("...");
              });
    }
  }

  @Test
  void the_four_excuses_are_reasons_that_no_waiver_may_use() {
    assertThat(Shipped.rules().catalogue().refusedReasons())
        .hasSize(4)
        .allSatisfy(
            it -> {
              assertThat(it.basis().seed()).isEqualTo("004_1c6f08671f695fd8.txt");
              assertThat(it.basis().phrase()).isNotBlank().doesNotContain("...");
              assertThat(it.reason()).endsWith(".");
              assertThat(it.answer()).startsWith("Then ");
            });
  }

  @Test
  void every_fact_that_the_catalogue_names_is_a_fact_of_a_proposal() {
    for (Check check : Shipped.checks()) {
      assertThat(check.asks()).as(check.id()).isNotEmpty().allMatch(CatalogueTest::isFact);
      assertThat(check.optional().stream().map(Check.OptionalFact::fact))
          .as(check.id())
          .allMatch(CatalogueTest::isFact);
    }
  }

  @Test
  void every_question_ends_as_one_and_every_reason_is_part_of_a_sentence() {
    assertThat(Shipped.checks()).allSatisfy(check -> assertThat(check.question()).endsWith("?"));
    List<Source> files = Shipped.files().rules();
    assertThat(files)
        .noneMatch(
            file -> Pattern.compile("audit\\.fails\\(.*\\.\" \\);").matcher(file.text()).find());
  }

  private static boolean isFact(String path) {
    String[] steps = path.split("\\.", 2);
    boolean section =
        RecordType.of(Proposal.class).members().stream()
            .map(Member::name)
            .anyMatch(steps[0]::equals);
    return section
        && (steps.length == 1
            || Unstating.members(steps[0]).stream().map(Member::name).anyMatch(steps[1]::equals));
  }
}
