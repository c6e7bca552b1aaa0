package tribune.shell.render;

import java.util.stream.Collectors;

/**
 * A line for each statement: {@code label: value}, {@code - point}, the cells of a row with one
 * blank between them and {@code -} for an empty one. Column titles are left out, as they are no
 * data. No colours, no wrapping, no empty lines but those of verbatim text.
 */
final class PlainRenderer implements Block.Cases<Void> {

  private final StringBuilder written = new StringBuilder();

  private PlainRenderer() {}

  static String render(Report report) {
    PlainRenderer renderer = new PlainRenderer();
    report.blocks().forEach(block -> block.fold(renderer));
    return renderer.written.toString();
  }

  @Override
  public Void heading(Block.Heading heading) {
    return line(heading.title().words());
  }

  @Override
  public Void fields(Block.Fields fields) {
    fields
        .fields()
        .forEach(field -> line(field.label().words() + ": " + orDash(field.value().words())));
    return null;
  }

  @Override
  public Void table(Block.Table table) {
    table
        .rows()
        .forEach(
            row ->
                line(
                    row.stream()
                        .map(cell -> orDash(cell.words()))
                        .collect(Collectors.joining(" "))));
    return null;
  }

  @Override
  public Void paragraph(Block.Paragraph paragraph) {
    return line(paragraph.text().words());
  }

  @Override
  public Void bullets(Block.Bullets bullets) {
    bullets.points().forEach(point -> line("- " + point.words()));
    return null;
  }

  @Override
  public Void verbatim(Block.Verbatim verbatim) {
    verbatim.lines().forEach(this::line);
    return null;
  }

  @Override
  public Void conclusion(Block.Conclusion conclusion) {
    return line((conclusion.word().words() + " " + conclusion.rest().words()).strip());
  }

  private Void line(String words) {
    written.append(words).append('\n');
    return null;
  }

  private static String orDash(String words) {
    return words.isBlank() ? "-" : words;
  }
}
