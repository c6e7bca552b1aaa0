package tribune.shell.command;

import java.util.List;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.diff.RuleBaseDiff;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.workspace.NamedRules;
import tribune.shell.workspace.SessionRules;
import tribune.shell.workspace.Workspace;

/** {@code rules diff}: what differs between two rule bases. */
final class RulesDiffCommand implements Command {
  private static final String RULES = "DIR";

  private final Workspace workspace;

  RulesDiffCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("rules diff", Group.RULES, "Show what differs between two rule bases.")
        .about(
            "Checks, thresholds, rules and files that were added, removed or changed. With one"
                + " argument it compares the rule base in force, or that of --rules, with it; with"
                + " two, the first with the second. Each is a directory, `"
                + NamedRules.SHIPPED
                + "`, or the first digits of a recorded hash.",
            "The exit code is 0 whether or not anything differs.")
        .parameter(RULES, Count.SEVERAL, "One rule base or two.", NamedRules.values())
        .example("rules diff ./my-rules", "your own rule base against the one in force")
        .example("rules diff shipped ./my-rules", "against the shipped one");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<String> names = invocation.arguments(RULES);
    if (names.size() > 2) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "rules diff compares two rule bases, and " + names.size() + " are named",
          "name one, to compare it with the rule base in force, or two");
    }
    RuleBaseFiles before =
        names.size() == 1
            ? workspace.rules().files(invocation)
            : workspace.rules().named(names.get(0), invocation);
    RuleBaseFiles after = workspace.rules().named(names.get(names.size() - 1), invocation);
    RuleBaseDiff diff =
        SessionRules.sound(
            RuleBaseDiff.of(before, after), invocation, "the rule bases cannot be compared");
    invocation.output().write(new DiffReport(diff, before, after).report());
    return ExitCode.OK;
  }
}
