package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import tribune.document.JUnitXml;
import tribune.trail.Body;
import tribune.verdict.Finding;

/**
 * {@code junit}: what build servers show. A suite for each audit, a case for each check. FAIL and
 * NEEDS_EVIDENCE are failures, with the outcome as their type, since in neither case the check is
 * met; ERROR is an error, NOT_APPLICABLE is skipped. Whether a pipeline goes on is for the verdict
 * to say, by the exit code of {@code audit}: a MINOR failure does not stop it.
 */
public final class JunitFormat implements ExportFormat {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String says() {
    return "junit.xml, a suite for each audit and a case for each check, for build servers";
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new SuiteWriter(files.file("junit.xml"));
  }

  /** Writes one suite after the other. */
  private static final class SuiteWriter implements FormatWriter {
    private final ExportFile file;
    private final Writer out;
    private final JUnitXml.Document document;

    SuiteWriter(ExportFile file) throws IOException {
      this.file = file;
      this.out = new BufferedWriter(new OutputStreamWriter(file, UTF_8));
      this.document = JUnitXml.Document.begin(out);
    }

    @Override
    public void add(ExportRow row) throws IOException {
      if (row.content().body() instanceof Body.Audited audited) {
        String name = audited.decision().id() + "@" + audited.decision().revision();
        document.add(
            new JUnitXml.Suite(
                name + " " + audited.result().verdict() + " (record " + row.seq() + ")",
                audited.result().findings().stream().map(it -> testCase(name, it)).toList()));
        file.row();
      }
    }

    private static JUnitXml.Case testCase(String group, Finding finding) {
      List<String> reasons = AuditTables.reasons(finding);
      List<String> missing = AuditTables.missing(finding);
      String message =
          finding.severity()
              + (missing.isEmpty() ? "" : ", missing: " + String.join(", ", missing))
              + (reasons.isEmpty() ? "" : ": " + reasons.get(0));
      String detail = String.join("\n", reasons);
      String check = finding.check().text();
      return switch (finding.outcome()) {
        case PASS -> JUnitXml.Case.passed(group, check);
        case NOT_APPLICABLE ->
            new JUnitXml.Case(group, check, JUnitXml.Outcome.SKIPPED, "", "does not apply", "");
        case FAIL, NEEDS_EVIDENCE ->
            new JUnitXml.Case(
                group, check, JUnitXml.Outcome.FAILED, finding.outcome().name(), message, detail);
        case ERROR ->
            new JUnitXml.Case(group, check, JUnitXml.Outcome.ERROR, "ERROR", message, detail);
      };
    }

    @Override
    public void finish() throws IOException {
      document.finish();
      out.close();
    }
  }
}
