package tribune.rulebase.analysis;

import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.Place;
import tribune.rulebase.RuleOutline;

/** What is said of a rule as a whole, at its name. */
final class Said {
  private Said() {}

  static Diagnostic of(RuleOutline rule, DiagnosticCode code, String message) {
    Place first = new Place(rule.place().line(), 1, 1);
    return Diagnostic.of(code, rule.source(), message)
        .at(Words.after(first, "\"" + rule.name() + "\"", rule.source()));
  }
}
