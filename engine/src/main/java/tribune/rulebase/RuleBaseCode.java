package tribune.rulebase;

import tribune.document.DiagnosticCode;

/** Mistakes in a rule base. */
public enum RuleBaseCode implements DiagnosticCode {
  NOT_A_RULE_BASE("RB-001", "The directory holds no rulebase.yaml, or no rule file."),
  TOO_LARGE("RB-002", "The rule base has too many files, or a file is too large."),
  FILE_NAME("RB-003", "A file name does not mean the same on every machine."),
  THRESHOLD_VALUE("RB-101", "A threshold is not a number with at most one unit."),
  CHECK_ID("RB-102", "A check id does not have the form LTR-03."),
  CHECK_TWICE("RB-103", "Two principles name the same check."),
  PRINCIPLE_TWICE("RB-104", "Two files describe the same principle."),
  DRL_SYNTAX("RB-201", "The rule file is not DRL."),
  RULE_NAME("RB-202", "A rule name does not say which check it belongs to and what it does."),
  RULE_TWICE("RB-203", "Two rules have the same name."),
  UNKNOWN_CHECK("RB-204", "A rule names a check that no principle.yaml describes."),
  CHECK_WITHOUT_RULES("RB-205", "A check has no `applies` rule, or no rule that can decide it."),
  FACET_ALONE("RB-206", "A rule does not extend the `applies` rule of its check."),
  FORBIDDEN("RB-207", "A rule file uses a part of DRL that an audit cannot rely on."),
  WRONG_PACKAGE("RB-208", "A rule file does not say `package rules`."),
  UNKNOWN_THRESHOLD("RB-209", "A rule reads a threshold that thresholds.yaml does not have."),
  DRL_MEANING("RB-301", "Drools cannot make sense of a rule.");

  private final String id;
  private final String meaning;

  RuleBaseCode(String id, String meaning) {
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
