package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBase;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.Values;

/** Ids of checks and principles, to be proposed; those of the shipped rule base. */
final class CheckNames {
  private CheckNames() {}

  static Values checks() {
    return Values.suggested(() -> catalogue().checks().stream().map(Check::id).toList());
  }

  static Values principles() {
    return Values.suggested(() -> catalogue().principles().stream().map(Principle::id).toList());
  }

  static Values checksAndPrinciples() {
    return Values.suggested(
        () -> {
          List<String> ids = new ArrayList<>();
          for (Principle principle : catalogue().principles()) {
            ids.add(principle.id());
            principle.checks().forEach(check -> ids.add(check.id()));
          }
          return ids;
        });
  }

  private static Catalogue catalogue() {
    return RuleBase.catalogue(ShippedRuleBase.files()).orThrow();
  }
}
