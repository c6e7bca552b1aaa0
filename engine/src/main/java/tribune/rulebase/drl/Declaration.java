package tribune.rulebase.drl;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;

/**
 * A type that a rule file declares. Immutable.
 *
 * @param name empty if it is not written as it has to be
 * @param members in their order; those that can be read
 * @param form what is wrong by this grammar; Drools is to be asked too
 */
public record Declaration(
    Piece piece, Optional<Token> name, List<Member> members, List<Diagnostic> form) {
  public Declaration {
    requireNonNull(piece, "piece");
    requireNonNull(name, "name");
    members = List.copyOf(members);
    form = List.copyOf(form);
  }

  /**
   * A member of the type.
   *
   * @param type the words and points of its type
   */
  public record Member(Token name, List<Token> type) {
    public Member {
      requireNonNull(name, "name");
      type = List.copyOf(type);
    }
  }

  /** Reads a piece that is a declaration; never throws. */
  public static Declaration of(Piece piece) {
    List<Token> tokens = piece.tokens();
    int end = piece.isEnded() ? tokens.size() - 1 : tokens.size();
    Cursor cursor = new Cursor(tokens.subList(1, end), tokens.get(tokens.size() - 1));
    List<Member> members = new ArrayList<>();
    Optional<Token> name = Optional.empty();
    List<Diagnostic> form = new ArrayList<>();
    try {
      name = Optional.of(name(cursor));
      if (cursor.takeIf("extends")) {
        cursor.expectWord("the type that it extends");
      }
      while (!cursor.isAtEnd()) {
        member(cursor).ifPresent(members::add);
      }
      if (!piece.isEnded()) {
        form.add(
            Diagnostic.of(DrlCode.NO_END, piece.source(), "`end` is missing after this")
                .at(piece.place(piece.last()))
                .note("write `end` on a line of its own after the members"));
      }
    } catch (NotTakenApart e) {
      return new Declaration(piece, name, members, form);
    } catch (Unexpected e) {
      form.add(
          Diagnostic.of(
                  DrlCode.HEADER,
                  piece.source(),
                  "found " + e.found().shown() + ", expected " + e.expected())
              .at(piece.place(e.found()))
              .note("a member is written `name : String`"));
    }
    return new Declaration(piece, name, members, form);
  }

  private static Token name(Cursor cursor) {
    if (cursor.nextIs("trait", "enum", "window", "entry") && cursor.ahead(1).isWord()) {
      throw new NotTakenApart();
    }
    return cursor.expectWord("the name of a type");
  }

  private static Optional<Member> member(Cursor cursor) {
    if (cursor.nextIs("@")) {
      annotation(cursor);
      return Optional.empty();
    }
    Token name = cursor.expectWord("the name of a member");
    cursor.expect(":", "`:` and the type of `" + name.text() + "`");
    int mark = cursor.mark();
    cursor.expectWord("a type");
    while (cursor.takeIf(".")) {
      cursor.expectWord("the rest of a type");
    }
    List<Token> type = List.copyOf(cursor.since(mark));
    if (cursor.nextIs("=", "<", "[", ",")) {
      throw new NotTakenApart();
    }
    return Optional.of(new Member(name, type));
  }

  private static void annotation(Cursor cursor) {
    cursor.take();
    cursor.expectWord("the name of an annotation");
    if (cursor.takeIf("(")) {
      cursor.skipOperand();
      cursor.expect(")");
    }
  }
}
