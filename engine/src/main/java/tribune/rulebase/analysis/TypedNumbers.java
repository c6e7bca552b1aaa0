package tribune.rulebase.analysis;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.rulebase.RuleBaseCode;

/** Numbers that stand in rule files, where nobody says why it is this one. */
final class TypedNumbers implements Finder {
  /** Strings and comments, and what looks like a number but is part of a name. */
  private static final Pattern PASSED_OVER =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'|//[^\n]*|(?s:/\\*.*?\\*/)"
              + "|[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}\\p{N}_$]+)*+|[0-9][0-9.]*");

  @Override
  public List<Diagnostic> find(Written rules) {
    return rules.files().ownRules().stream().flatMap(TypedNumbers::numbers).toList();
  }

  private static Stream<Diagnostic> numbers(Source source) {
    return PASSED_OVER
        .matcher(source.text())
        .results()
        .filter(result -> Character.isDigit(result.group().charAt(0)))
        .map(number -> diagnostic(number, source));
  }

  private static Diagnostic diagnostic(MatchResult number, Source source) {
    String text = source.text();
    int from = text.codePointCount(0, number.start());
    return Diagnostic.of(
            RuleBaseCode.TYPED_NUMBER,
            source,
            "the number " + number.group() + " stands in a rule, where nobody can see its reason")
        .at(source.span(from, from + number.group().length()))
        .note("move it to thresholds.yaml and read it: `Threshold( id == \"...\", $min : count )`");
  }
}
