package tribune.export.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import tribune.export.Cell;

/**
 * How a cell stands on a sheet. A sheet counts days from the end of 1899 in UTC; they are written
 * in decimals here, since the digits of a {@code double} differ between versions of Java.
 */
final class SheetCell {
  private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

  /** Before it sheets take 1900 for a leap year. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000L);
  private static final int DECIMALS = 10;

  private static final double ORDINARY_WIDTH = 16;
  private static final Map<String, Double> WIDTHS =
      Map.ofEntries(
          Map.entry("audited_at", 24.0),
          Map.entry("title", 50.0),
          Map.entry("stakes_because", 40.0),
          Map.entry("reasons", 70.0),
          Map.entry("missing", 40.0),
          Map.entry("values", 50.0),
          Map.entry("facts", 40.0),
          Map.entry("principle", 40.0),
          Map.entry("question", 70.0),
          Map.entry("remedy", 70.0),
          Map.entry("what", 24.0),
          Map.entry("value", 100.0));

  private SheetCell() {}

  /** How wide a column is, in characters. */
  static double width(String column) {
    return WIDTHS.getOrDefault(column, ORDINARY_WIDTH);
  }

  static void write(Worksheet sheet, int row, int column, Cell cell) {
    if (cell instanceof Cell.Whole whole) {
      sheet.value(row, column, whole.value());
    } else if (cell instanceof Cell.Time time && isOnSheets(day(time.value()))) {
      sheet.value(row, column, number(time.value()));
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss.000").set();
    } else if (cell instanceof Cell.Day day && isOnSheets(day.value())) {
      sheet.value(row, column, day.value().toEpochDay() - DAY_ZERO);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (!cell.plain().isEmpty()) {
      String text = SheetText.of(cell.plain());
      sheet.inlineString(row, column, text);
      if (text.indexOf('\n') >= 0) {
        sheet.style(row, column).wrapText(true).set();
      }
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), 86_400L));
  }

  private static boolean isOnSheets(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }

  private static BigDecimal number(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli())
        .divide(MILLIS_A_DAY, DECIMALS, RoundingMode.HALF_EVEN)
        .add(BigDecimal.valueOf(DAY_ZERO).negate());
  }
}
