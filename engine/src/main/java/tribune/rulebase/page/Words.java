package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Running text of a page.
 *
 * @param pieces in order
 */
public record Words(List<Piece> pieces) {
  public Words {
    pieces = List.copyOf(pieces);
  }

  /** What a piece is; whoever lays a page out says how that looks. */
  public enum Sort {
    PLAIN,
    STRONG,
    /** Something to be typed as it stands: a path, a value, a file name. */
    CODE,
    /** The id of a principle or check that has a page of its own. */
    PAGE
  }

  /** A piece of one sort. */
  public record Piece(Sort sort, String text) {
    public Piece {
      requireNonNull(sort, "sort");
      requireNonNull(text, "text");
    }
  }

  public static Words of(String text) {
    return new Words(List.of(new Piece(Sort.PLAIN, text)));
  }

  static Words strong(String text) {
    return new Words(List.of(new Piece(Sort.STRONG, text)));
  }

  static Words code(String text) {
    return new Words(List.of(new Piece(Sort.CODE, text)));
  }

  static Words page(String id) {
    return new Words(List.of(new Piece(Sort.PAGE, id)));
  }

  Words and(Words more) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(more.pieces);
    return new Words(all);
  }

  Words and(String more) {
    return and(of(more));
  }

  /** With a capital first and something at the end. */
  static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    String end = text.matches("(?s).*[.?!:]\\)?") ? "" : ".";
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first) + end;
  }
}
