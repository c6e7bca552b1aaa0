package tribune.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * The cells of one row of comma-separated values (RFC 4180), each with its place. A quote within a
 * cell that does not begin with one is a character like any other, and CR LF within a cell is one
 * line end, LF.
 */
final class CsvCells {
  private final Source source;
  private final List<Node.Scalar> cells = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private CellState state = CellState.START;

  /** Where the cell begins and where the reader is, in code points. */
  private int from;

  private int at;

  private CsvCells(Source source) {
    this.source = source;
  }

  /** The cells of a source that is one row, without its line end; at least one. */
  static Reading<List<Node.Scalar>> read(Source source) {
    CsvCells cells = new CsvCells(source);
    Optional<Diagnostic> mistake = cells.read(source.text());
    return mistake.isPresent()
        ? Reading.faulty(mistake.get())
        : new Reading.Sound<>(cells.cells, List.of());
  }

  private Optional<Diagnostic> read(String row) {
    for (int i = 0; i < row.length(); i += Character.charCount(row.codePointAt(i))) {
      int point = row.codePointAt(i);
      CellState next = state.after(point);
      if (next == CellState.BROKEN) {
        return Optional.of(trailing());
      }
      if (next == CellState.START) {
        end();
      } else if (isContent(next)) {
        value.appendCodePoint(point);
      }
      state = next;
      at++;
    }
    if (state == CellState.QUOTED) {
      return Optional.of(unclosed());
    }
    end();
    return Optional.empty();
  }

  private boolean isContent(CellState next) {
    boolean opens = state == CellState.START && next == CellState.QUOTED;
    return !opens && next != CellState.CLOSED;
  }

  private void end() {
    String text = value.toString().replace("\r\n", "\n");
    cells.add(new Node.Scalar(text, Node.Style.QUOTED, source.span(from, at)));
    value.setLength(0);
    from = at + 1;
  }

  private Diagnostic trailing() {
    return Diagnostic.of(IntakeCode.QUOTES, source, "text behind the quote that ends a cell")
        .at(source.span(at, at + 1))
        .label("a comma belongs here")
        .note("a quote within a quoted cell is written twice: \"\"");
  }

  private Diagnostic unclosed() {
    return Diagnostic.of(IntakeCode.QUOTES, source, "the quote that begins here never ends")
        .at(source.span(from, from + 1))
        .label("close the quote")
        .note("a quote within a quoted cell is written twice: \"\"");
  }
}
