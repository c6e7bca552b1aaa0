package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.confinement.SourceWall;

/**
 * A rule file as it was parsed.
 *
 * @param path within the rule base
 */
record DrlFile(String path, Source source, PackageDescr content) {
  DrlFile {
    requireNonNull(path, "path");
    requireNonNull(source, "source");
    requireNonNull(content, "content");
  }

  /** The parsed file, or empty if it is not DRL; then there is a diagnostic. */
  static Optional<DrlFile> parse(String path, Source source, Diagnostics diagnostics) {
    if (SourceWall.isTooDeep(source.text())) {
      diagnostics.add(
          RuleBaseCode.BEYOND_SIZE,
          Place.START,
          "parentheses stand in each other too deeply",
          "",
          "split the rule, or derive a fact");
      return Optional.empty();
    }
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr content = parser.parse(false, source.text());
      List<DroolsError> errors = parser.getErrors();
      errors.forEach(error -> report(error, source, diagnostics));
      return content == null || !errors.isEmpty()
          ? Optional.empty()
          : Optional.of(new DrlFile(path, source, content));
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      diagnostics.add(
          RuleBaseCode.DRL_SYNTAX,
          Place.START,
          "this is not a rule file: " + firstLine(e),
          "",
          "docs/rules.md shows what a rule file looks like");
      return Optional.empty();
    }
  }

  private static void report(DroolsError error, Source source, Diagnostics diagnostics) {
    Place place =
        error instanceof ParserError at ? inside(source, at.getRow(), at.getCol()) : Place.START;
    diagnostics.add(RuleBaseCode.DRL_SYNTAX, place, firstLine(error.getMessage()), "");
  }

  /** The parser counts columns from 0 and can stop after the last line. */
  static Place inside(Source source, int line, int column) {
    int row = Math.max(1, Math.min(line, source.lines()));
    String text = source.line(row);
    int width = text.codePointCount(0, text.length());
    return new Place(row, Math.max(1, Math.min(column + 1, width)), 1);
  }

  private static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : firstLine(message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("not DRL").strip();
  }
}
