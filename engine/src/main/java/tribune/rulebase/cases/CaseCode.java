package tribune.rulebase.cases;

import tribune.document.DiagnosticCode;

/** What test cases find, and what they leave open. */
public enum CaseCode implements DiagnosticCode {
  CASE_FAILS("RC-001", "A check does not answer as a test case says.");

  private final String id;
  private final String meaning;

  CaseCode(String id, String meaning) {
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
