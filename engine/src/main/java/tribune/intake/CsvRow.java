package tribune.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tribune.decision.ProposalReader;
import tribune.document.Diagnostic;
import tribune.document.Document;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;

/** A row of a csv file: the facts of one proposal. */
record CsvRow(String name, TextLine line, List<Column> columns) implements UnreadLine {
  @Override
  public int bytes() {
    return line.bytes().length;
  }

  @Override
  public ReadLine read() {
    return Source.decode(name, line.content(), line.number())
        .fold(
            sound -> read(sound.value()),
            faulty ->
                unreadable(
                    Source.of(name, new String(line.content(), StandardCharsets.UTF_8)),
                    faulty.diagnostics().get(0)));
  }

  private ReadLine read(Source source) {
    return CsvCells.read(source)
        .fold(
            sound -> read(source, sound.value()),
            faulty -> unreadable(source, faulty.diagnostics().get(0)));
  }

  private ReadLine read(Source source, List<Node.Scalar> cells) {
    if (cells.size() != columns.size()) {
      return unreadable(source, count(source, cells));
    }
    Node tree = RowTree.of(columns, cells);
    return new ReadLine(
        line.number(), source, ProposalReader.read(new Document(source, tree)), Optional.of(tree));
  }

  private Diagnostic count(Source source, List<Node.Scalar> cells) {
    int last = Math.min(cells.size(), columns.size() + 1) - 1;
    return Diagnostic.of(
            IntakeCode.CELL_COUNT,
            source,
            "the row has " + cells.size() + " cells, and there are " + columns.size() + " columns")
        .at(cells.get(last).place())
        .label(
            cells.size() > columns.size()
                ? "this one has no column"
                : columns.get(last).path() + " is the last one that is stated")
        .note("a cell with a comma stands in quotes; one that states nothing is left blank");
  }

  private ReadLine unreadable(Source source, Diagnostic mistake) {
    return new ReadLine(line.number(), source, Reading.faulty(mistake), Optional.empty());
  }
}
