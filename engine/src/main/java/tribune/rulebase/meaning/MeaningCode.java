package tribune.rulebase.meaning;

import tribune.document.DiagnosticCode;

/** Mistakes in what a rule file names and compares. */
public enum MeaningCode implements DiagnosticCode {
  UNKNOWN_TYPE("RB-601", "A rule file names a type that does not exist."),
  UNKNOWN_MEMBER("RB-602", "A fact has no such member."),
  UNKNOWN_CONSTANT("RB-603", "A type has no such constant."),
  UNKNOWN_METHOD("RB-604", "Nothing can be called by this name there."),
  UNKNOWN_VARIABLE("RB-605", "A rule uses a variable that it does not bind before."),
  BOUND_TWICE("RB-606", "A pattern binds the same variable twice."),
  OTHER_SORTS("RB-607", "Two things are compared that are never the same."),
  OTHER_NUMBERS("RB-608", "A whole number is compared with a decimal one."),
  NO_CONDITION("RB-609", "A value stands where a condition has to be."),
  ARGUMENTS("RB-610", "A call or a new fact is given something else than it takes."),
  UNKNOWN_IMPORT("RB-611", "A rule file imports what does not exist."),
  NO_FACT("RB-612", "A pattern looks for what is never a fact.");

  private final String id;
  private final String meaning;

  MeaningCode(String id, String meaning) {
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
