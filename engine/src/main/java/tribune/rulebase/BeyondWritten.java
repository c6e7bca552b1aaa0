package tribune.rulebase;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.confinement.AllowList;
import tribune.rulebase.confinement.SourceWall;
import tribune.rulebase.confinement.Written;

/** Says of a rule file what it names and may not touch, before anything of it is compiled. */
final class BeyondWritten {
  private static final SourceWall WALL = new SourceWall(AllowList.shipped());

  private BeyondWritten() {}

  /** The first of them, as many as people look at. */
  static List<Diagnostic> in(Source file) {
    List<RuleLines.Lines> rules = RuleLines.of(file);
    return WALL.check(file.text()).stream()
        .limit(Diagnostics.LIMIT)
        .map(it -> diagnostic(it, file, rules))
        .toList();
  }

  private static Diagnostic diagnostic(Written written, Source file, List<RuleLines.Lines> rules) {
    String rule =
        rules.stream()
            .filter(it -> it.holds(written.line()))
            .findFirst()
            .map(it -> "the rule `" + it.name() + "`: ")
            .orElse("");
    return Diagnostic.of(RuleBaseCode.BEYOND_WRITTEN, file, rule + written.what())
        .at(new Place(written.line(), written.column(), written.length()))
        .note(written.instead());
  }
}
