package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import tribune.rulebase.page.Page;
import tribune.rulebase.page.Part;
import tribune.rulebase.page.Words;
import tribune.shell.render.Block;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;

/** Lays a page of the rule base out for the terminal. */
final class PageBlocks {
  private PageBlocks() {}

  static List<Block> of(Page page) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of(page.title()));
    page.lead().forEach(part -> blocks.add(block(part)));
    for (Page.Section section : page.sections()) {
      blocks.add(Block.Heading.of(section.title()));
      section.parts().forEach(part -> blocks.add(block(part)));
    }
    return List.copyOf(blocks);
  }

  private static Block block(Part part) {
    return part.fold(
        paragraph -> new Block.Paragraph(text(paragraph.words())),
        points -> new Block.Bullets(points.points().stream().map(PageBlocks::text).toList()),
        terms ->
            new Block.Fields(
                terms.terms().stream()
                    .map(it -> new Block.Field(text(it.term()), text(it.meaning())))
                    .toList()),
        PageBlocks::table,
        code -> Block.Verbatim.of(code.text()));
  }

  private static Block table(Part.Grid grid) {
    return new Block.Table(
        grid.columns().stream().map(Block.Column::words).toList(),
        grid.grouping(),
        grid.rows().stream().map(row -> row.stream().map(PageBlocks::text).toList()).toList());
  }

  private static Text text(Words words) {
    Text text = Text.NONE;
    for (Words.Piece piece : words.pieces()) {
      text = text.and(piece.text(), tone(piece.sort()));
    }
    return text;
  }

  private static Tone tone(Words.Sort sort) {
    return switch (sort) {
      case PLAIN -> Tone.PLAIN;
      case STRONG -> Tone.STRONG;
      case CODE, PAGE -> Tone.NAME;
    };
  }
}
