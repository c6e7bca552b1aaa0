package tribune.rulebase.cases;

import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;

/** What test cases find, and what they leave open. */
public enum CaseCode implements DiagnosticCode {
  CASE_FAILS("RC-001", "A check does not answer as a test case says."),
  OUTCOME_UNTESTED("RC-101", "A check has no case of this outcome.", Diagnostic.Level.WARNING),
  RULE_UNTESTED("RC-102", "A rule fires in no case that could tell.", Diagnostic.Level.WARNING),
  NEVER_TRUE("RC-103", "A condition holds in no case that could tell.", Diagnostic.Level.WARNING),
  NEVER_FALSE("RC-104", "A condition fails in no case that could tell.", Diagnostic.Level.WARNING),
  PASSES_WITHOUT(
      "RC-105",
      "A check still passes when a fact that its rules read is not stated.",
      Diagnostic.Level.WARNING),
  REASON_OUT_OF_DATE("RC-201", "gaps.yaml gives a reason for what is no gap.");

  private final String id;
  private final String meaning;
  private final Diagnostic.Level level;

  CaseCode(String id, String meaning) {
    this(id, meaning, Diagnostic.Level.ERROR);
  }

  CaseCode(String id, String meaning, Diagnostic.Level level) {
    this.id = id;
    this.meaning = meaning;
    this.level = level;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public Diagnostic.Level level() {
    return level;
  }
}
