package tribune.intake;

import tribune.document.DiagnosticCode;

/** Mistakes in a file of many proposals, beside those of the proposals themselves. */
public enum IntakeCode implements DiagnosticCode {
  LINE_TOO_LONG("IN-301", "A line, or a row with its quoted line ends, of more than 1 MiB."),
  NO_OBJECT("IN-302", "A line of a jsonl file that is no JSON object."),
  NOT_MENDED("IN-303", "A rejected line that could not be read and still waits to be mended."),
  NO_HEADER("IN-304", "A csv file whose first row names no columns."),
  UNKNOWN_COLUMN("IN-305", "A column of a csv file that names no single fact."),
  REPEATED_COLUMN("IN-306", "The same column twice in a csv file."),
  CELL_COUNT("IN-307", "A row of a csv file with more or fewer cells than columns."),
  QUOTES("IN-308", "Quotes in a row of a csv file that do not go together."),
  REFUSED("IN-309", "A proposal that the trail refuses: too large, or its revision is taken.");

  private final String id;
  private final String meaning;

  IntakeCode(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
