package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.document.Source;

/**
 * A rule file as a tree: its pieces, with rules and declarations taken apart. Immutable.
 *
 * @param rules one for each piece that is a rule
 * @param declarations one for each piece that declares a type
 */
public record DrlText(
    Script script, List<Piece> pieces, List<RuleTree> rules, List<Declaration> declarations) {
  public DrlText {
    requireNonNull(script, "script");
    pieces = List.copyOf(pieces);
    rules = List.copyOf(rules);
    declarations = List.copyOf(declarations);
  }

  /** Reads any text; never throws. One that is too long is not taken apart. */
  public static DrlText of(Source source) {
    Script script = Script.of(source);
    List<Piece> pieces = Limits.beyond(script).isPresent() ? List.of() : Pieces.of(script);
    return new DrlText(
        script,
        pieces,
        pieces(pieces, Piece.Kind.RULE).stream().map(RuleTree::of).toList(),
        pieces(pieces, Piece.Kind.DECLARE).stream().map(Declaration::of).toList());
  }

  public Source source() {
    return script.source();
  }

  public List<Piece> pieces(Piece.Kind kind) {
    return pieces(pieces, kind);
  }

  private static List<Piece> pieces(List<Piece> pieces, Piece.Kind kind) {
    return pieces.stream().filter(it -> it.kind() == kind).toList();
  }

  /** What makes it too long to say anything else of it. */
  public Optional<Diagnostic> tooLong() {
    return Limits.beyond(script);
  }

  /** What is wrong whatever Drools says: texts and comments without an end, stray words. */
  public List<Diagnostic> mistakes() {
    List<Diagnostic> found = new ArrayList<>(script.mistakes());
    pieces(Piece.Kind.STRAY).forEach(piece -> found.add(stray(piece)));
    pieces.forEach(piece -> Limits.beyond(piece).ifPresent(found::add));
    rules.forEach(rule -> found.addAll(rule.mistakes()));
    return found;
  }

  /** What is wrong with a piece that Drools cannot read; empty if this grammar finds nothing. */
  public List<Diagnostic> form(Piece piece) {
    List<Diagnostic> found = new ArrayList<>();
    rules.stream()
        .filter(rule -> rule.parts().piece().equals(piece))
        .forEach(rule -> found.addAll(rule.form()));
    declarations.stream()
        .filter(declaration -> declaration.piece().equals(piece))
        .forEach(declaration -> found.addAll(declaration.form()));
    return found;
  }

  private Diagnostic stray(Piece piece) {
    Token first = piece.first();
    Diagnostic found =
        Diagnostic.of(DrlCode.STRAY, source(), "found " + first.shown() + " between rules")
            .at(piece.place(first));
    if (first.is("end")) {
      return found.note("leave it out: nothing is open here that it could end");
    }
    return found.note(
        NearestName.to(first.text(), List.of("rule", "declare", "import", "package"))
            .map(near -> "did you mean `" + near + "`?")
            .orElse("only `package`, `import`, `declare` and `rule` may stand here"));
  }
}
