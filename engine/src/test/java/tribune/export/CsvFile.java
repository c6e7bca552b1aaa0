package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of comma-separated values. */
final class CsvFile {
  private CsvFile() {}

  /** All rows, that of the names of the columns too. */
  static List<CsvRecord> rows(Path file) throws IOException {
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, UTF_8))) {
      csv.forEach(rows::add);
    }
    return rows;
  }
}
