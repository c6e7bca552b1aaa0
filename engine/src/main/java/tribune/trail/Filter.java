package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/**
 * Which audits are wanted; every part that is stated must hold. Start from {@link #ALL}.
 *
 * @param span every audit, or only the newest of each decision
 * @param verdicts one of these; any if empty
 * @param checks ids such as {@code LTR-03}, or prefixes that end in a hyphen such as {@code LTR-}:
 *     at least one of these checks came out as {@code outcomes} says
 * @param outcomes what the checks came out as; if empty, anything but NOT_APPLICABLE. Without
 *     checks: some check came out as one of these
 * @param department a department that the decision touches, in any case
 * @param from not before this time
 * @param to before this time
 * @param search stands in id, title or summary of the decision, in any case
 * @param limit how many at most, newest first
 * @param before as if the trail had only so many records; later ones are not looked at
 */
public record Filter(
    Span span,
    Set<Verdict> verdicts,
    Set<String> checks,
    Set<Outcome> outcomes,
    @Nullable String department,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String search,
    int limit,
    long before) {
  /** Every audit there is. */
  public static final Filter ALL =
      new Filter(
          Span.EVERY_AUDIT,
          Set.of(),
          Set.of(),
          Set.of(),
          null,
          null,
          null,
          null,
          Integer.MAX_VALUE,
          Long.MAX_VALUE);

  /** Whether earlier audits of a decision are wanted too. */
  public enum Span {
    EVERY_AUDIT,
    NEWEST_OF_EACH_DECISION
  }

  public Filter {
    requireNonNull(span, "span");
    verdicts = Set.copyOf(verdicts);
    checks = Set.copyOf(checks);
    outcomes = Set.copyOf(outcomes);
    if (limit < 0 || before < 0) {
      throw new IllegalArgumentException("negative limit: " + limit + ", before " + before);
    }
    if (outcomes.contains(Outcome.NOT_APPLICABLE)) {
      throw new IllegalArgumentException("audits cannot be found by checks that do not apply");
    }
  }

  public Filter withSpan(Span wanted) {
    return new Filter(
        wanted, verdicts, checks, outcomes, department, from, to, search, limit, before);
  }

  public Filter withVerdicts(Set<Verdict> wanted) {
    return new Filter(span, wanted, checks, outcomes, department, from, to, search, limit, before);
  }

  public Filter withChecks(Set<String> wanted) {
    return new Filter(
        span, verdicts, wanted, outcomes, department, from, to, search, limit, before);
  }

  public Filter withOutcomes(Set<Outcome> wanted) {
    return new Filter(span, verdicts, checks, wanted, department, from, to, search, limit, before);
  }

  public Filter withDepartment(@Nullable String wanted) {
    return new Filter(span, verdicts, checks, outcomes, wanted, from, to, search, limit, before);
  }

  public Filter withFrom(@Nullable Instant wanted) {
    return new Filter(
        span, verdicts, checks, outcomes, department, wanted, to, search, limit, before);
  }

  public Filter withTo(@Nullable Instant wanted) {
    return new Filter(
        span, verdicts, checks, outcomes, department, from, wanted, search, limit, before);
  }

  public Filter withSearch(@Nullable String wanted) {
    return new Filter(
        span, verdicts, checks, outcomes, department, from, to, wanted, limit, before);
  }

  public Filter withLimit(int wanted) {
    return new Filter(
        span, verdicts, checks, outcomes, department, from, to, search, wanted, before);
  }

  public Filter withBefore(long wanted) {
    return new Filter(
        span, verdicts, checks, outcomes, department, from, to, search, limit, wanted);
  }
}
