package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tribune.export.ExportFile;
import tribune.export.ExportRow;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.verdict.Verdict;

/**
 * One page of a report. What stands at its top is known last, so its decisions are kept packed
 * until it is written; how many there are is bounded for that reason too. Used by one thread.
 */
final class HtmlPage implements AutoCloseable {
  private final int number;
  private final Packed decisions = new Packed();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Hash, RuleBook> books = new LinkedHashMap<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

  /**
   * @param number of the page, from 1
   */
  HtmlPage(int number) {
    this.number = number;
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

  /**
   * Adds an audit.
   *
   * @param book its rule base, which stands on the page too
   */
  void add(ExportRow row, Body.Audited audit, RuleBook book) throws IOException {
    books.putIfAbsent(audit.ruleBase().sha256(), book);
    DecisionView view = new DecisionView(row, audit, book);
    decisions.add(Templates.DECISION.execute(view));
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
    lines.forEach(line -> file.row());
    try (this;
        file) {
      file.write(Templates.HEAD.execute(head.apply(this)).getBytes(UTF_8));
      decisions.unpackTo(file);
      Map<String, Object> rules = Map.of("books", List.copyOf(books.values()));
      file.write(Templates.RULES.execute(rules).getBytes(UTF_8));
    }
  }

  /** Lets go of what waits; a page that is written has done so. */
  @Override
  public void close() {
    decisions.close();
  }
}
