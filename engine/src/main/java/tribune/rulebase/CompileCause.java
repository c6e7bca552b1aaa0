package tribune.rulebase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tribune.rulebase.RuleCompiler.Complaint;

/** Says in one line why Drools does not compile a rule, without the names that it generates. */
final class CompileCause {
  /** Classes that Drools generates or calls from what it generates. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "Lambda(?:Predicate|Consequence|Extractor)|\\bRules[0-9A-F]{6,}|PatternDSL|\\.java\\b"
              + "|DomainClasses|Function1|Index\\.|\\bP[0-9A-F]{2}\\b|_this\\b|Parse error");

  private static final String UNKNOWN =
      "known causes: a member called `n`, two types that do not go together, Java that is not"
          + " complete; leave out conditions one by one to find it";

  private CompileCause() {}

  static String of(List<Complaint> complaints) {
    return complaints.stream()
        .flatMap(it -> it.text().lines().findFirst().stream())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !GENERATED.matcher(line).find())
        .findFirst()
        .map(line -> "Drools says: " + line.replaceAll("[:.]$", ""))
        .or(() -> Optional.of(UNKNOWN))
        .orElseThrow();
  }
}
