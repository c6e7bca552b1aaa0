package tribune.schema;

import tribune.document.DiagnosticCode;

/** Mistakes in what a document states, seen from the record it is read into. */
public enum BindingCode implements DiagnosticCode {
  UNKNOWN_MEMBER("IN-101", "A member that records of this type do not have."),
  MISSING_MEMBER("IN-102", "A required member is not stated."),
  WRONG_SHAPE("IN-103", "A list, a mapping or a single value where another of them belongs."),
  UNKNOWN_VALUE("IN-104", "A word that is not among the allowed ones."),
  WRONG_FORM("IN-105", "A value that is not written the way its kind is written."),
  WRONG_UNIT("IN-106", "A number without its unit, or with another one."),
  OUT_OF_RANGE("IN-107", "A number or a day outside its range."),
  TOO_LONG("IN-108", "A text or a number that is too long."),
  FORBIDDEN_CHARACTER("IN-109", "A text with a character that cannot be seen or printed."),
  REPEATED_VALUE("IN-110", "The same value twice in one list."),
  REPEATED_KEY("IN-111", "Two records of one list with the same name."),
  DANGLING_REFERENCE("IN-112", "A reference to a record that is not in the document."),
  REFUSED("IN-113", "Values that are sound one by one and impossible together.");

  private final String id;
  private final String meaning;

  BindingCode(String id, String meaning) {
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
