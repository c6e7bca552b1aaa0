package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.document.Source;

/**
 * Cuts a rule file into its top-level pieces. A rule ends with {@code end}; one that lacks it ends
 * where a line begins with a word that begins another piece.
 */
public final class Pieces {
  private static final Set<String> ENDS_PATH = Set.of(";");

  private final Source source;
  private final List<Token> tokens;
  private final List<Piece> found = new ArrayList<>();
  private int at;

  private Pieces(Script script) {
    this.source = script.source();
    this.tokens = script.tokens();
  }

  /** The pieces in the order of the file; each token but the end belongs to one. Never throws. */
  public static List<Piece> of(Script script) {
    Pieces pieces = new Pieces(script);
    while (!pieces.isAtEnd(pieces.at)) {
      pieces.next();
    }
    return List.copyOf(pieces.found);
  }

  private void next() {
    Piece.Kind kind = kind(at).orElse(Piece.Kind.STRAY);
    int end =
        switch (kind) {
          case PACKAGE, UNIT, IMPORT, GLOBAL, DIALECT -> endOfLine();
          case FUNCTION -> endOfFunction();
          case DECLARE, QUERY, RULE -> endOfBody();
          case STRAY -> nextBeginning(at + 1);
        };
    found.add(new Piece(kind, source, tokens.subList(at, end)));
    at = end;
  }

  private Optional<Piece.Kind> kind(int index) {
    Token token = tokens.get(index);
    return Arrays.stream(Piece.Kind.values())
        .filter(kind -> kind != Piece.Kind.STRAY && token.isWord() && token.is(kind.word()))
        .findFirst();
  }

  /** A semicolon belongs to what stands before it. */
  private int endOfLine() {
    int end = at + 1;
    while (!isAtEnd(end) && !isFirstOnLine(end) && !tokens.get(end - 1).is(";")) {
      end++;
    }
    while (!isAtEnd(end) && ENDS_PATH.contains(tokens.get(end).text())) {
      end++;
    }
    return end;
  }

  private int endOfFunction() {
    int depth = 0;
    int end = at + 1;
    while (!isAtEnd(end) && !(isFirstOnLine(end) && begins(end))) {
      depth += tokens.get(end).is("{") ? 1 : tokens.get(end).is("}") ? -1 : 0;
      end++;
      if (depth == 0 && tokens.get(end - 1).is("}")) {
        return end;
      }
    }
    return end;
  }

  private int endOfBody() {
    int end = at + 1;
    while (!isAtEnd(end) && !(isFirstOnLine(end) && begins(end))) {
      end++;
      boolean isStep = tokens.get(end - 2).is(".");
      if (tokens.get(end - 1).is("end") && !isStep) {
        return end;
      }
    }
    return end;
  }

  private int nextBeginning(int from) {
    int end = from;
    while (!isAtEnd(end)
        && !(isFirstOnLine(end) && begins(end))
        && !tokens.get(end - 1).is("end")) {
      end++;
    }
    return end;
  }

  /** Whether a piece begins here: a word that begins one, and what goes with it. */
  private boolean begins(int index) {
    Token after = tokens.get(index + 1);
    return kind(index).isPresent() && (after.isWord() || after.kind() == Token.Kind.TEXT);
  }

  private boolean isFirstOnLine(int index) {
    String between =
        source
            .text()
            .substring(index == 0 ? 0 : tokens.get(index - 1).to(), tokens.get(index).from());
    return index == 0 || between.indexOf('\n') >= 0 || between.indexOf('\r') >= 0;
  }

  private boolean isAtEnd(int index) {
    return tokens.get(index).kind() == Token.Kind.END;
  }
}
