package tribune.shell.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns as wide as their widest cell, a rule under the titles, two blanks between columns. The
 * last column takes the room that is left and wraps in it.
 */
final class TableLayout {

  private static final String GAP = "  ";
  private static final int LAST_COLUMNS_AT_LEAST = 20;
  private static final String RULE = "─";

  private final Block.Table table;
  private final int[] widths;
  private final List<Text> lines = new ArrayList<>();

  private TableLayout(Block.Table table, int columns) {
    this.table = table;
    this.widths = widths(table, columns);
  }

  static TableLayout of(Block.Table table, int columns) {
    TableLayout layout = new TableLayout(table, columns);
    layout.titles();
    table.groupedRows().forEach(layout::row);
    if (table.rows().isEmpty()) {
      layout.lines.add(Text.of("none", Tone.FAINT));
    }
    return layout;
  }

  List<Text> lines() {
    return lines;
  }

  private static int[] widths(Block.Table table, int columns) {
    int count = table.columns().size();
    int[] widths = new int[count];
    int before = 0;
    for (int column = 0; column < count; column++) {
      widths[column] = Text.of(table.columns().get(column).title()).width();
      for (List<Text> row : table.rows()) {
        widths[column] = Math.max(widths[column], row.get(column).width());
      }
      if (column < count - 1) {
        before += widths[column] + GAP.length();
      }
    }
    int room = Math.max(LAST_COLUMNS_AT_LEAST, columns - before);
    widths[count - 1] = Math.min(widths[count - 1], room);
    return widths;
  }

  private void titles() {
    row(table.columns().stream().map(column -> Text.of(column.title(), Tone.STRONG)).toList());
    Text rule = Text.NONE;
    for (int column = 0; column < widths.length; column++) {
      rule = rule.and(column == 0 ? "" : GAP).and(RULE.repeat(widths[column]), Tone.FAINT);
    }
    lines.add(rule);
  }

  private void row(List<Text> cells) {
    int last = widths.length - 1;
    List<Text> wrapped = Wrap.lines(cells.get(last), widths[last]);
    Text start = Text.NONE;
    for (int column = 0; column < last; column++) {
      start = start.and(padded(cells.get(column), column)).and(GAP);
    }
    lines.add(withoutBlanksAtEnd(start.and(aligned(wrapped.get(0), last))));
    String blanks = " ".repeat(start.width());
    for (Text line : wrapped.subList(1, wrapped.size())) {
      lines.add(Text.of(blanks).and(aligned(line, last)));
    }
  }

  private Text padded(Text cell, int column) {
    String padding = " ".repeat(widths[column] - cell.width());
    return isRight(column) ? Text.of(padding).and(cell) : cell.and(padding);
  }

  private Text aligned(Text cell, int column) {
    return isRight(column) ? padded(cell, column) : cell;
  }

  private boolean isRight(int column) {
    return table.columns().get(column).side() == Block.Column.Side.RIGHT;
  }

  private static Text withoutBlanksAtEnd(Text line) {
    List<Text.Span> spans = new ArrayList<>(line.spans());
    while (!spans.isEmpty()) {
      Text.Span end = spans.remove(spans.size() - 1);
      if (!end.words().isBlank()) {
        spans.add(new Text.Span(end.words().stripTrailing(), end.tone()));
        break;
      }
    }
    return new Text(spans);
  }
}
