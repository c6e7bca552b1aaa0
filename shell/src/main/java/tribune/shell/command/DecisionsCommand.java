package tribune.shell.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.shell.line.Command;
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

  private final Workspace workspace;
  private final AuditFilters filters;

  DecisionsCommand(Workspace workspace) {
    this.workspace = workspace;
    this.filters = new AuditFilters(workspace, "to");
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("decisions", Group.DECISIONS, "List audited decisions, newest first.")
        .about("Each decision is listed once, with its newest audit. All filters must hold.")
        .options(
            filters.options(
                Option.flag(
                    AuditFilters.EVERY, "List every audit, not only the newest of each decision."),
                Option.valued(
                        "limit", "N", "How many at most.", Values.wholeNumber(1, Integer.MAX_VALUE))
                    .preset(LIMIT)))
        .example("decisions --verdict FAIL", "what did not pass")
        .example("decisions --principle LONG --from 2026-01-01", "a principle over a year");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Filter filter = filter(invocation);
    Optional<Trail> trail = workspace.trail().existing(invocation);
    List<StoredRecord> found = trail.map(it -> records(it, filter)).orElse(List.of());
    if (found.isEmpty()) {
      filters.requireKnownChecks(invocation);
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
      invocation
          .messages()
          .hint("Nothing is recorded in " + workspace.trail().place(invocation) + " yet.");
    } else if (found.size() == filter.limit()) {
      invocation.messages().hint("The newest " + found.size() + " are shown; see --limit.");
    } else if (found.isEmpty()) {
      invocation.messages().hint("No audit fits.");
    }
  }

  private Filter filter(Invocation invocation) {
    return filters
        .newest(invocation)
        .withLimit(Integer.parseInt(invocation.option("limit").orElse(LIMIT)));
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
