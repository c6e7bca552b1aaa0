package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tribune.export.ExportFile;
import tribune.export.ExportRow;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.verdict.Verdict;

/**
 * One page of a report. What stands at its top is known last, so its decisions are kept packed
 * until it is written; how many there are is bounded for that reason too. Used by one thread.
 */
final class HtmlPage {
  private final int number;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Writer decisions;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Hash, RuleBook> books = new LinkedHashMap<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

  /**
   * @param number of the page, from 1
   */
  HtmlPage(int number) throws IOException {
    this.number = number;
    this.decisions = new OutputStreamWriter(new GZIPOutputStream(packed), UTF_8);
  }

  /** A decision in the list at the top. */
  record Line(
      String anchor,
      String id,
      String title,
      String asOf,
      String at,
      String verdict,
      String style,
      String advice) {}

  /** How many audits came to a verdict. */
  record Count(String verdict, String style, int count) {}

  /** What another page says of this one, and where it is. */
  record Link(int number, String file, int audits, String from, String to) {}

  /** The file of a page. */
  static String file(int number) {
    return number == 1 ? "report.html" : "report-" + number + ".html";
  }

  int number() {
    return number;
  }

  int audits() {
    return lines.size();
  }

  /** The rule base of an audit as this page shows it. */
  RuleBook book(ExportRow row, Body.Audited audit) {
    RuleBook known = books.get(audit.ruleBase().sha256());
    if (known != null) {
      return known;
    }
    RuleBook book = new RuleBook(books.size() + 1, row.ruleBase());
    books.put(audit.ruleBase().sha256(), book);
    return book;
  }

  void add(ExportRow row, Body.Audited audit) {
    DecisionView view = new DecisionView(row, audit, book(row, audit));
    Templates.DECISION.execute(view, decisions);
    verdicts.merge(audit.result().verdict(), 1, Integer::sum);
    lines.add(
        new Line(
            view.anchor(),
            view.id(),
            view.title(),
            view.asOf(),
            view.at(),
            view.verdict(),
            view.style(),
            view.advice()));
  }

  List<Line> lines() {
    return lines;
  }

  List<Count> counts() {
    return counts(verdicts);
  }

  static List<Count> counts(Map<Verdict, Integer> verdicts) {
    return verdicts.entrySet().stream()
        .map(
            it ->
                new Count(
                    it.getKey().name(), it.getKey().name().toLowerCase(Locale.ROOT), it.getValue()))
        .toList();
  }

  /** For the list of pages; the page has an audit. */
  Link link() {
    return new Link(
        number,
        file(number),
        lines.size(),
        lines.get(0).at().substring(0, "2026-01-01".length()),
        lines.get(lines.size() - 1).at().substring(0, "2026-01-01".length()));
  }

  /**
   * Writes it; nothing can be added any more.
   *
   * @param head what stands above the decisions
   */
  void write(ExportFile file, Function<HtmlPage, Object> head) throws IOException {
    decisions.close();
    lines.forEach(line -> file.row());
    try (Writer page = new OutputStreamWriter(file, UTF_8)) {
      Templates.HEAD.execute(head.apply(this), page);
      page.flush();
      new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(file);
      Templates.RULES.execute(Map.of("books", List.copyOf(books.values())), page);
    }
  }
}
