package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tribune.decision.Proposal;
import tribune.engine.Assessment;
import tribune.engine.Audit;
import tribune.engine.AuditEngine;
import tribune.rulebase.Catalogue;
import tribune.rulebase.RuleBase;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.ProposalFiles;
import tribune.shell.workspace.Workspace;
import tribune.trail.Receipt;
import tribune.verdict.Verdict;

/** {@code audit}: proposals in, verdicts out, records kept. */
final class AuditCommand implements Command {
  private static final String FILE = "FILE";
  private static final String DRY_RUN = "dry-run";
  private static final String ALL = "all";

  private final Workspace workspace;

  AuditCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("audit", Group.DECISIONS, "Audit proposals and record the verdicts.")
        .about(
            "Each proposal is checked against every check of the rule base, and the result is kept"
                + " in the history of the home. The exit code is that of the worst verdict. If one"
                + " of the files has a mistake, none is audited.")
        .parameter(
            FILE,
            Count.SEVERAL,
            "A proposal in YAML or JSON, a pattern such as 'decisions/*.yaml', or - for standard"
                + " input.",
            Values.file())
        .options(
            Option.flag(DRY_RUN, "Record nothing."),
            Option.flag(ALL, "Show the checks that pass or do not apply, too."))
        .example("audit bags.yaml", "audit one proposal")
        .example("audit 'decisions/*.yaml' --dry-run", "see what would come out for many");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<Proposal> proposals = ProposalFiles.read(invocation.arguments(FILE), invocation);
    List<Outcome> outcomes =
        invocation.has(DRY_RUN) ? assess(proposals, invocation) : audit(proposals, invocation);
    Verdict worst = Verdicts.worst(outcomes.stream().map(Outcome::verdict).toList());
    invocation.output().write(report(outcomes, worst, invocation));
    return Verdicts.exitCode(worst);
  }

  /** An assessment, and its receipt if it was recorded. */
  private record Outcome(Assessment assessment, Catalogue catalogue, @Nullable Receipt receipt) {
    Verdict verdict() {
      return assessment.verdict();
    }

    FindingsReport findings() {
      return new FindingsReport(assessment.decision(), assessment.result(), Optional.of(catalogue));
    }
  }

  private List<Outcome> assess(List<Proposal> proposals, Invocation invocation) {
    RuleBase rules = workspace.rules(invocation);
    List<Outcome> outcomes = new ArrayList<>();
    for (Proposal proposal : proposals) {
      invocation.interruption().stopIfRequested();
      Assessment assessment = Assessment.of(proposal, rules, workspace.now());
      outcomes.add(new Outcome(assessment, rules.catalogue(), null));
    }
    return outcomes;
  }

  private List<Outcome> audit(List<Proposal> proposals, Invocation invocation) {
    RuleBase rules = workspace.rules(invocation);
    AuditEngine engine = workspace.engine(rules, invocation);
    List<Outcome> outcomes = new ArrayList<>();
    for (Proposal proposal : proposals) {
      invocation.interruption().stopIfRequested();
      Audit audit = engine.audit(proposal);
      outcomes.add(new Outcome(audit.assessment(), rules.catalogue(), audit.receipt()));
    }
    return outcomes;
  }

  private static Report report(List<Outcome> outcomes, Verdict worst, Invocation invocation) {
    List<Block> blocks = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      FindingsReport findings = outcome.findings();
      blocks.addAll(findings.brief());
      if (invocation.has(ALL)) {
        findings.rest().ifPresent(blocks::add);
      }
      blocks.add(findings.counts());
      blocks.add(Receipts.block(outcome.receipt()));
      blocks.add(findings.verdict());
    }
    if (outcomes.size() > 1) {
      blocks.add(
          Block.Conclusion.of(worst.name(), Tones.of(worst), "the worst of " + summary(outcomes)));
    }
    return new Report(blocks, view(outcomes, worst));
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

  private static JsonView view(List<Outcome> outcomes, Verdict worst) {
    List<JsonView> audits = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      JsonView.Members view = outcome.findings().view();
      Receipt receipt = outcome.receipt();
      audits.add(receipt == null ? view : view.put("receipt", Receipts.view(receipt)));
    }
    return JsonView.members().put("verdict", worst.name()).put("audits", JsonView.elements(audits));
  }
}
