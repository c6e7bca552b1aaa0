package tribune.rulebase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.drl.DrlText;
import tribune.rulebase.drl.Piece;

/**
 * Says of a mistake that stands inside a rule which rule that is, unless the message or the line
 * that is shown with it does so. In one place for all, whoever found the mistake.
 */
final class InRule {
  private final Map<Source, List<Piece>> rules = new HashMap<>();

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
    return rules.computeIfAbsent(diagnostic.source(), InRule::rules).stream()
        .filter(it -> isBelowHeader(place, it))
        .findFirst()
        .flatMap(Piece::name);
  }

  private static List<Piece> rules(Source file) {
    return DrlText.of(file).pieces(Piece.Kind.RULE);
  }

  private static boolean isBelowHeader(Place place, Piece rule) {
    return rule.place(rule.first()).line() < place.line()
        && place.line() <= rule.place(rule.last()).line();
  }
}
