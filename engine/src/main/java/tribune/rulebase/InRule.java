package tribune.rulebase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Source;

/**
 * Says of a mistake that stands inside a rule which rule that is, unless the message or the line
 * that is shown with it does so. In one place for all, whoever found the mistake.
 */
final class InRule {
  private final Map<Source, List<RuleLines.Lines>> rules = new HashMap<>();

  private InRule() {}

  static List<Diagnostic> name(List<Diagnostic> found) {
    InRule files = new InRule();
    return found.stream().map(files::named).toList();
  }

  private Diagnostic named(Diagnostic diagnostic) {
    return rule(diagnostic)
        .filter(name -> !diagnostic.message().contains("`" + name + "`"))
        .map(name -> diagnostic.note("in the rule `" + name + "`"))
        .orElse(diagnostic);
  }

  private Optional<String> rule(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    if (place == null || !RuleBaseFiles.isRules(diagnostic.source())) {
      return Optional.empty();
    }
    return rules.computeIfAbsent(diagnostic.source(), RuleLines::of).stream()
        .filter(it -> it.first() < place.line() && it.holds(place.line()))
        .map(RuleLines.Lines::name)
        .findFirst();
  }
}
