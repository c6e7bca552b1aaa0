package tribune.export.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tribune.export.Cell;

/**
 * A workbook as the library writes it, sheet by sheet: names in a frozen first row, a filter over
 * all rows. What does not fit on a sheet goes on a next one, such as {@code findings-2}. Used by
 * one thread.
 */
final class Book implements AutoCloseable {
  private static final int ROWS_HELD = 500;

  private final OutputStream out;
  private final Workbook workbook;
  private final int rowLimit;

  Book(Path file, int rowLimit) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.workbook = new Workbook(out, "Tribune", "1.0");
    this.rowLimit = rowLimit;
  }

  /** Writes a table on as many sheets as it takes, one at least. */
  void sheet(String name, List<String> columns, Iterator<List<Cell>> rows) throws IOException {
    int number = 1;
    do {
      Worksheet sheet = workbook.newWorksheet(number == 1 ? name : name + "-" + number);
      fill(sheet, columns, rows);
      number++;
    } while (rows.hasNext());
  }

  private void fill(Worksheet sheet, List<String> columns, Iterator<List<Cell>> rows)
      throws IOException {
    sheet.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      String title = columns.get(column);
      sheet.width(column, SheetCell.width(title));
      sheet.inlineString(0, column, title);
      sheet.style(0, column).bold().set();
    }
    int row = 1;
    while (row < rowLimit && rows.hasNext()) {
      List<Cell> cells = rows.next();
      for (int column = 0; column < cells.size(); column++) {
        SheetCell.write(sheet, row, column, cells.get(column));
      }
      if (row % ROWS_HELD == 0) {
        sheet.flush();
      }
      row++;
    }
    sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
    sheet.finish();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      workbook.finish();
    }
  }
}
