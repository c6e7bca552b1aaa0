package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of an export.
 *
 * @param name what its file or sheet is called
 * @param <T> what a row is of
 */
public record ExportTable<T>(String name, List<Column<T>> columns) {

  /**
   * A column.
   *
   * @param name lower case with underscores; stands in the first row
   */
  public record Column<T>(String name, Function<T, Cell> value) {
    public Column {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
    }
  }

  public ExportTable {
    requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }

  /** The names of its columns, in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Those cells of a row. */
  public List<Cell> row(T of) {
    return columns.stream().map(column -> column.value().apply(of)).toList();
  }

  /** The same with those columns that it has of these, in their order; with all if it has none. */
  ExportTable<T> with(List<String> chosen) {
    List<Column<T>> those = chosen.stream().map(this::column).flatMap(Optional::stream).toList();
    return those.isEmpty() ? this : new ExportTable<>(name, those);
  }

  private Optional<Column<T>> column(String wanted) {
    return columns.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }
}
