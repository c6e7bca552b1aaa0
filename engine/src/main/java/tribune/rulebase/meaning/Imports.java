package tribune.rulebase.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.decision.Fact;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.rulebase.drl.DrlText;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.Token;

/** What rule files import. */
final class Imports {
  private static final List<String> PACKAGES =
      List.of("tribune.decision.*", "tribune.rulebase.language.*");

  private Imports() {}

  /** The path of an import without its semicolon; empty for imports of functions. */
  static String path(Piece statement) {
    StringBuilder path = new StringBuilder();
    List<Token> tokens = statement.tokens();
    for (Token token : tokens.subList(1, tokens.size())) {
      path.append(token.is(";") ? "" : token.text());
    }
    String written = path.toString();
    boolean isOther =
        tokens.size() > 2 && (tokens.get(1).is("function") || tokens.get(1).is("static"));
    return isOther || tokens.get(tokens.size() > 1 ? 1 : 0).is("accumulate") ? "" : written;
  }

  /** The class of this name; it is not initialised. */
  static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, Fact.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  static List<Diagnostic> mistakes(DrlText file, KnownTypes words) {
    List<Diagnostic> found = new ArrayList<>();
    for (Piece statement : file.pieces(Piece.Kind.IMPORT)) {
      String path = path(statement);
      boolean isOfPackage = path.endsWith(".*");
      boolean isUnknown =
          isOfPackage
              ? path.startsWith("tribune.") && !PACKAGES.contains(path) && find(path).isEmpty()
              : !path.isEmpty()
                  && find(path).isEmpty()
                  && !words.isDeclared(path.substring(path.lastIndexOf('.') + 1));
      if (isUnknown) {
        found.add(unknown(file, statement, path, words));
      }
    }
    return found;
  }

  private static Diagnostic unknown(DrlText file, Piece statement, String path, KnownTypes words) {
    Token first = statement.tokens().get(Math.min(1, statement.tokens().size() - 1));
    Diagnostic found =
        Diagnostic.of(
                MeaningCode.UNKNOWN_IMPORT, file.source(), "there is no " + path + " to import")
            .at(
                tribune.rulebase.drl.Script.place(
                    file.source(), first.from(), statement.last().to()));
    int dot = path.lastIndexOf('.') + 1;
    Optional<String> near =
        path.endsWith(".*")
            ? NearestName.to(path, PACKAGES)
            : NearestName.to(path.substring(dot), words.all());
    return found.note(
        near.map(it -> "did you mean " + it + "?")
            .orElse("rules need tribune.decision.* and tribune.rulebase.language.*"));
  }
}
