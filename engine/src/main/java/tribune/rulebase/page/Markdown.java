package tribune.rulebase.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Lays pages out as Markdown files that lie in one folder and refer to each other. */
public final class Markdown {
  /** What Markdown reads as its own; an underline within a word is just that. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>|~$#{}&]|(?<!\\p{Alnum})_|_(?!\\p{Alnum})");

  /** What begins something else than a paragraph where it stands first in a line. */
  private static final Pattern FIRST =
      Pattern.compile("^(\\s*(?=[-+=:])|\\s*\\d+(?=[.)]))([-+=:.)])");

  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final String NOTICE =
      "<!-- Generated from the rule base. Edit its files, then generate anew; see docs/rules.md. -->";
  private static final int FENCE = 3;
  private static final Collector<CharSequence, ?, String> CELLS =
      Collectors.joining(" | ", "| ", " |");

  private final StringBuilder text = new StringBuilder();

  private Markdown() {}

  /** The texts of all pages by the names of their files. */
  public static Map<String, String> files(List<Page> pages) {
    Map<String, String> files = new LinkedHashMap<>();
    pages.forEach(page -> files.put(fileName(page.name()), text(page)));
    return files;
  }

  /** The text of one page. */
  public static String text(Page page) {
    Markdown markdown = new Markdown();
    markdown.block(NOTICE).block("# " + escaped(page.title()));
    page.lead().forEach(markdown::part);
    for (Page.Section section : page.sections()) {
      markdown.block("## " + escaped(section.title()));
      section.parts().forEach(markdown::part);
    }
    return markdown.text.toString();
  }

  /** An id may be anything; the name of a file may not. */
  static String fileName(String page) {
    return page.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^\\.+", "") + ".md";
  }

  private Markdown part(Part part) {
    return part.fold(
        paragraph -> block(words(paragraph.words())),
        points -> lines(points.points().stream().map(point -> "- " + words(point)).toList()),
        terms ->
            lines(
                terms.terms().stream()
                    .map(it -> "- **" + words(it.term()) + "**: " + words(it.meaning()))
                    .toList()),
        this::grid,
        this::code);
  }

  private Markdown grid(Part.Grid grid) {
    String columns = grid.columns().stream().map(Markdown::escaped).collect(CELLS);
    String rule = grid.columns().stream().map(column -> "---").collect(CELLS);
    String rows =
        grid.rows().stream()
            .map(row -> row.stream().map(Markdown::words).collect(CELLS))
            .collect(Collectors.joining("\n"));
    return block(columns + "\n" + rule + (rows.isEmpty() ? "" : "\n" + rows));
  }

  private Markdown code(Part.Code code) {
    String fence = "`".repeat(Math.max(FENCE, longestRun(code.text()) + 1));
    return block(fence + code.language() + "\n" + code.text() + fence);
  }

  private Markdown lines(List<String> lines) {
    return block(String.join("\n", lines));
  }

  private Markdown block(String block) {
    text.append(text.length() == 0 ? "" : "\n").append(block).append('\n');
    return this;
  }

  private static String words(Words words) {
    String line = words.pieces().stream().map(Markdown::piece).collect(Collectors.joining());
    return FIRST.matcher(line).replaceFirst("$1\\\\$2");
  }

  private static String piece(Words.Piece piece) {
    return switch (piece.sort()) {
      case PLAIN -> escaped(piece.text());
      case STRONG -> "**" + escaped(piece.text()) + "**";
      case CODE -> inCode(piece.text());
      case PAGE -> "[" + escaped(piece.text()) + "](" + fileName(piece.text()) + ")";
    };
  }

  private static String escaped(String words) {
    String line = words.replaceAll("\\R", " ");
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  private static String inCode(String code) {
    String line = code.replaceAll("\\R", " ").replace("|", "\\|");
    String fence = "`".repeat(longestRun(line) + 1);
    String blank = fence.length() > 1 ? " " : "";
    return fence + blank + line + blank + fence;
  }

  private static int longestRun(String text) {
    return BACKTICKS.matcher(text).results().mapToInt(it -> it.group().length()).max().orElse(0);
  }
}
