package tribune.shell.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.replay.Backtest;
import tribune.replay.BacktestTally;
import tribune.rulebase.RuleBase;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.workspace.Workspace;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/** {@code backtest}: the recorded history on another rule base. */
final class BacktestCommand implements Command {
  /** How many flips are kept in memory and listed at most. */
  static final int MOST_LISTED = 10_000;

  private static final String ID = "ID";
  private static final String LIST = "list";
  private static final String LISTED = "100";

  private final Workspace workspace;
  private final AuditFilters filters;

  BacktestCommand(Workspace workspace) {
    this.workspace = workspace;
    this.filters = new AuditFilters(workspace, "to");
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("backtest", Group.RULES, "Run the recorded history on another rule base.")
        .about(
            "Recorded facts, as of the recorded day, on the rule base of --rules: which verdicts"
                + " would be others, which checks turn them, and what cannot be run and why."
                + " Without --rules it is the rule base in force. Nothing is recorded.",
            "Each decision is run once, with its newest audit; all that are named, or all there"
                + " are. All filters must hold, for those that are named too. Differences are the"
                + " answer, not a fault, so the exit code is 0 whatever flips.")
        .parameter(ID, Count.ANY, RecordedAudit.SAYS, RecordedAudit.names(workspace))
        .options(
            filters.options(
                Option.flag(
                    AuditFilters.EVERY, "Run every audit, not only the newest of each decision."),
                Option.valued(
                        LIST,
                        "N",
                        "How many flips are listed at most; all are counted.",
                        Values.wholeNumber(0, MOST_LISTED))
                    .preset(LISTED)))
        .example("backtest --rules ./my-rules", "what would change")
        .example("backtest BAGS SEATS@2 --rules ./my-rules", "two decisions");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    RuleBase rules = workspace.rules().ready(invocation);
    Optional<Trail> trail = workspace.trail().existing(invocation);
    BacktestTally tally =
        new BacktestTally(Integer.parseInt(invocation.option(LIST).orElse(LISTED)));
    if (trail.isPresent() || !invocation.arguments(ID).isEmpty()) {
      run(rules, tally, invocation);
    } else {
      invocation
          .messages()
          .hint("Nothing is recorded in " + workspace.trail().place(invocation) + " yet.");
    }
    Principles principles = new Principles(rules.catalogue(), trail);
    invocation.output().write(new BacktestReport(tally, rules, principles).report());
    return ExitCode.OK;
  }

  private void run(RuleBase rules, BacktestTally tally, Invocation invocation) {
    List<StoredRecord> named = named(invocation);
    Trail trail = workspace.trail().existing(invocation).orElseThrow();
    BacktestProgress progress =
        new BacktestProgress(invocation, workspace::now, trail.head().size());
    try (Stream<StoredRecord> audits =
        invocation.arguments(ID).isEmpty()
            ? trail.decisions(filters.newest(invocation))
            : named.stream()) {
      new Backtest(trail, rules, threads())
          .run(
              audits,
              one -> {
                tally.add(one);
                progress.add(one);
              });
    }
  }

  /** The audits of the decisions that are named, each once, as far as the filters want them. */
  private List<StoredRecord> named(Invocation invocation) {
    Map<Long, StoredRecord> audits = new LinkedHashMap<>();
    for (String text : invocation.arguments(ID)) {
      RecordedAudit newest = RecordedAudit.find(text, workspace, invocation);
      if (invocation.has(AuditFilters.EVERY)) {
        every(DecisionName.parse(text), newest.trail()).forEach(it -> audits.put(it.seq(), it));
      } else {
        audits.put(newest.stored().seq(), newest.stored());
      }
    }
    if (!audits.isEmpty() && filters.isAny(invocation)) {
      Trail trail = workspace.trail().existing(invocation).orElseThrow();
      long[] wanted = trail.places(filters.filter(invocation));
      audits.keySet().retainAll(Arrays.stream(wanted).boxed().collect(Collectors.toSet()));
    }
    return List.copyOf(audits.values());
  }

  private static List<StoredRecord> every(DecisionName name, Trail trail) {
    try (Stream<StoredRecord> history = trail.history(name.id())) {
      return history
          .filter(it -> name.revision().isEmpty() || isOf(name.revision().getAsInt(), it))
          .toList();
    }
  }

  private static boolean isOf(int revision, StoredRecord stored) {
    return stored.content().body() instanceof Body.Audited audited
        && audited.decision().revision() == revision;
  }

  /** As many as there are cores. */
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
