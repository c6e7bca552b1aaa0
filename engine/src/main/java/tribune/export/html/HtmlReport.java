package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tribune.document.Sha256;
import tribune.export.ExportContext;
import tribune.export.ExportFile;
import tribune.export.ExportRefused;
import tribune.export.ExportRow;
import tribune.export.FormatWriter;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.verdict.Verdict;

/**
 * Writes the page. Its charts stand first and are known last, so the decisions are kept packed
 * until the end; their number is bounded for that reason too.
 */
final class HtmlReport implements FormatWriter {
  private final ExportContext context;
  private final ExportFile file;
  private final int limit;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Writer decisions;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Hash, RuleBook> books = new LinkedHashMap<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Tally tally = new Tally();

  /**
   * @param limit how many audits it takes
   */
  HtmlReport(ExportContext context, ExportFile file, int limit) throws IOException {
    this.context = context;
    this.file = file;
    this.limit = limit;
    this.decisions = new OutputStreamWriter(new GZIPOutputStream(packed), UTF_8);
  }

  /** A decision in the list at the top. */
  record Line(
      String anchor,
      String id,
      String title,
      String asOf,
      String verdict,
      String style,
      String advice) {}

  /** How many audits came to a verdict. */
  record Count(String verdict, String style, int count) {}

  /** What the first part of the page says. */
  record Head(
      String styleHash,
      String style,
      String origin,
      long size,
      String root,
      String key,
      String tribune,
      String scope,
      int audits,
      List<Count> counts,
      List<Chart> charts,
      List<Line> decisions) {
    boolean isEmpty() {
      return decisions.isEmpty();
    }
  }

  @Override
  public void add(ExportRow row) {
    row.audited().ifPresent(audit -> add(row, audit));
  }

  private void add(ExportRow row, Body.Audited audit) {
    if (lines.size() == limit) {
      throw new ExportRefused(
          "html is for people and takes at most "
              + limit
              + " audits; narrow the export, as with --from or --department, or choose csv or jsonl");
    }
    RuleBook book = books.get(audit.ruleBase().sha256());
    if (book == null) {
      book = new RuleBook(books.size() + 1, row.ruleBase());
      books.put(audit.ruleBase().sha256(), book);
    }
    DecisionView view = new DecisionView(row, audit, book);
    Templates.DECISION.execute(view, decisions);
    tally.add(row, audit, book);
    verdicts.merge(audit.result().verdict(), 1, Integer::sum);
    lines.add(
        new Line(
            view.anchor(),
            view.id(),
            view.title(),
            view.asOf(),
            view.verdict(),
            view.style(),
            view.advice()));
    file.row();
  }

  @Override
  public void finish() throws IOException {
    decisions.close();
    try (Writer page = new OutputStreamWriter(file, UTF_8)) {
      Templates.HEAD.execute(head(), page);
      page.flush();
      new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(file);
      Templates.RULES.execute(Map.of("books", List.copyOf(books.values())), page);
    }
  }

  private Head head() {
    return new Head(
        sha256(Templates.STYLE),
        Templates.STYLE,
        context.checkpoint().origin(),
        context.checkpoint().size(),
        context.checkpoint().root().hex(),
        context.key(),
        context.tribune(),
        scope(),
        lines.size(),
        verdicts.entrySet().stream()
            .map(it -> new Count(it.getKey().name(), style(it.getKey()), it.getValue()))
            .toList(),
        tally.charts().stream().filter(chart -> !chart.isEmpty()).toList(),
        lines);
  }

  private String scope() {
    return switch (context.scope()) {
      case WHOLE -> "all audits in the trail";
      case SINCE -> "audits recorded since an older checkpoint";
      case SELECTED -> "audits selected by a filter: " + context.filter();
    };
  }

  private static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(UTF_8)));
  }
}
