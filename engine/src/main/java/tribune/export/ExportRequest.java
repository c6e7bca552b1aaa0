package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.trail.Filter;

/**
 * What an export is to hold. Start from {@link #of}.
 *
 * @param formats at least one, none twice
 * @param filter which audits; empty for all records
 * @param since only what came after this checkpoint
 * @param columns those of tables, in this order; empty for all
 */
public record ExportRequest(
    List<ExportFormat> formats,
    Optional<Filter> filter,
    Optional<SignedCheckpoint> since,
    List<String> columns,
    CellText cells) {
  public ExportRequest {
    formats = List.copyOf(formats);
    requireNonNull(filter, "filter");
    requireNonNull(since, "since");
    columns = List.copyOf(columns);
    requireNonNull(cells, "cells");
    if (formats.isEmpty() || names(formats).stream().distinct().count() < formats.size()) {
      throw new IllegalArgumentException("one format or more, each once: " + names(formats));
    }
  }

  /** Everything, in these formats. */
  public static ExportRequest of(List<ExportFormat> formats) {
    return new ExportRequest(
        formats, Optional.empty(), Optional.empty(), List.of(), CellText.GUARDED);
  }

  public ExportRequest withFilter(Optional<Filter> wanted) {
    return new ExportRequest(formats, wanted, since, columns, cells);
  }

  public ExportRequest withSince(Optional<SignedCheckpoint> wanted) {
    return new ExportRequest(formats, filter, wanted, columns, cells);
  }

  public ExportRequest withColumns(List<String> wanted) {
    return new ExportRequest(formats, filter, since, wanted, cells);
  }

  public ExportRequest withCells(CellText wanted) {
    return new ExportRequest(formats, filter, since, columns, wanted);
  }

  ExportScope scope() {
    return filter.isPresent()
        ? ExportScope.SELECTED
        : since.isPresent() ? ExportScope.SINCE : ExportScope.WHOLE;
  }

  /** Columns that no table of these formats has. */
  List<String> unknownColumns() {
    return columns.stream().filter(it -> !columnsThereAre().contains(it)).toList();
  }

  /** The columns of all tables of these formats. */
  List<String> columnsThereAre() {
    return formats.stream()
        .flatMap(format -> format.tables().stream())
        .flatMap(table -> table.names().stream())
        .distinct()
        .toList();
  }

  static List<String> names(List<ExportFormat> formats) {
    return formats.stream().map(ExportFormat::name).sorted().toList();
  }
}
