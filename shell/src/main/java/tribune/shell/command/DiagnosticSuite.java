package tribune.shell.command;

import java.util.List;
import tribune.document.Diagnostic;
import tribune.document.JUnitXml;
import tribune.document.Place;

/** Diagnostics as test cases: one for each, or one that passed if there is none. */
final class DiagnosticSuite {
  private static final String NAME = "rules check";

  private DiagnosticSuite() {}

  /**
   * JUnit XML.
   *
   * @param ofWarnings how a warning counts
   */
  static String of(List<Diagnostic> found, JUnitXml.Outcome ofWarnings) {
    List<JUnitXml.Case> cases =
        found.isEmpty()
            ? List.of(JUnitXml.Case.passed(NAME, "the rule base is sound"))
            : found.stream().map(it -> of(it, ofWarnings)).toList();
    return JUnitXml.write(List.of(new JUnitXml.Suite(NAME, cases)));
  }

  private static JUnitXml.Case of(Diagnostic diagnostic, JUnitXml.Outcome ofWarnings) {
    Place place = diagnostic.place();
    String code = diagnostic.code().id();
    return new JUnitXml.Case(
        diagnostic.source().name(),
        place == null ? code : place + " " + code,
        diagnostic.level() == Diagnostic.Level.ERROR ? JUnitXml.Outcome.FAILED : ofWarnings,
        code,
        diagnostic.message(),
        diagnostic.text());
  }
}
