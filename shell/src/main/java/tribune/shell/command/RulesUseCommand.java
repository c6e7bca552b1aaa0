package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.live.Candidate;
import tribune.replay.BacktestTally;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.cases.CaseRun;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Switch;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.NamedRules;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.Workspace;
import tribune.trail.Activation;
import tribune.trail.Receipt;
import tribune.trail.RuleBaseRef;
import tribune.trail.Trail;

/** {@code rules use}: makes a rule base the one in force, after all that has to be tried on it. */
final class RulesUseCommand implements Command {
  private static final String RULES = "DIR";
  private static final String REASON = "reason";
  private static final String YES = "yes";

  private final Workspace workspace;

  RulesUseCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("rules use", Group.RULES, "Make a rule base the one in force here.")
        .about(
            "From then on, audits in this home or store use it unless --rules names another. Before"
                + " that, its files are checked, all of its cases are run, and so is the recorded"
                + " history: an error (exit 2) or a case that does not hold (exit 5) ends it. Then"
                + " the summary is shown, and you are asked.",
            "Who did it, when, why, the files and the summary become a record of the trail. `"
                + NamedRules.SHIPPED
                + "` goes back to the shipped rule base. What is in force already is left as it"
                + " is.")
        .parameter(
            RULES,
            Count.ONE,
            "A directory, `" + NamedRules.SHIPPED + "`, or the first digits of a recorded hash.",
            NamedRules.values())
        .options(
            Option.valued(REASON, "TEXT", "Why, for those who read the trail later.", Values.any()),
            Option.flag(YES, "Do not ask; needed where nobody can be asked."))
        .example(
            "rules use ./my-rules --reason 'board decision of 3 March'", "a rule base goes live")
        .example("rules use shipped --reason 'back to the standard'", "and back");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String reason = reason(invocation);
    requireSomebodyToAsk(invocation);
    Optional<Trail> trail = workspace.trail().recordingIfBegun(invocation);
    RuleBaseFiles files = workspace.rules().named(invocation.argument(RULES), invocation);
    CompiledRulesCache cache = workspace.rules().bases().cache();
    Candidate candidate =
        SessionRules.sound(
            workspace.rules().bases().budget().then(budget -> Candidate.of(files, cache, budget)),
            invocation,
            "the rule base is not to go live");
    if (trail
        .flatMap(RulesUseCommand::inForce)
        .filter(candidate.stored().ref()::equals)
        .isPresent()) {
      invocation.output().write(alreadyInForce(candidate));
      return ExitCode.OK;
    }
    return rehearsed(candidate, trail, reason, invocation);
  }

  private ExitCode rehearsed(
      Candidate candidate, Optional<Trail> trail, String reason, Invocation invocation) {
    requireCases(candidate, invocation);
    BacktestProgress progress =
        new BacktestProgress(
            invocation, workspace::now, trail.map(it -> it.head().size()).orElse(0L));
    BacktestTally tally = candidate.backtest(trail, BacktestCommand.threads(), 0, progress::add);
    List<Block> summary = summary(candidate, tally, trail);
    boolean isToBeAsked = !invocation.has(YES);
    if (isToBeAsked) {
      ask(summary, candidate, invocation);
    }
    Trail recording =
        trail
            .flatMap(it -> workspace.trail().open())
            .orElseGet(() -> workspace.trail().recording(invocation));
    Receipt receipt = candidate.activate(recording, workspace.actor(), reason);
    List<Block> unseen = isToBeAsked ? List.of() : summary;
    invocation.output().write(report(unseen, candidate, tally, receipt));
    workspace.trail().keep(List.of(receipt), invocation);
    invocation
        .globals()
        .rules()
        .ifPresent(
            it -> invocation.messages().hint("Lines with --rules " + it + " go on using that."));
    return ExitCode.OK;
  }

  private static String reason(Invocation invocation) {
    String reason = invocation.option(REASON).orElse("");
    if (reason.isBlank() || reason.length() > Activation.MAX_REASON_CHARS) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "rules use needs a reason of at most " + Activation.MAX_REASON_CHARS + " characters",
          "say why with --reason TEXT; it is recorded");
    }
    return reason;
  }

  private static void requireSomebodyToAsk(Invocation invocation) {
    if (!invocation.has(YES) && invocation.globals().has(Switch.BATCH)) {
      throw notAsked();
    }
  }

  private static CommandFailed notAsked() {
    return new CommandFailed(
        ExitCode.USAGE,
        "rules use asks before it changes what is in force, and nobody can be asked here",
        "look at `backtest --rules DIR` first, then add --yes");
  }

  private static Optional<RuleBaseRef> inForce(Trail trail) {
    return trail.inForce().flatMap(it -> it.content().body().namedRuleBase());
  }

  private static void requireCases(Candidate candidate, Invocation invocation) {
    if (candidate.cases() == 0) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there are no cases to run in " + candidate.rules().files().place(),
          "what no case proves is not to go live: docs/rules.md shows how to write them");
    }
    CaseRun run = candidate.test();
    if (!run.holds()) {
      run.failures().forEach(it -> invocation.messages().verbatim(it.text().lines().toList()));
      throw new CommandFailed(
          ExitCode.ERROR,
          run.failures().size() + " of " + run.cases() + " cases do not hold; nothing was changed",
          "see `rules test`");
    }
  }

  private List<Block> summary(Candidate candidate, BacktestTally tally, Optional<Trail> trail) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of("Going live: " + BacktestReport.name(candidate.rules())));
    Principles principles = new Principles(candidate.rules().catalogue(), trail);
    blocks.addAll(new BacktestReport(tally, candidate.rules(), principles).summary());
    blocks.add(
        Block.Fields.of(
            Field.of("check", "no errors, " + candidate.warnings().size() + " warnings"),
            Field.of("cases", candidate.cases() + ", all as expected"),
            Field.of("instead of", before(trail)),
            Field.of("sha256", candidate.rules().sha256())));
    return blocks;
  }

  private static String before(Optional<Trail> trail) {
    return trail
        .flatMap(RulesUseCommand::inForce)
        .map(it -> RulesHistoryCommand.name(it))
        .orElse("the shipped rule base");
  }

  /** What is asked about is shown on standard error: no data is there before it is done. */
  private static void ask(List<Block> summary, Candidate candidate, Invocation invocation) {
    invocation.aside().write(new Report(summary, JsonView.members()));
    boolean agreed =
        invocation
            .confirmed("Make " + BacktestReport.name(candidate.rules()) + " the one in force?")
            .orElseThrow(RulesUseCommand::notAsked);
    if (!agreed) {
      throw new CommandFailed(ExitCode.REFUSED, "nothing was changed, as you did not agree");
    }
  }

  private static Report alreadyInForce(Candidate candidate) {
    return new Report(
        List.of(
            Block.Conclusion.of(
                "UNCHANGED",
                Tone.GOOD,
                BacktestReport.name(candidate.rules()) + " is in force already")),
        JsonView.members()
            .put("changed", JsonView.Truth.FALSE)
            .put("ruleBase", BacktestView.ruleBase(candidate.rules())));
  }

  private static Report report(
      List<Block> unseen, Candidate candidate, BacktestTally tally, Receipt receipt) {
    List<Block> blocks = new ArrayList<>(unseen);
    blocks.add(
        Block.Conclusion.of(
            "IN FORCE",
            Tone.GOOD,
            BacktestReport.name(candidate.rules()) + ", recorded as no. " + receipt.seq()));
    return new Report(
        blocks,
        JsonView.members()
            .put("changed", JsonView.Truth.TRUE)
            .put("ruleBase", BacktestView.ruleBase(candidate.rules()))
            .put("warnings", candidate.warnings().size())
            .put("cases", candidate.cases())
            .put("rerun", tally.rerun())
            .put("flipped", tally.flipped())
            .put("notRerun", tally.notRerun())
            .put("receipt", Receipts.view(receipt)));
  }
}
