package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.shell.line.Values;
import tribune.shell.workspace.Workspace;

/**
 * Ids of checks and principles, to be proposed: those of the rule base that the session used last,
 * or else of the shipped one.
 */
final class CheckNames {
  private CheckNames() {}

  static Values checks(Workspace workspace) {
    return Values.suggested(() -> catalogue(workspace).checks().stream().map(Check::id).toList());
  }

  static Values principles(Workspace workspace) {
    return Values.suggested(
        () -> catalogue(workspace).principles().stream().map(Principle::id).toList());
  }

  static Values checksAndPrinciples(Workspace workspace) {
    return Values.suggested(
        () -> {
          List<String> ids = new ArrayList<>();
          for (Principle principle : catalogue(workspace).principles()) {
            ids.add(principle.id());
            principle.checks().forEach(check -> ids.add(check.id()));
          }
          return ids;
        });
  }

  private static Catalogue catalogue(Workspace workspace) {
    return workspace.rules().bases().known();
  }
}
