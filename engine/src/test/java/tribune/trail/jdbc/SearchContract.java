package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Draft;
import tribune.trail.Filter;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Grounds;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;
import tribune.verdict.Verdict;

/** The same questions to every store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchContract {
  private static final long SEED = 31337;
  private static final int AUDITS = 1_500;
  private final List<Audit> audited = new ArrayList<>();

  private Trail trail;

  /** An audit as the test knows it. */
  private record Audit(Receipt receipt, Draft draft, List<String> departments) {}

  /** A place without a record. */
  abstract TestStore store(Path directory);

  @BeforeAll
  void fill(@TempDir Path directory) {
    SplittableRandom random = new SplittableRandom(SEED);
    TestStore store = store(directory);
    trail = store.open();
    for (int i = 0; i < AUDITS; i += 50) {
      List<Draft> drafts = new ArrayList<>();
      List<List<String>> departments = new ArrayList<>();
      for (int j = i; j < i + 50; j++) {
        List<String> touched = random.nextInt(3) == 0 ? List.of("Risk", "Sales") : List.of("sales");
        departments.add(touched);
        drafts.add(draft(random, j, touched));
      }
      store.clock().move(Duration.ofMinutes(1));
      List<Receipt> receipts = trail.appendAll(drafts);
      for (int j = 0; j < 50; j++) {
        audited.add(new Audit(receipts.get(j), drafts.get(j), departments.get(j)));
      }
    }
    Collections.reverse(audited);
  }

  @AfterAll
  void close() {
    if (trail != null) {
      trail.close();
    }
  }

  private static Draft draft(SplittableRandom random, int i, List<String> departments) {
    List<Finding> findings =
        switch (random.nextInt(20)) {
          case 0 -> Samples.incomplete();
          case 1 -> Samples.faulty();
          case 2, 3, 4 -> Samples.failing();
          case 5 ->
              List.of(
                  new Finding.Pass(new CheckId("LTR-010"), Severity.MINOR, Grounds.of(List.of())));
          default -> Samples.passing();
        };
    String title = i == 700 ? "Ein Z\u00e4hlerwechsel 100%_" : "Change no. " + i;
    return Samples.draft("d" + i % 400, 1 + i / 400, title, departments, findings);
  }

  @Test
  void without_conditions_every_audit_comes_newest_first() {
    check(Filter.ALL, audit -> true);
    check(Filter.ALL.withLimit(7), audit -> true);
    check(Filter.ALL.withLimit(0), audit -> true);
    check(Filter.ALL.withLimit(1_000), audit -> true);
  }

  @Test
  void by_verdict() {
    for (Verdict verdict : Verdict.values()) {
      check(Filter.ALL.withVerdicts(Set.of(verdict)), audit -> verdict(audit) == verdict);
    }
    check(
        Filter.ALL.withVerdicts(Set.of(Verdict.FAIL, Verdict.ERROR)),
        audit -> verdict(audit) == Verdict.FAIL || verdict(audit) == Verdict.ERROR);
  }

  @Test
  void by_check_and_outcome() {
    check(Filter.ALL.withChecks(Set.of("LTR-01")), audit -> has(audit, "LTR-01", Outcome.values()));
    check(
        Filter.ALL.withChecks(Set.of("LTR-01")).withOutcomes(Set.of(Outcome.FAIL)),
        audit -> has(audit, "LTR-01", Outcome.FAIL));
    check(
        Filter.ALL.withChecks(Set.of("LTR-")).withOutcomes(Set.of(Outcome.PASS)),
        audit -> has(audit, "LTR-01", Outcome.PASS) || has(audit, "LTR-010", Outcome.PASS));
    check(
        Filter.ALL.withChecks(Set.of("CIN-01", "CIN-02")),
        audit -> has(audit, "CIN-01", Outcome.values()) || has(audit, "CIN-02", Outcome.values()));
    check(
        Filter.ALL.withOutcomes(Set.of(Outcome.NEEDS_EVIDENCE, Outcome.ERROR)),
        audit -> verdict(audit) == Verdict.INCOMPLETE || verdict(audit) == Verdict.ERROR);
    check(Filter.ALL.withChecks(Set.of("SIL-01")), audit -> false);
    check(Filter.ALL.withChecks(Set.of("XYZ-", "LTR-1")), audit -> false);
    assertThatThrownBy(() -> Filter.ALL.withOutcomes(Set.of(Outcome.NOT_APPLICABLE)))
        .hasMessageContaining("do not apply");
  }

  @Test
  void by_department_in_any_case() {
    check(Filter.ALL.withDepartment("SALES"), audit -> true);
    check(Filter.ALL.withDepartment("risk"), audit -> audit.departments().contains("Risk"));
    check(Filter.ALL.withDepartment("ris"), audit -> false);
  }

  @Test
  void by_time() {
    Instant from = Instant.parse("2026-01-01T00:05:00Z");
    Instant to = Instant.parse("2026-01-01T00:20:00Z");
    check(Filter.ALL.withFrom(from), audit -> !audit.receipt().at().isBefore(from));
    check(Filter.ALL.withTo(to), audit -> audit.receipt().at().isBefore(to));
    check(
        Filter.ALL.withFrom(from).withTo(to),
        audit -> !audit.receipt().at().isBefore(from) && audit.receipt().at().isBefore(to));
    check(Filter.ALL.withFrom(from.plusNanos(1)), audit -> audit.receipt().at().isAfter(from));
    check(Filter.ALL.withFrom(Instant.parse("2030-01-01T00:00:00Z")), audit -> false);
    check(Filter.ALL.withTo(Instant.parse("2020-01-01T00:00:00Z")), audit -> false);
    check(Filter.ALL.withFrom(to).withTo(from), audit -> false);
  }

  @Test
  void by_text_in_id_title_or_summary_in_any_case_and_without_wildcards() {
    check(Filter.ALL.withSearch("NO. 11"), audit -> title(audit).contains("no. 11"));
    check(Filter.ALL.withSearch("z\u00c4hlerwechsel"), audit -> title(audit).contains("wechsel"));
    check(Filter.ALL.withSearch("0%_"), audit -> title(audit).contains("wechsel"));
    check(Filter.ALL.withSearch("is\tneeded"), audit -> true);
    check(Filter.ALL.withSearch(""), audit -> true);
    check(Filter.ALL.withSearch("%"), audit -> title(audit).contains("%"));
    check(Filter.ALL.withSearch("' OR 1=1 --"), audit -> false);
    check(Filter.ALL.withSearch("d399"), audit -> audit.draft().decision().id().equals("d399"));
  }

  @Test
  void only_the_newest_of_each_decision() {
    Filter newest = Filter.ALL.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION);
    check(newest, this::isNewest);
    check(
        newest.withVerdicts(Set.of(Verdict.FAIL)),
        audit -> isNewest(audit) && verdict(audit) == Verdict.FAIL);
  }

  @Test
  void by_everything_at_once() {
    Instant from = Instant.parse("2026-01-01T00:03:00Z");
    Filter filter =
        Filter.ALL
            .withVerdicts(Set.of(Verdict.FAIL))
            .withChecks(Set.of("LTR-01", "CIN-"))
            .withOutcomes(Set.of(Outcome.FAIL, Outcome.ERROR))
            .withDepartment("Risk")
            .withFrom(from)
            .withSearch("change");
    Predicate<Audit> wanted =
        audit ->
            has(audit, "LTR-01", Outcome.FAIL)
                && audit.departments().contains("Risk")
                && !audit.receipt().at().isBefore(from)
                && title(audit).contains("change");
    check(filter, wanted);
    check(filter.withLimit(3), wanted);
  }

  @Test
  void ids_by_their_beginning() {
    assertThat(trail.decisionIds("d39", 100))
        .containsExactly(
            "d39", "d390", "d391", "d392", "d393", "d394", "d395", "d396", "d397", "d398", "d399");
    assertThat(trail.decisionIds("", 3)).containsExactly("d0", "d1", "d10");
    assertThat(trail.decisionIds("x", 3)).isEmpty();
    assertThat(trail.decisionIds("", 10_000)).hasSize(400);
  }

  private void check(Filter filter, Predicate<Audit> wanted) {
    assertThat(trail.decisions(filter))
        .as("%s, seed %d", filter, SEED)
        .extracting(StoredRecord::seq)
        .containsExactlyElementsOf(
            audited.stream()
                .filter(wanted)
                .map(audit -> audit.receipt().seq())
                .limit(filter.limit())
                .toList());
  }

  private boolean isNewest(Audit audit) {
    String id = audit.draft().decision().id();
    return audited.stream()
        .filter(other -> other.draft().decision().id().equals(id))
        .findFirst()
        .orElseThrow()
        .equals(audit);
  }

  private static Verdict verdict(Audit audit) {
    return audit.draft().result().verdict();
  }

  private static String title(Audit audit) {
    return String.valueOf(audit.draft().decision().title()).toLowerCase(Locale.ROOT);
  }

  private static boolean has(Audit audit, String check, Outcome... outcomes) {
    return audit.draft().result().findings().stream()
        .filter(finding -> finding.check().text().equals(check))
        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
        .anyMatch(finding -> List.of(outcomes).contains(finding.outcome()));
  }
}
