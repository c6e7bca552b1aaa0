package tribune.shell.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.workspace.Workspace;
import tribune.trail.Filter;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/** The options that say which audits are wanted: the same for every command that takes them. */
final class AuditFilters {
  /** The option that asks for every audit, not only the newest of each decision. */
  static final String EVERY = "every";

  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();

  private final Workspace workspace;
  private final String lastDay;

  /**
   * @param lastDay the name of the option for the last day: {@code to}, or {@code until} where that
   *     names a place
   */
  AuditFilters(Workspace workspace, String lastDay) {
    this.workspace = workspace;
    this.lastDay = lastDay;
  }

  /** The options, and after them those of the command itself. */
  Option[] options(Option... more) {
    return Stream.concat(filters(), Arrays.stream(more)).toArray(Option[]::new);
  }

  private Stream<Option> filters() {
    return Stream.of(
        Option.valued("verdict", "VERDICT", "Only these verdicts.", Values.oneOf(VERDICTS))
            .count(Count.ANY),
        Option.valued(
                "check",
                "CHECK",
                "Only where this check FAILs, lacks evidence, or passed.",
                CheckNames.checks(workspace))
            .count(Count.ANY),
        Option.valued(
            "principle",
            "PRINCIPLE",
            "Only where a check of this principle FAILs or lacks evidence.",
            CheckNames.principles(workspace)),
        Option.valued(
            "department", "NAME", "Only decisions that touch this department.", Values.any()),
        Option.valued("from", "DATE", "Only audits of this day or later.", Values.any()),
        Option.valued(lastDay, "DATE", "Only audits of this day or earlier.", Values.any()),
        Option.valued(
            "search", "TEXT", "Only where this stands in id, title or summary.", Values.any()));
  }

  /** Whether a line states any of them. */
  boolean isAny(Invocation invocation) {
    return filters().anyMatch(option -> !invocation.options(option.name()).isEmpty());
  }

  /** What a line asks for: every audit, as many as there are. */
  Filter filter(Invocation invocation) {
    return Filter.ALL
        .withVerdicts(verdicts(invocation))
        .withChecks(checks(invocation))
        .withOutcomes(
            invocation.option("principle").isPresent()
                ? Set.of(Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.ERROR)
                : Set.of())
        .withDepartment(invocation.option("department").orElse(null))
        .withFrom(invocation.option("from").map(day -> startOf(day, 0)).orElse(null))
        .withTo(invocation.option(lastDay).map(day -> startOf(day, 1)).orElse(null))
        .withSearch(invocation.option("search").orElse(null));
  }

  /** The same, of each decision only the newest audit unless the line asks for {@link #EVERY}. */
  Filter newest(Invocation invocation) {
    return filter(invocation)
        .withSpan(
            invocation.has(EVERY) ? Filter.Span.EVERY_AUDIT : Filter.Span.NEWEST_OF_EACH_DECISION);
  }

  private static Set<Verdict> verdicts(Invocation invocation) {
    return invocation.options("verdict").stream().map(Verdict::valueOf).collect(Collectors.toSet());
  }

  /** The checks that are asked for, by their ids or by their principle. */
  private Set<String> checks(Invocation invocation) {
    Set<String> ids = checkIds(invocation).collect(Collectors.toCollection(TreeSet::new));
    Optional<String> principle = invocation.option("principle");
    if (principle.isPresent() && !ids.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE, "--check and --principle both name checks", "give only one of them");
    }
    principle
        .map(id -> principle(id, invocation))
        .ifPresent(it -> it.checks().stream().map(Check::id).forEach(ids::add));
    return ids;
  }

  private static Stream<String> checkIds(Invocation invocation) {
    return invocation.options("check").stream().map(id -> id.toUpperCase(Locale.ROOT));
  }

  private Principle principle(String id, Invocation invocation) {
    List<Principle> all = workspace.rules().written(invocation).catalogue().principles();
    List<String> ids = all.stream().map(Principle::id).toList();
    return all.stream()
        .filter(it -> it.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                UnknownName.failure(
                    "there is no principle " + id,
                    id,
                    ids,
                    "principles: " + String.join(", ", ids)));
  }

  /** Asked only when nothing was found: a recorded check may be one of another rule base. */
  void requireKnownChecks(Invocation invocation) {
    if (invocation.options("check").isEmpty()) {
      return;
    }
    List<String> known =
        workspace.rules().written(invocation).catalogue().checks().stream().map(Check::id).toList();
    Optional<String> unknown =
        checkIds(invocation)
            .filter(
                id ->
                    !known.contains(id)
                        && known.stream().noneMatch(it -> id.endsWith("-") && it.startsWith(id)))
            .findFirst();
    if (unknown.isPresent()) {
      throw UnknownName.failure(
          "there is no check " + unknown.get(), unknown.get(), known, "`rules list` lists them");
    }
  }

  private static Instant startOf(String day, int daysLater) {
    try {
      return LocalDate.parse(day).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandFailed(
          ExitCode.USAGE, "'" + day + "' is not a day", "write it like 2026-01-31 (UTC)");
    }
  }
}
