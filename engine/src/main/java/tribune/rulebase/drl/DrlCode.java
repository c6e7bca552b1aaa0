package tribune.rulebase.drl;

import tribune.document.DiagnosticCode;

/** Mistakes in how a rule file is written. */
public enum DrlCode implements DiagnosticCode {
  UNCLOSED_TEXT("RB-501", "A text in a rule file has no closing quote."),
  UNCLOSED_COMMENT("RB-502", "A comment in a rule file is never closed."),
  STRAY("RB-503", "Something stands between rules that is no part of one."),
  NO_END("RB-504", "A rule or declaration does not end with `end`."),
  NO_WHEN("RB-505", "A rule does not say `when`."),
  NO_THEN("RB-506", "A rule does not say `then`."),
  HEADER("RB-507", "The first line of a rule or declaration is not written as it has to be."),
  BRACKET("RB-508", "A bracket is not closed, or closed by another one."),
  CONDITION("RB-509", "A condition is not written as conditions are."),
  CONSEQUENCE("RB-510", "A consequence is not written as consequences are."),
  HIDDEN("RB-511", "A character in a rule file can hide what stands beside it."),
  TOO_LARGE("RB-512", "A rule file, or a part of it, is too long or nested too deeply.");

  private final String id;
  private final String meaning;

  DrlCode(String id, String meaning) {
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
