package tribune.shell.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.decision.Proposal;
import tribune.engine.Assessment;
import tribune.engine.Audit;
import tribune.engine.AuditEngine;
import tribune.rulebase.Catalogue;
import tribune.rulebase.RuleBase;
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
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.ProposalFiles;
import tribune.shell.workspace.Workspace;
import tribune.trail.AuditResult;
import tribune.trail.DecisionRef;
import tribune.trail.Receipt;
import tribune.trail.RulesReplaced;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;
import tribune.verdict.Verdict;

/** {@code audit}: proposals in, verdicts out, records kept. */
final class AuditCommand implements Command {
  private static final String FILE = "FILE";
  private static final String DRY_RUN = "dry-run";
  private static final String ALL = "all";
  private static final String KEY = "key";

  /** Rules are activated by people, so twice within one audit is rare enough. */
  private static final int MOST_ATTEMPTS = 3;

  private final Workspace workspace;

  AuditCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("audit", Group.DECISIONS, "Audit proposals and record the verdicts.")
        .about(
            "Each proposal is checked against every check of the rule base, and the result is kept"
                + " in the history of the home. The exit code is that of the worst verdict."
                + " Several are recorded together: if one of the files has a mistake, none is.",
            "With --key, an audit that was recorded under that key is not recorded again, and you"
                + " get its receipt; something else under the same key is refused. Of several"
                + " files, each goes by its number: TEXT/1, TEXT/2. Without --key every audit is a"
                + " record of its own.")
        .parameter(
            FILE,
            Count.SEVERAL,
            "A proposal in YAML or JSON, a pattern such as 'decisions/*.yaml', or - for standard"
                + " input.",
            Values.file())
        .options(
            Option.flag(DRY_RUN, "Record nothing."),
            Option.flag(ALL, "Show the checks that pass or do not apply, too."),
            Option.valued(
                KEY,
                "TEXT",
                "A name for this submission: sent again, it is recorded once.",
                Values.any()))
        .example("audit bags.yaml", "audit one proposal")
        .example("audit bags.yaml --key build-4711", "a pipeline that may run twice")
        .example("audit 'decisions/*.yaml' --dry-run", "see what would come out for many");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<Proposal> proposals = ProposalFiles.read(invocation.arguments(FILE), invocation);
    Outcomes all =
        invocation.has(DRY_RUN) ? tried(proposals, invocation) : recorded(proposals, invocation);
    List<Outcome> outcomes = all.each();
    Verdict worst = Verdicts.worst(outcomes.stream().map(Outcome::verdict).toList());
    invocation.output().write(report(outcomes, worst, all.rules(), invocation));
    workspace
        .trail()
        .keep(
            outcomes.stream().flatMap(outcome -> Stream.ofNullable(outcome.receipt())).toList(),
            invocation);
    warnOfWaivers(proposals, invocation);
    hint(outcomes, worst, invocation);
    return Verdicts.exitCode(worst);
  }

  /** What came out, and its receipt if it was recorded. */
  private record Outcome(DecisionRef decision, AuditResult result, @Nullable Receipt receipt) {
    static Outcome unrecorded(Assessment assessment) {
      return new Outcome(assessment.decision(), assessment.result(), null);
    }

    static Outcome recorded(Audit audit) {
      return new Outcome(
          audit.assessment().decision(), audit.assessment().result(), audit.receipt());
    }

    Verdict verdict() {
      return result.verdict();
    }

    FindingsReport findings(Catalogue catalogue) {
      return new FindingsReport(decision, result, Optional.of(catalogue));
    }
  }

  /** What came out of all, and on which rule base. */
  private record Outcomes(RuleBase rules, List<Outcome> each) {}

  private Outcomes tried(List<Proposal> proposals, Invocation invocation) {
    RuleBase rules = workspace.rules().ready(invocation);
    List<Assessment> assessments = assess(proposals, rules, invocation);
    return new Outcomes(rules, assessments.stream().map(Outcome::unrecorded).toList());
  }

  /** What others put in force meanwhile counts: then all is audited again. */
  private Outcomes recorded(List<Proposal> proposals, Invocation invocation) {
    requireFew(proposals);
    for (int attempt = 1; ; attempt++) {
      AuditEngine engine = workspace.engine(invocation);
      try {
        return new Outcomes(engine.rules(), audit(proposals, engine, invocation));
      } catch (RulesReplaced e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        invocation.messages().warning(e.getMessage() + "; this is done now");
      }
    }
  }

  private static void requireFew(List<Proposal> proposals) {
    if (proposals.size() > Trail.MAX_DRAFTS) {
      throw new CommandFailed(
          ExitCode.USAGE,
          proposals.size() + " proposals are too many to be recorded together",
          "audit at most " + Trail.MAX_DRAFTS + " at a time");
    }
  }

  private List<Assessment> assess(List<Proposal> proposals, RuleBase rules, Invocation invocation) {
    Instant at = workspace.now();
    List<Assessment> assessments = new ArrayList<>();
    for (Proposal proposal : proposals) {
      invocation.interruption().stopIfRequested();
      assessments.add(Assessment.of(proposal, rules, at));
    }
    return assessments;
  }

  /** All are recorded together or none is, so that a receipt is printed for each that is. */
  private List<Outcome> audit(List<Proposal> proposals, AuditEngine engine, Invocation invocation) {
    List<SubmissionKey> keys = keys(proposals.size(), invocation);
    long before = engine.trail().head().size();
    List<Audit> audits = recorded(engine, assess(proposals, engine.rules(), invocation), keys);
    return IntStream.range(0, audits.size())
        .mapToObj(i -> outcome(audits.get(i), keys.get(i), before, engine.trail(), invocation))
        .toList();
  }

  private List<SubmissionKey> keys(int count, Invocation invocation) {
    Optional<String> stated = invocation.option(KEY);
    try {
      SubmissionKey key =
          stated.map(SubmissionKey::new).orElseGet(() -> SubmissionKey.fresh(workspace.random()));
      return count == 1 ? List.of(key) : IntStream.rangeClosed(1, count).mapToObj(key::of).toList();
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, "--key: " + e.getMessage(), "write a shorter name");
    }
  }

  /** After an answer that was lost, the user can send the same again. */
  private static List<Audit> recorded(
      AuditEngine engine, List<Assessment> assessments, List<SubmissionKey> keys) {
    try {
      return engine.record(assessments, keys);
    } catch (TrailStopped e) {
      String key = keys.get(0).text();
      String stated = keys.size() == 1 ? key : key.substring(0, key.lastIndexOf('/'));
      throw new CommandFailed(
          ExitCode.REFUSED,
          String.valueOf(e.getMessage()),
          "whether it was recorded is not known; audit the same again with --key "
              + stated
              + ": if it was, you get its receipt, and nothing is recorded twice");
    }
  }

  /** Of an audit that was recorded before, what was recorded then. */
  private static Outcome outcome(
      Audit audit, SubmissionKey key, long before, Trail trail, Invocation invocation) {
    Receipt receipt = audit.receipt();
    if (receipt.seq() >= before) {
      return Outcome.recorded(audit);
    }
    invocation
        .messages()
        .warning(
            "recorded before under the key "
                + key
                + " as no. "
                + receipt.seq()
                + " at "
                + receipt.at()
                + "; nothing was recorded again");
    return trail
        .at(receipt.seq())
        .flatMap(stored -> RecordedAudit.of(trail, stored))
        .map(it -> new Outcome(it.body().decision(), it.body().result(), receipt))
        .orElseGet(() -> Outcome.recorded(audit));
  }

  private static void warnOfWaivers(List<Proposal> proposals, Invocation invocation) {
    for (Proposal proposal : proposals) {
      if (!proposal.waivers().isEmpty()) {
        invocation
            .messages()
            .warning(
                proposal.decision().id()
                    + " states waivers; they are recorded, but no verdict takes them into account"
                    + " yet");
      }
    }
  }

  private static void hint(List<Outcome> outcomes, Verdict worst, Invocation invocation) {
    if (worst == Verdict.PASS || invocation.has(DRY_RUN)) {
      return;
    }
    Outcome first = outcomes.stream().filter(it -> it.verdict() == worst).findFirst().orElseThrow();
    String id = first.decision().id();
    String explain = invocation.session().manner().line("explain " + id);
    invocation
        .messages()
        .hint(
            worst == Verdict.ERROR
                ? "Next: `" + explain + "` names the rules at fault."
                : "Next: `"
                    + explain
                    + "` says more; correct the proposal, raise its revision, audit again.");
  }

  private static Report report(
      List<Outcome> outcomes, Verdict worst, RuleBase rules, Invocation invocation) {
    Catalogue catalogue = rules.catalogue();
    List<Block> blocks = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      FindingsReport findings = outcome.findings(catalogue);
      blocks.addAll(findings.brief());
      if (invocation.has(ALL)) {
        findings.rest().ifPresent(blocks::add);
      }
      List<Field> more = new ArrayList<>();
      more.add(Field.of("rules", catalogue.description().name() + " " + rules.sha256()));
      more.addAll(Receipts.fields(outcome.receipt()));
      blocks.addAll(findings.summary(more));
      blocks.addAll(findings.weightiest());
      blocks.add(findings.verdict());
    }
    if (outcomes.size() > 1) {
      blocks.add(
          Block.Conclusion.of(worst.name(), Tones.of(worst), "the worst of " + summary(outcomes)));
    }
    return new Report(blocks, view(outcomes, worst, catalogue));
  }

  private static String summary(List<Outcome> outcomes) {
    Map<Verdict, Long> counts =
        outcomes.stream()
            .collect(Collectors.groupingBy(Outcome::verdict, TreeMap::new, Collectors.counting()));
    return outcomes.size()
        + " decisions: "
        + counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
  }

  private static JsonView view(List<Outcome> outcomes, Verdict worst, Catalogue catalogue) {
    List<JsonView> audits = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      JsonView.Members view = outcome.findings(catalogue).view();
      Receipt receipt = outcome.receipt();
      audits.add(receipt == null ? view : view.put("receipt", Receipts.view(receipt)));
    }
    return JsonView.members().put("verdict", worst.name()).put("audits", JsonView.elements(audits));
  }
}
