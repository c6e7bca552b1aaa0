package tribune.export;

import static java.util.Objects.requireNonNull;

/** The first thing that is wrong with an export: the file, and within it the line and record. */
public final class ExportUnsound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String expected;

  ExportUnsound(String where, String found, String expected) {
    super(where + ": found " + found + ", expected " + expected);
    this.where = requireNonNull(where, "where");
    this.found = requireNonNull(found, "found");
    this.expected = requireNonNull(expected, "expected");
  }

  /** Such as {@code records.jsonl, line 4, seq 3}. */
  public String where() {
    return where;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }

  /** Whether it is about that file. */
  boolean isOf(String path) {
    return where.equals(path) || where.startsWith(path + ",");
  }
}
