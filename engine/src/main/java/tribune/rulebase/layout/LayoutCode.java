package tribune.rulebase.layout;

import tribune.document.DiagnosticCode;

/** What stands in the way of laying out a file that has no mistake of its own. */
public enum LayoutCode implements DiagnosticCode {
  CHANGES_MEANING("RF-001", "A file cannot be laid out without changing what it says.");

  private final String id;
  private final String meaning;

  LayoutCode(String id, String meaning) {
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
