package tribune.rulebase.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;
import tribune.document.NearestName;
import tribune.document.Source;
import tribune.rulebase.drl.Expression;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/** Collects what is wrong with one file. Not safe for use by several threads. */
final class Found {
  /** How many names a message lists. */
  private static final int LISTED = 40;

  private final Source source;
  private final List<Diagnostic> all = new ArrayList<>();

  Found(Source source) {
    this.source = source;
  }

  List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /** A mistake that one note explains. */
  void add(DiagnosticCode code, Token at, String message, String note) {
    all.add(Diagnostic.of(code, source, message).at(Script.place(source, at)).note(note));
  }

  void add(DiagnosticCode code, Expression at, String message, String note) {
    all.add(
        Diagnostic.of(code, source, message)
            .at(Script.place(source, at.from(), at.to()))
            .note(note));
  }

  /** A name that is not there, with the nearest one that is, and all of them. */
  void unknown(
      DiagnosticCode code, Token at, String message, String there, Collection<String> names) {
    Diagnostic found = Diagnostic.of(code, source, message).at(Script.place(source, at));
    Diagnostic near =
        NearestName.to(at.text(), names)
            .map(name -> found.label("did you mean " + name + "?"))
            .orElse(found);
    all.add(near.note(there + " " + (names.isEmpty() ? "nothing else" : listed(names))));
  }

  private static String listed(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(LISTED).toList());
    return names.size() <= LISTED ? shown : shown + " and " + (names.size() - LISTED) + " more";
  }

  String text(Expression expression) {
    return source.text().substring(expression.from(), expression.to()).replaceAll("\\s+", " ");
  }
}
