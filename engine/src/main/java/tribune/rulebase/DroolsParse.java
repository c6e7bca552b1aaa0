package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.rulebase.drl.Script;

/**
 * What Drools' parser makes of a text: its content, or where it stops.
 *
 * @param line of the first mistake, from 1
 * @param column of the first mistake, from 0
 * @param found what stands there, if the parser says so
 */
record DroolsParse(Optional<PackageDescr> content, int line, int column, Optional<String> found) {
  private static final Pattern INPUT = Pattern.compile("input '((?:[^']|'(?!\\s|$))*+)'");
  private static final String END = "<eof>";

  DroolsParse {
    requireNonNull(content, "content");
    requireNonNull(found, "found");
  }

  static DroolsParse of(String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr content = parser.parse(false, text);
      List<DroolsError> errors = parser.getErrors();
      return content != null && errors.isEmpty()
          ? new DroolsParse(Optional.of(content), 1, 0, Optional.empty())
          : first(errors);
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      return first(parser.getErrors());
    }
  }

  private static DroolsParse first(List<DroolsError> errors) {
    for (DroolsError error : errors) {
      if (error instanceof ParserError at) {
        Matcher input = INPUT.matcher(String.valueOf(at.getMessage()));
        Optional<String> found = input.find() ? Optional.of(input.group(1)) : Optional.empty();
        return new DroolsParse(Optional.empty(), Math.max(1, at.getRow()), at.getCol(), found);
      }
    }
    return new DroolsParse(Optional.empty(), 1, 0, Optional.empty());
  }

  /**
   * The mistake in plain words.
   *
   * @param from where in the source the text begins that was parsed
   */
  Diagnostic diagnostic(Source source, int from) {
    int at = found.filter(END::equals).isPresent() ? from : offset(source.text(), from);
    String message =
        found
            .map(
                it ->
                    it.equals(END)
                        ? "this is not complete"
                        : "found `" + it + "`, which cannot stand here")
            .orElse("this cannot be read");
    return Diagnostic.of(RuleBaseCode.DRL_SYNTAX, source, message)
        .at(Script.place(source, at, at + length()))
        .note("docs/rules.md shows how rules are written");
  }

  private int length() {
    return found.filter(it -> !it.equals(END)).map(String::length).orElse(1);
  }

  private int offset(String text, int from) {
    int at = from;
    for (int row = 1; row < line && at < text.length(); row++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return Math.min(at + Math.max(0, column), text.length());
  }
}
