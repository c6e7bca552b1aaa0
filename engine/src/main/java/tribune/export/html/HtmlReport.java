package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.Sha256;
import tribune.export.ExportContext;
import tribune.export.ExportFiles;
import tribune.export.ExportRow;
import tribune.export.FormatWriter;
import tribune.trail.Body;
import tribune.verdict.Verdict;

/**
 * Writes the report: one page, or several if there are more audits than a page takes. The first has
 * charts over all and the list of pages, so it is written last; of the others each is written when
 * it is full. Memory holds two pages, a line for each page, and what the charts count.
 */
final class HtmlReport implements FormatWriter {
  private static final String STYLE_HASH =
      Base64.getEncoder().encodeToString(Sha256.digest().digest(Templates.STYLE.getBytes(UTF_8)));

  private final ExportContext context;
  private final ExportFiles files;
  private final int limit;
  private final HtmlPage first = new HtmlPage(1);
  private final List<HtmlPage.Link> others = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Tally tally = new Tally();
  private final RuleBooks books = new RuleBooks();
  private HtmlPage last = first;
  private int audits;

  /**
   * @param limit how many audits a page takes
   */
  HtmlReport(ExportContext context, ExportFiles files, int limit) {
    this.context = context;
    this.files = files;
    this.limit = limit;
  }

  /** What stands above the decisions of a page. */
  record Head(
      String styleHash,
      String style,
      ExportContext context,
      String scope,
      int number,
      String before,
      String next,
      int audits,
      int all,
      List<HtmlPage.Count> counts,
      List<Chart> charts,
      List<HtmlPage.Link> pages,
      List<HtmlPage.Line> decisions) {
    boolean isEmpty() {
      return decisions.isEmpty();
    }

    boolean isFirst() {
      return number == 1;
    }

    /** Whether there are other pages. */
    boolean isPart() {
      return !before.isEmpty() || !next.isEmpty();
    }
  }

  @Override
  public void add(ExportRow row) throws IOException {
    if (row.audited().isPresent()) {
      add(row, row.audited().get());
    }
  }

  private void add(ExportRow row, Body.Audited audit) throws IOException {
    if (last.audits() == limit) {
      endPage(HtmlPage.file(last.number() + 1));
      last = new HtmlPage(last.number() + 1);
    }
    RuleBook book = books.of(row, audit);
    last.add(row, audit, book);
    tally.add(row, audit, book);
    verdicts.merge(audit.result().verdict(), 1, Integer::sum);
    audits++;
  }

  /** The page is full, or there are no more audits; the first one waits for what it counts. */
  private void endPage(String next) throws IOException {
    if (last == first) {
      return;
    }
    others.add(last.link());
    last.write(
        files.file(HtmlPage.file(last.number())),
        page ->
            head(
                page, HtmlPage.file(page.number() - 1), next, page.counts(), List.of(), List.of()));
  }

  @Override
  public void finish() throws IOException {
    endPage("");
    first.write(
        files.file(HtmlPage.file(1)),
        page ->
            head(
                page,
                "",
                others.isEmpty() ? "" : HtmlPage.file(2),
                HtmlPage.counts(verdicts),
                tally.charts().stream().filter(chart -> !chart.isEmpty()).toList(),
                others));
  }

  @Override
  public void close() {
    first.close();
    last.close();
  }

  private Head head(
      HtmlPage page,
      String before,
      String next,
      List<HtmlPage.Count> counts,
      List<Chart> charts,
      List<HtmlPage.Link> pages) {
    return new Head(
        STYLE_HASH,
        Templates.STYLE,
        context,
        scope(),
        page.number(),
        before,
        next,
        page.audits(),
        audits,
        counts,
        charts,
        pages,
        page.lines());
  }

  private String scope() {
    return switch (context.scope()) {
      case WHOLE -> "all audits in the trail";
      case SINCE -> "audits recorded since an older checkpoint";
      case SELECTED -> "audits selected by a filter: " + filter();
    };
  }

  private String filter() {
    return context.filter().values().entrySet().stream()
        .map(it -> it.getKey() + " " + words(it.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String words(Json value) {
    if (value instanceof Json.Elements elements) {
      return elements.values().stream().map(HtmlReport::words).collect(Collectors.joining(" or "));
    }
    return value instanceof Json.Text text
        ? "“" + text.value() + "”"
        : new String(CanonicalJson.write(value), UTF_8);
  }
}
