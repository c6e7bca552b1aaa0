package tribune.rulebase;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.rulebase.confinement.AllowList;
import tribune.rulebase.confinement.SourceWall;
import tribune.rulebase.confinement.Written;
import tribune.rulebase.drl.Piece;

/** Says of a rule file what it names and may not touch, before anything of it is compiled. */
final class BeyondWritten {
  private static final SourceWall WALL = new SourceWall(AllowList.shipped());

  private BeyondWritten() {}

  /** The first of them, as many as people look at. */
  static List<Diagnostic> in(DrlFile file) {
    return WALL.check(file.source().text()).stream()
        .limit(Diagnostics.LIMIT)
        .map(it -> diagnostic(it, file))
        .toList();
  }

  private static Diagnostic diagnostic(Written written, DrlFile file) {
    Place place = new Place(written.line(), written.column(), written.length());
    int at = offset(file.source().text(), written);
    String rule =
        file.text().pieces(Piece.Kind.RULE).stream()
            .filter(it -> it.name().isPresent() && it.from() <= at && at < it.to())
            .findFirst()
            .flatMap(Piece::name)
            .map(it -> "the rule `" + it + "`: ")
            .orElse("");
    return Diagnostic.of(RuleBaseCode.BEYOND_WRITTEN, file.source(), rule + written.what())
        .at(place)
        .note(written.instead());
  }

  /** Where it stands, in chars of the file. */
  private static int offset(String text, Written written) {
    int start = 0;
    for (int line = 1; line < written.line(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(text.length(), text.offsetByCodePoints(start, written.column() - 1));
  }
}
