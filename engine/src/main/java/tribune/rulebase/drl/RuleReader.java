package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.document.Place;
import tribune.document.Source;

/** Reads one rule, and says in plain words where it is not written as it has to be. */
final class RuleReader {
  /** Words that begin a statement of Java other than a call. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "if",
          "for",
          "while",
          "do",
          "switch",
          "try",
          "throw",
          "return",
          "final",
          "int",
          "long",
          "boolean",
          "double",
          "float",
          "char",
          "byte",
          "short",
          "var",
          "synchronized",
          "assert",
          "class",
          "break",
          "continue",
          "modify");

  private final RuleParts parts;
  private final Source source;
  private final List<Diagnostic> form = new ArrayList<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();
  private final List<Expression> statements = new ArrayList<>();

  RuleReader(RuleParts parts) {
    this.parts = parts;
    this.source = parts.piece().source();
  }

  RuleTree tree() {
    if (parts.piece().isTooLarge()) {
      return new RuleTree(
          parts, Optional.empty(), List.of(), parts.consequence(), List.of(), List.of());
    }
    skeleton();
    Optional<List<Clause>> conditions = conditions();
    List<Token> rest = consequence();
    return new RuleTree(parts, conditions, statements, rest, form, mistakes);
  }

  private void skeleton() {
    Piece piece = parts.piece();
    if (piece.name().isEmpty()) {
      form.add(
          at(DrlCode.HEADER, piece.first(), "this rule has no name")
              .note("write `rule \"LTR-03 applies\"`, the name in quotes"));
    } else {
      header();
    }
    if (parts.when().isEmpty() && parts.then().isPresent() && form.isEmpty()) {
      List<Token> header = parts.header();
      int begin = header.size() > 2 && header.get(2).is("extends") ? 4 : 2;
      Token first = header.get(Math.min(begin, header.size() - 1));
      form.add(
          at(DrlCode.NO_WHEN, first, "`when` is missing in " + called())
              .note("write `when` before the first condition"));
    }
    if (parts.then().isEmpty()) {
      form.add(
          at(DrlCode.NO_THEN, piece.first(), "`then` is missing in " + called())
              .note("write `then` after the conditions, and then what the rule reports"));
    }
    if (!piece.isEnded()) {
      form.add(
          at(DrlCode.NO_END, piece.last(), "`end` is missing after this, in " + called())
              .note("write `end` on a line of its own after the consequence"));
    }
  }

  private void header() {
    List<Token> header = parts.header();
    if (header.size() < 3) {
      return;
    }
    Token third = header.get(2);
    boolean isKnown = third.is("extends") || third.is("@") || isAttribute(third);
    if (isKnown) {
      if (third.is("extends") && header.size() < 4) {
        form.add(
            at(DrlCode.HEADER, third, "`extends` does not say which rule")
                .note("write `extends \"LTR-03 applies\"`"));
      }
      return;
    }
    if (parts.when().isPresent() || parts.then().isEmpty()) {
      form.add(
          at(DrlCode.HEADER, third, "found " + third.shown() + " after the name of " + called())
              .note(
                  NearestName.to(third.text(), List.of("extends", "when"))
                      .map(near -> "did you mean `" + near + "`?")
                      .orElse("write `when` before it, or `extends \"LTR-03 applies\"`")));
    }
  }

  private static boolean isAttribute(Token token) {
    return RuleAttributes.NAMES.contains(token.text());
  }

  private String called() {
    return parts.piece().name().map(name -> "the rule `" + name + "`").orElse("this rule");
  }

  private Optional<List<Clause>> conditions() {
    if (parts.when().isEmpty() || parts.then().isEmpty()) {
      return Optional.empty();
    }
    List<Token> tokens = parts.conditions();
    ClauseReader reader = new ClauseReader(new Cursor(tokens, parts.then().get()));
    Optional<Diagnostic> bracket = Brackets.mistake(tokens, source);
    try {
      List<Clause> clauses = reader.all();
      if (bracket.isEmpty()) {
        reader.mistakes().forEach(it -> form.add(diagnostic(DrlCode.CONDITION, it)));
        return Optional.of(clauses);
      }
      form.add(bracket.get());
    } catch (NotTakenApart e) {
      bracket.ifPresent(form::add);
    } catch (Unexpected e) {
      Unexpected first = reader.mistakes().isEmpty() ? e : reader.mistakes().get(0);
      form.add(
          bracket
              .filter(it -> !closesNothing(it) || at(first.found()).equals(it.place()))
              .orElseGet(() -> diagnostic(DrlCode.CONDITION, first)));
    }
    return Optional.empty();
  }

  private Place at(Token token) {
    return Script.place(source, token);
  }

  private static boolean closesNothing(Diagnostic mistake) {
    return mistake.message().endsWith("closes nothing");
  }

  /** What is left of the consequence where it is not taken apart. */
  private List<Token> consequence() {
    List<Token> tokens = parts.consequence();
    if (tokens.isEmpty() || !parts.piece().isEnded()) {
      return tokens;
    }
    Optional<Diagnostic> bracket = Brackets.mistake(tokens, source);
    if (bracket.isPresent()) {
      mistakes.add(bracket.get());
      return tokens;
    }
    Cursor cursor = new Cursor(tokens, parts.piece().last());
    int mark = 0;
    try {
      while (!cursor.isAtEnd()) {
        mark = cursor.mark();
        statement(cursor);
      }
      return List.of();
    } catch (NotTakenApart e) {
      return tokens.subList(mark, tokens.size());
    } catch (Unexpected e) {
      mistakes.add(diagnostic(DrlCode.CONSEQUENCE, e));
      return tokens.subList(mark, tokens.size());
    }
  }

  private void statement(Cursor cursor) {
    if (cursor.takeIf(";")) {
      return;
    }
    boolean isOther =
        STATEMENTS.contains(cursor.next().text())
            || !cursor.next().isWord()
            || (cursor.ahead(1).isWord() && !cursor.next().is("new"))
            || cursor.ahead(1).is("=")
            || cursor.ahead(1).is("<")
            || cursor.ahead(1).is("[");
    if (isOther) {
      throw new NotTakenApart();
    }
    Expression read = new ExpressionReader(cursor).read();
    if (read instanceof Expression.Opaque || cursor.nextIs("=", "+", "-")) {
      throw new NotTakenApart();
    }
    if (!cursor.nextIs(";")) {
      Token last = cursor.last();
      mistakes.add(
          at(DrlCode.CONSEQUENCE, last, "found " + cursor.next().shown() + ", expected `;`")
              .label("write `;` after this"));
      if (!cursor.next().isWord()) {
        throw new NotTakenApart();
      }
    }
    cursor.takeIf(";");
    statements.add(read);
  }

  private Diagnostic diagnostic(DrlCode code, Unexpected mistake) {
    Diagnostic found =
        at(
            code,
            mistake.found(),
            "found " + mistake.found().shown() + ", expected " + mistake.expected());
    return found.note(
        mistake
            .note()
            .orElse(
                code == DrlCode.CONDITION
                    ? "a condition is written `Decision( adverse == Tri.YES, reach >= $min )`"
                    : "a consequence is written `audit.fails( \"the reason\" );`"));
  }

  private Diagnostic at(DrlCode code, Token token, String message) {
    return Diagnostic.of(code, source, message).at(at(token));
  }
}
