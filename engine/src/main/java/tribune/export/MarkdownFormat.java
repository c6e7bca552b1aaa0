package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tribune.trail.AuditResult;
import tribune.trail.Body;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/**
 * {@code markdown}: a section for each audit, to be pasted into minutes and pull requests: verdict,
 * what speaks against it and what is missing, and where the record stands. GitHub Flavored
 * Markdown; texts of proposals are escaped, so that they can bring neither markup nor links.
 */
public final class MarkdownFormat implements ExportFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String says() {
    return "decisions.md, a section each, for minutes and pull requests";
  }

  @Override
  public FormatWriter begin(ExportContext context, ExportFiles files) throws IOException {
    return new Writer(context, files.file("decisions.md"));
  }

  /** Writes one section after the other. */
  private static final class Writer implements FormatWriter {
    private static final String DASH = "\u2013";

    private final ExportFile file;
    private final BufferedWriter out;
    private long audits;

    Writer(ExportContext context, ExportFile file) throws IOException {
      this.file = file;
      this.out = new BufferedWriter(new OutputStreamWriter(file, UTF_8));
      line("# Audited decisions");
      line("");
      line(
          "Trail `"
              + context.checkpoint().origin()
              + "`, as of "
              + context.checkpoint().size()
              + " records, root `"
              + context.checkpoint().root().hex()
              + "`.");
    }

    @Override
    public void add(ExportRow row) throws IOException {
      if (row.content().body() instanceof Body.Audited audited) {
        section(row, audited);
        audits++;
        file.row();
      }
    }

    private void section(ExportRow row, Body.Audited audited) throws IOException {
      AuditResult result = audited.result();
      String title = audited.decision().title();
      line("");
      line(
          "## "
              + MarkdownText.of(audited.decision().id())
              + "@"
              + audited.decision().revision()
              + (title == null ? "" : " " + DASH + " " + MarkdownText.of(title)));
      line("");
      line(
          "**"
              + result.verdict()
              + "**: "
              + result.recommendation().advice()
              + ". Stakes "
              + (result.stakes() == null ? "not known" : result.stakes())
              + ". "
              + counts(result)
              + ".");
      line("");
      List<Finding> telling = telling(result);
      if (!telling.isEmpty()) {
        line("| check | outcome | severity | why |");
        line("| --- | --- | --- | --- |");
        for (Finding finding : telling) {
          line(
              "| "
                  + String.join(
                      " | ",
                      finding.check().text(),
                      finding.outcome().name(),
                      finding.severity().name(),
                      why(finding))
                  + " |");
        }
        line("");
      }
      line(
          "Record "
              + row.seq()
              + ", "
              + Cell.of(row.at()).plain()
              + ", by "
              + MarkdownText.of(row.content().actor().name())
              + "; rules "
              + MarkdownText.of(audited.ruleBase().name())
              + " `"
              + audited.ruleBase().sha256().hex()
              + "`; leaf `"
              + row.leaf().hex()
              + "`.");
    }

    private static String counts(AuditResult result) {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<Outcome, Integer> count : result.counts().entrySet()) {
        if (count.getValue() > 0) {
          parts.add(
              count.getValue()
                  + " "
                  + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
      }
      return parts.isEmpty() ? "No findings" : "Findings: " + String.join(", ", parts);
    }

    private static List<Finding> telling(AuditResult result) {
      return result.findings().stream()
          .filter(it -> it.outcome() != Outcome.PASS && it.outcome() != Outcome.NOT_APPLICABLE)
          .toList();
    }

    private static String why(Finding finding) {
      List<String> parts = new ArrayList<>();
      AuditTables.reasons(finding).forEach(reason -> parts.add(MarkdownText.of(reason)));
      List<String> missing = AuditTables.missing(finding);
      if (!missing.isEmpty()) {
        parts.add("missing: " + MarkdownText.of(String.join(", ", missing)));
      }
      if (finding.grounds().omitted() > 0) {
        parts.add("and " + finding.grounds().omitted() + " more");
      }
      return String.join("; ", parts);
    }

    @Override
    public void finish() throws IOException {
      if (audits == 0) {
        line("");
        line("No audit.");
      }
      out.close();
    }

    private void line(String text) throws IOException {
      out.write(text);
      out.write('\n');
    }
  }
}
