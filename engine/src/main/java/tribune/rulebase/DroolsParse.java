package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DRLFactory;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.lang.DRL6Parser;
import org.drools.drl.parser.lang.DRLLexer;
import org.kie.internal.builder.conf.LanguageLevelOption;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.rulebase.drl.DrlCode;
import tribune.rulebase.drl.Script;

/**
 * What Drools' parser makes of a text: its content, or where it stops. This is the one place where
 * a text comes to that parser before it is known to be sound, and it comes there metered.
 *
 * @param line of the first mistake, from 1
 * @param column of the first mistake, from 0
 * @param found what stands there, if the parser says so
 * @param end how the parser came to its end
 */
record DroolsParse(
    Optional<PackageDescr> content, int line, int column, Optional<String> found, End end) {
  private static final Pattern INPUT = Pattern.compile("input '((?:[^']|'(?!\\s|$))*+)'");
  private static final String END = "<eof>";

  /** How the parser came to its end. */
  enum End {
    /** It read the whole text, and found it sound or not. */
    READ,
    /** It was stopped, since going on could take for ever. */
    STOPPED
  }

  DroolsParse {
    requireNonNull(content, "content");
    requireNonNull(found, "found");
    requireNonNull(end, "end");
  }

  /** Whether the parser was stopped before it could say what it makes of the text. */
  boolean isStopped() {
    return end == End.STOPPED;
  }

  /** Parses any text; never throws. */
  static DroolsParse of(String text) {
    DRLLexer lexer = DRLFactory.buildLexer(text, LanguageLevelOption.DRL6);
    try {
      return of(lexer, new MeteredTokens(lexer));
    } catch (RuntimeException e) {
      return broken(lexer.getErrors()); // the lexer breaks off where it cannot describe a mistake
    }
  }

  private static DroolsParse of(DRLLexer lexer, MeteredTokens tokens) {
    if (tokens.tooDeep().isPresent()) {
      return stopped(tokens.tooDeep().get());
    }
    DRL6Parser parser = new DRL6Parser(tokens);
    Optional<PackageDescr> content = content(parser);
    if (tokens.isSpent()) {
      return stopped(tokens.get(tokens.index()));
    }
    List<DroolsParserException> errors =
        Stream.concat(lexer.getErrors().stream(), parser.getErrors().stream()).toList();
    return content.isPresent() && errors.isEmpty()
        ? new DroolsParse(content, 1, 0, Optional.empty(), End.READ)
        : broken(errors);
  }

  private static Optional<PackageDescr> content(DRL6Parser parser) {
    try {
      return Optional.ofNullable(parser.compilationUnit());
    } catch (RecognitionException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static DroolsParse stopped(Token at) {
    return new DroolsParse(
        Optional.empty(),
        Math.max(1, at.getLine()),
        at.getCharPositionInLine(),
        Optional.empty(),
        End.STOPPED);
  }

  private static DroolsParse broken(List<DroolsParserException> errors) {
    if (errors.isEmpty()) {
      return new DroolsParse(Optional.empty(), 1, 0, Optional.empty(), End.READ);
    }
    DroolsParserException at = errors.get(0);
    Matcher input = INPUT.matcher(String.valueOf(at.getMessage()));
    Optional<String> found = input.find() ? Optional.of(input.group(1)) : Optional.empty();
    return new DroolsParse(
        Optional.empty(), Math.max(1, at.getLineNumber()), at.getColumn(), found, End.READ);
  }

  /**
   * The mistake in plain words.
   *
   * @param from where in the source the text begins that was parsed
   */
  Diagnostic diagnostic(Source source, int from) {
    if (isStopped()) {
      int here = offset(source.text(), from);
      return Diagnostic.of(
              DrlCode.TOO_LARGE, source, "what is nested here would take too long to be parsed")
          .at(Script.place(source, here, here + 1))
          .note("derive a fact for what belongs together, and ask for that");
    }
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
