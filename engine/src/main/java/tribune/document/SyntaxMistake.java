package tribune.document;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what the YAML parser stumbled over, and what to write instead. */
final class SyntaxMistake {
  private static final String QUOTE_IT = "put the value in quotes if it is text";

  private final Source source;
  private final String problem;
  private final String context;
  private final Place at;
  private final Place began;

  private SyntaxMistake(MarkedYamlEngineException e, Source source) {
    this.source = source;
    this.problem = e.getProblem() == null ? "" : e.getProblem();
    this.context = e.getContext() == null ? "" : e.getContext();
    int index = e.getProblemMark().map(Mark::getIndex).orElse(0);
    this.at = source.span(index, index + 1);
    this.began =
        e.getContextMark().map(m -> source.span(m.getIndex(), m.getIndex() + 1)).orElse(at);
  }

  static Diagnostic of(YamlEngineException e, Source source) {
    if (e instanceof ReaderException reader) {
      return unprintable(reader, source);
    }
    if (e instanceof MarkedYamlEngineException marked) {
      return new SyntaxMistake(marked, source).diagnostic();
    }
    return Diagnostic.of(DocumentCode.SYNTAX, source, "not YAML or JSON")
        .at(source.span(0, 1))
        .label("lines that begin with % are for parsers; leave them out");
  }

  /** A character by number, cut short or too large, in the text from {@code reached} on. */
  static Diagnostic escape(Source source, int reached) {
    return Diagnostic.of(DocumentCode.SYNTAX, source, "an escape in double quotes is not complete")
        .at(source.span(reached, reached + 1))
        .label("it comes after this place")
        .note("characters by number are written \\u00E9, with four digits");
  }

  private static Diagnostic unprintable(ReaderException e, Source source) {
    String found = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
    return Diagnostic.of(DocumentCode.CONTROL_CHARACTER, source, "an invisible character: " + found)
        .at(source.span(e.getPosition(), e.getPosition() + 1))
        .label("delete it");
  }

  private Diagnostic diagnostic() {
    if (problem.contains("(TAB)")) {
      return say(at, "a tab where only blanks may stand", "use blanks");
    }
    if (problem.contains("cannot start any token")) {
      return say(at, "a value cannot begin with " + characterAt(), QUOTE_IT);
    }
    if (problem.contains("mapping values are not allowed")) {
      return colon();
    }
    if (problem.contains("expected ':'")) {
      return say(began, "a member name without a colon", "write `name: value`");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return say(began, "the quote that begins here never ends", "close the quote");
    }
    if (problem.contains("escape")) {
      return say(at, "an unknown escape in double quotes", "write \\\\ for a backslash")
          .note("single quotes take everything as it stands");
    }
    if (context.contains("flow")) {
      return unclosed();
    }
    if (problem.contains("<block end>")) {
      return say(at, "this line does not go with the lines above", "check the indentation")
          .note(
              "the list or mapping above begins in line "
                  + began.line()
                  + ", column "
                  + began.column());
    }
    if (problem.contains("<document start>")) {
      return say(at, "text after the end of the document", "delete it, or check the brackets");
    }
    return say(at, "not YAML or JSON", Shown.brief(problem));
  }

  /** Either a second colon in its line, or the line itself is out of place. */
  private Diagnostic colon() {
    String line = source.line(at.line());
    String before = line.substring(0, line.offsetByCodePoints(0, at.column() - 1));
    if (before.contains(": ")) {
      return say(at, "a second colon in this line", QUOTE_IT);
    }
    String name = before.strip();
    int column = before.codePointCount(0, before.indexOf(name)) + 1;
    Place place = new Place(at.line(), column, name.codePointCount(0, name.length()));
    return say(place, "this line does not go with the lines above", "check the indentation")
        .note("or the line above lacks a colon behind its name");
  }

  private Diagnostic unclosed() {
    boolean list = context.contains("sequence");
    String closing = list ? "]" : "}";
    return say(
            at,
            "a comma or " + closing + " is missing",
            "write , or " + closing + " here or in a line before")
        .note((list ? "the list" : "the mapping") + " begins in line " + began.line());
  }

  private String characterAt() {
    String line = source.line(at.line());
    int index = line.offsetByCodePoints(0, at.column() - 1);
    return index < line.length() ? Shown.inline(line.substring(index, index + 1)) : "this";
  }

  private Diagnostic say(Place place, String message, String label) {
    return Diagnostic.of(DocumentCode.SYNTAX, source, message).at(place).label(label);
  }
}
