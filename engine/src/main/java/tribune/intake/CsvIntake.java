package tribune.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * Comma-separated values (RFC 4180): the paths of facts in the first row, and a proposal in each
 * row below. A row whose quotes do not go together costs no more than its first line.
 */
final class CsvIntake implements Intake {
  /** Spreadsheets leave rows of commas behind. */
  private static final String BLANK = " \t\r\n,";

  private final String name;
  private final TextLines lines;
  private final List<Column> columns = new ArrayList<>();

  private CsvIntake(String name, TextLines lines) {
    this.name = name;
    this.lines = lines;
  }

  static Reading<Intake> open(String name, TextLines lines) throws IOException {
    CsvIntake intake = new CsvIntake(name, lines);
    Optional<TextLine> header = intake.row();
    if (header.isEmpty() || header.get().isCut()) {
      return Reading.faulty(noHeader(Source.of(name, "")));
    }
    return Source.decode(name, header.get().content(), header.get().number())
        .then(source -> CsvCells.read(source).then(cells -> intake.withColumns(source, cells)));
  }

  private static Diagnostic noHeader(Source source) {
    return Diagnostic.of(IntakeCode.NO_HEADER, source, "the file has no header")
        .note("its first row names the facts: decision.id,decision.title,decision.kind");
  }

  private Reading<Intake> withColumns(Source source, List<Node.Scalar> names) {
    Diagnostics diagnostics = new Diagnostics(source);
    Map<String, Place> seen = new HashMap<>();
    for (Node.Scalar column : names) {
      Column.of(column, diagnostics).ifPresent(it -> add(it, column.place(), seen, diagnostics));
    }
    return diagnostics.reading(this);
  }

  private void add(Column column, Place place, Map<String, Place> seen, Diagnostics diagnostics) {
    Place first = seen.putIfAbsent(column.path(), place);
    if (first != null) {
      diagnostics.add(
          IntakeCode.REPEATED_COLUMN,
          place,
          "the column " + column.path() + " stands there twice",
          "the first is at column " + first.column() + " of this line");
    }
    columns.add(column);
  }

  @Override
  public Optional<UnreadLine> next() throws IOException {
    return row().map(it -> it.isCut() ? new LongLine(name, it) : new CsvRow(name, it, columns));
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  /** The next row that is not blank: a line, and those that its quotes take in. */
  private Optional<TextLine> row() throws IOException {
    Optional<TextLine> line = lines.next();
    while (line.isPresent() && line.get().hasOnly(BLANK)) {
      line = lines.next();
    }
    return line.isPresent() && !line.get().isCut() ? Optional.of(whole(line.get())) : line;
  }

  private TextLine whole(TextLine first) throws IOException {
    List<TextLine> taken = new ArrayList<>();
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    row.writeBytes(first.bytes());
    CellState state = after(CellState.START, first);
    while (state == CellState.QUOTED) {
      Optional<TextLine> next = lines.next();
      next.ifPresent(taken::add);
      if (next.isEmpty() || row.size() + next.get().bytes().length > Source.LIMIT_BYTES) {
        state = CellState.BROKEN;
      } else {
        row.writeBytes(next.get().bytes());
        state = after(state, next.get());
      }
    }
    if (state == CellState.BROKEN) {
      for (int i = taken.size() - 1; i >= 0; i--) {
        lines.putBack(taken.get(i));
      }
      return first;
    }
    return new TextLine(first.number(), row.toByteArray(), TextLine.Extent.WHOLE);
  }

  private static CellState after(CellState before, TextLine line) {
    CellState state = before;
    for (byte b : line.bytes()) {
      state = state.after(b);
    }
    return state;
  }
}
