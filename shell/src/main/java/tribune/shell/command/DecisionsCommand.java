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
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.Body;
import tribune.trail.Filter;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.verdict.Verdict;

/** {@code decisions}: the history, newest first. */
final class DecisionsCommand implements Command {
  /** Enough to tell rule bases apart: a verdict is only worth the rules it was found with. */
  private static final int HASH_DIGITS_SHOWN = 8;

  private static final String LIMIT = "50";
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Verdict::name).toList();

  private final Workspace workspace;

  DecisionsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("decisions", Group.DECISIONS, "List audited decisions, newest first.")
        .about("Each decision is listed once, with its newest audit. All filters must hold.")
        .options(
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
            Option.valued("to", "DATE", "Only audits of this day or earlier.", Values.any()),
            Option.valued(
                "search", "TEXT", "Only where this stands in id, title or summary.", Values.any()),
            Option.flag("every", "List every audit, not only the newest of each decision."),
            Option.valued(
                    "limit", "N", "How many at most.", Values.wholeNumber(1, Integer.MAX_VALUE))
                .preset(LIMIT))
        .example("decisions --verdict FAIL", "what did not pass")
        .example("decisions --principle LONG --from 2026-01-01", "a principle over a year");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Filter filter = filter(invocation);
    Optional<Trail> trail = workspace.existingTrail(invocation);
    List<StoredRecord> found = trail.map(it -> records(it, filter)).orElse(List.of());
    if (found.isEmpty()) {
      requireKnownChecks(invocation);
    }
    invocation.output().write(report(found));
    hint(found, trail, filter, invocation);
    return ExitCode.OK;
  }

  private static List<StoredRecord> records(Trail trail, Filter filter) {
    try (Stream<StoredRecord> records = trail.decisions(filter)) {
      return records.toList();
    }
  }

  private void hint(
      List<StoredRecord> found, Optional<Trail> trail, Filter filter, Invocation invocation) {
    if (trail.isEmpty()) {
      invocation.messages().hint("Nothing is recorded in " + workspace.place(invocation) + " yet.");
    } else if (found.size() == filter.limit()) {
      invocation.messages().hint("The newest " + found.size() + " are shown; see --limit.");
    } else if (found.isEmpty()) {
      invocation.messages().hint("No audit fits.");
    }
  }

  private Filter filter(Invocation invocation) {
    Filter.Span span =
        invocation.has("every") ? Filter.Span.EVERY_AUDIT : Filter.Span.NEWEST_OF_EACH_DECISION;
    return Filter.ALL
        .withSpan(span)
        .withVerdicts(verdicts(invocation))
        .withChecks(checks(invocation))
        .withOutcomes(
            invocation.option("principle").isPresent()
                ? Set.of(
                    tribune.verdict.Outcome.FAIL,
                    tribune.verdict.Outcome.NEEDS_EVIDENCE,
                    tribune.verdict.Outcome.ERROR)
                : Set.of())
        .withDepartment(invocation.option("department").orElse(null))
        .withFrom(invocation.option("from").map(day -> startOf(day, 0)).orElse(null))
        .withTo(invocation.option("to").map(day -> startOf(day, 1)).orElse(null))
        .withSearch(invocation.option("search").orElse(null))
        .withLimit(Integer.parseInt(invocation.option("limit").orElse(LIMIT)));
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
    List<Principle> all = workspace.writtenRules(invocation).catalogue().principles();
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
  private void requireKnownChecks(Invocation invocation) {
    if (invocation.options("check").isEmpty()) {
      return;
    }
    List<String> known =
        workspace.writtenRules(invocation).catalogue().checks().stream().map(Check::id).toList();
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

  private static Report report(List<StoredRecord> found) {
    List<List<Text>> rows = found.stream().flatMap(stored -> row(stored).stream()).toList();
    List<JsonView> views =
        found.stream().map(stored -> JsonView.of(stored.content().toJson())).toList();
    List<Column> columns =
        List.of(
            Column.words("decision"),
            Column.words("verdict"),
            Column.words("recommendation"),
            Column.words("audited"),
            Column.words("rules"),
            Column.words("title"));
    List<Block> blocks = rows.isEmpty() ? List.of() : List.of(new Block.Table(columns, rows));
    return new Report(blocks, JsonView.members().put("records", JsonView.elements(views)));
  }

  private static String rules(RuleBaseRef rules) {
    return rules.name() + " " + rules.sha256().hex().substring(0, HASH_DIGITS_SHOWN);
  }

  private static Optional<List<Text>> row(StoredRecord stored) {
    if (!(stored.content().body() instanceof Body.Audited audited)) {
      return Optional.empty();
    }
    Verdict verdict = audited.result().verdict();
    String title = audited.decision().title();
    return Optional.of(
        List.of(
            Text.of(audited.decision().id() + "@" + audited.decision().revision(), Tone.NAME),
            Text.of(verdict.name(), Tones.of(verdict)),
            Text.of(audited.result().recommendation().advice()),
            Text.of(LocalDate.ofInstant(stored.content().at(), ZoneOffset.UTC).toString()),
            Text.of(rules(audited.ruleBase()), Tone.FAINT),
            Text.of(title == null ? "" : title)));
  }
}
