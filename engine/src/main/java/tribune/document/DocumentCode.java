package tribune.document;

/** Mistakes in a text, before anybody asks what it means. */
public enum DocumentCode implements DiagnosticCode {
  NOT_UTF_8("IN-001", "The file is not UTF-8 text."),
  TOO_LARGE("IN-002", "The file is larger than 1 MiB."),
  EMPTY("IN-003", "The file states nothing: it is empty, or holds comments only."),
  SYNTAX("IN-004", "The text is neither YAML nor JSON."),
  SEVERAL_DOCUMENTS("IN-005", "The file holds more than one YAML document."),
  ANCHOR("IN-006", "YAML anchors (&name) and aliases (*name) are off: write the value out."),
  TAG("IN-007", "YAML tags (!name) are off: the kind of a value follows from its member."),
  KEY_NOT_TEXT("IN-008", "A member name is a list or a mapping instead of a word."),
  WRITTEN_TWICE("IN-009", "A member is written twice in the same mapping."),
  TOO_DEEP("IN-010", "The text is nested more than 64 levels deep."),
  CONTROL_CHARACTER("IN-011", "The text holds a character that cannot be seen or printed.");

  private final String id;
  private final String meaning;

  DocumentCode(String id, String meaning) {
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
