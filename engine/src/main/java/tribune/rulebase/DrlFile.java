package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.drl.DrlText;
import tribune.rulebase.drl.Piece;

/**
 * A rule file as it was parsed, by us and by Drools.
 *
 * @param path within the rule base
 * @param content its sound pieces, as Drools sees them
 * @param text all of its pieces
 */
record DrlFile(String path, Source source, PackageDescr content, DrlText text) {
  DrlFile {
    requireNonNull(path, "path");
    requireNonNull(source, "source");
    requireNonNull(content, "content");
    requireNonNull(text, "text");
  }

  /**
   * The parsed file. A piece with a mistake is left out and reported; the others are there. Never
   * throws.
   */
  static DrlFile parse(String path, Source source, Diagnostics diagnostics) {
    DrlText text = DrlText.of(source);
    if (text.tooLong().isPresent()) {
      diagnostics.add(text.tooLong().get());
      return new DrlFile(path, source, new PackageDescr(), text);
    }
    text.mistakes().forEach(diagnostics::add);
    if (text.script().isAmbiguous()) {
      return new DrlFile(path, source, new PackageDescr(), text);
    }
    List<Piece> large = text.pieces().stream().filter(Piece::isTooLarge).toList();
    DroolsParse whole = DroolsParse.of(without(large, source.text()));
    if (whole.content().isPresent()) {
      return new DrlFile(path, source, whole.content().get(), text);
    }
    List<Piece> broken = new ArrayList<>(large);
    for (Piece piece : text.pieces()) {
      List<Diagnostic> found = mistakes(piece, text);
      if (!found.isEmpty() || piece.kind() == Piece.Kind.STRAY || piece.hasOpenText()) {
        broken.add(piece);
      }
      found.forEach(diagnostics::add);
    }
    Optional<PackageDescr> rest = DroolsParse.of(without(broken, source.text())).content();
    if (!diagnostics.hasErrors()) {
      diagnostics.add(whole.diagnostic(source, 0));
    }
    return new DrlFile(path, source, rest.orElseGet(PackageDescr::new), text);
  }

  /**
   * A file that was written by a program, of rules that were read before: it can be longer and
   * deeper than what people may write.
   */
  static DrlFile generated(String path, Source source, Diagnostics diagnostics) {
    DroolsParse parse = DroolsParse.of(source.text());
    if (parse.content().isEmpty()) {
      diagnostics.add(parse.diagnostic(source, 0));
    }
    PackageDescr content = parse.content().orElseGet(PackageDescr::new);
    return new DrlFile(path, source, content, DrlText.of(source));
  }

  /** What is wrong with a piece by itself; our own words where we have any. */
  private static List<Diagnostic> mistakes(Piece piece, DrlText text) {
    if (piece.kind() == Piece.Kind.STRAY || piece.isTooLarge()) {
      return List.of(); // reported with the text
    }
    String alone = text.source().text().substring(piece.from(), piece.to());
    DroolsParse parse = DroolsParse.of(alone);
    if (parse.content().isPresent()) {
      return List.of();
    }
    List<Diagnostic> own = text.form(piece);
    return parse.isStopped() || (own.isEmpty() && !piece.hasOpenText())
        ? List.of(parse.diagnostic(text.source(), piece.from()))
        : own;
  }

  /** The text with blanks in the place of some pieces, so that all others stay where they are. */
  static String without(List<Piece> pieces, String text) {
    StringBuilder rest = new StringBuilder(text);
    for (Piece piece : pieces) {
      for (int at = piece.from(); at < piece.to(); at++) {
        char here = text.charAt(at);
        rest.setCharAt(at, here == '\n' || here == '\r' ? here : ' ');
      }
    }
    return rest.toString();
  }

  /** The parser counts columns from 0 and can stop after the last line. */
  static Place inside(Source source, int line, int column) {
    int row = Math.max(1, Math.min(line, source.lines()));
    String text = source.line(row);
    int width = text.codePointCount(0, text.length());
    return new Place(row, Math.max(1, Math.min(column + 1, width)), 1);
  }
}
