package tribune.shell.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.shell.line.CommandFailed;
import tribune.verdict.CheckId;

/** The checks that a line names. */
final class ChosenChecks {
  private ChosenChecks() {}

  /**
   * The checks of these names, in capitals or not; empty if none is named, which means all.
   *
   * @throws CommandFailed if the rule base has no such check
   */
  static Set<CheckId> of(List<String> names, Catalogue catalogue) {
    Set<CheckId> chosen = new LinkedHashSet<>();
    for (String name : names) {
      Optional<Check> check =
          catalogue.checks().stream().filter(it -> it.id().equalsIgnoreCase(name)).findFirst();
      chosen.add(check.orElseThrow(() -> unknown(name, catalogue)).checkId());
    }
    return chosen;
  }

  private static CommandFailed unknown(String name, Catalogue catalogue) {
    List<String> ids = catalogue.checks().stream().map(Check::id).toList();
    String what = "the rule base has no check " + name;
    return UnknownName.failure(what, name, ids, "`rules list` lists them");
  }
}
