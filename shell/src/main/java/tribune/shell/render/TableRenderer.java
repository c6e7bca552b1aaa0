package tribune.shell.render;

import java.util.List;

/**
 * For people: an empty line between blocks, what is under a heading set in by two columns, labels
 * and columns aligned, running text wrapped.
 */
final class TableRenderer implements Block.Cases<Void> {

  private static final int INDENT_COLUMNS = 2;

  private final Palette palette;
  private final int columns;
  private final StringBuilder written = new StringBuilder();
  private boolean underHeading;
  private boolean afterHeading;

  private TableRenderer(int columns, Palette palette) {
    this.columns = columns;
    this.palette = palette;
  }

  static String render(Report report, int columns, Palette palette) {
    TableRenderer renderer = new TableRenderer(columns, palette);
    report.blocks().forEach(block -> block.fold(renderer));
    return renderer.written.toString();
  }

  @Override
  public Void heading(Block.Heading heading) {
    separate();
    underHeading = false;
    for (Text line : Wrap.lines(strong(heading.title()), columns)) {
      line(line);
    }
    underHeading = true;
    afterHeading = true;
    return null;
  }

  @Override
  public Void fields(Block.Fields fields) {
    separate();
    FieldLayout.of(fields, room()).lines().forEach(this::line);
    return null;
  }

  @Override
  public Void table(Block.Table table) {
    separate();
    TableLayout.of(table, room()).lines().forEach(this::line);
    return null;
  }

  @Override
  public Void paragraph(Block.Paragraph paragraph) {
    separate();
    Wrap.lines(paragraph.text(), room()).forEach(this::line);
    return null;
  }

  @Override
  public Void bullets(Block.Bullets bullets) {
    separate();
    for (Text point : bullets.points()) {
      Text mark = Text.of("- ");
      for (Text line : Wrap.lines(point, room() - mark.width())) {
        line(mark.and(line));
        mark = Text.of("  ");
      }
    }
    return null;
  }

  @Override
  public Void verbatim(Block.Verbatim verbatim) {
    separate();
    verbatim.lines().forEach(words -> line(Text.of(words)));
    return null;
  }

  @Override
  public Void conclusion(Block.Conclusion conclusion) {
    separate();
    underHeading = false;
    Text rest = conclusion.rest();
    Text whole = rest.isEmpty() ? conclusion.word() : conclusion.word().and("  ").and(rest);
    Wrap.lines(whole, columns).forEach(this::line);
    return null;
  }

  private void separate() {
    if (!written.isEmpty() && !afterHeading) {
      written.append('\n');
    }
    afterHeading = false;
  }

  private void line(Text text) {
    if (underHeading && !text.isEmpty()) {
      written.append(" ".repeat(INDENT_COLUMNS));
    }
    written.append(palette.paint(text)).append('\n');
  }

  private int room() {
    return underHeading ? columns - INDENT_COLUMNS : columns;
  }

  private static Text strong(Text title) {
    List<Text.Span> spans =
        title.spans().stream()
            .map(
                span -> span.tone() == Tone.PLAIN ? new Text.Span(span.words(), Tone.STRONG) : span)
            .toList();
    return new Text(spans);
  }
}
