package tribune.rulebase;

import tribune.document.Diagnostic;
import tribune.document.DiagnosticCode;

/** Mistakes in a rule base, and what its author should look at all the same. */
public enum RuleBaseCode implements DiagnosticCode {
  NOT_A_RULE_BASE("RB-001", "The directory holds no rulebase.yaml, or no rule file."),
  TOO_LARGE("RB-002", "The rule base has too many files, or a file is too large."),
  FILE_NAME("RB-003", "A file name does not mean the same on every machine."),
  UNKNOWN_BASE("RB-004", "The rule base builds on one that cannot be found."),
  BASE_CHAIN("RB-005", "The rule base builds on itself, or on too long a chain of others."),
  OUT_OF_PLACE(
      "RB-006", "A file of the rule base is a link that leads out of it, or is no plain file."),
  THRESHOLD_VALUE("RB-101", "A threshold is not a number with at most one unit."),
  CHECK_ID("RB-102", "A check id does not have the form LTR-03."),
  CHECK_TWICE("RB-103", "Two principles name the same check."),
  PRINCIPLE_TWICE("RB-104", "Two files describe the same principle."),
  NOT_IN_BASE("RB-105", "A rule base changes a check or threshold that its base does not have."),
  ALREADY_IN_BASE("RB-106", "A rule base describes a threshold or reason that its base has."),
  OTHER_UNIT("RB-107", "A threshold of the base is given another unit."),
  REFUSED_FOR_NOTHING("RB-108", "waivers.yaml names a check that is not in the rule base."),
  DRL_SYNTAX("RB-201", "A part of a rule file is not DRL."),
  RULE_NAME("RB-202", "A rule name does not say which check it belongs to and what it does."),
  RULE_TWICE("RB-203", "Two rules have the same name."),
  UNKNOWN_CHECK("RB-204", "A rule names a check that no principle.yaml describes."),
  CHECK_WITHOUT_RULES("RB-205", "A check has no `applies` rule, or no rule that can decide it."),
  FACET_ALONE("RB-206", "A rule does not extend the `applies` rule of its check."),
  FORBIDDEN("RB-207", "A rule file uses a part of DRL that an audit cannot rely on."),
  WRONG_PACKAGE("RB-208", "A rule file does not say `package rules`."),
  UNKNOWN_THRESHOLD("RB-209", "A rule reads a threshold that thresholds.yaml does not have."),
  UNKNOWN_PARENT("RB-210", "A rule extends one that does not exist."),
  DRL_MEANING("RB-301", "Drools cannot make sense of a rule."),
  CONTRADICTION(
      "RB-401", "The conditions of a rule contradict each other.", Diagnostic.Level.WARNING),
  HIDDEN_FAIL(
      "RB-402",
      "A `fails` rule never counts: a `needs` rule always matches with it.",
      Diagnostic.Level.WARNING),
  NEVER_DERIVED(
      "RB-403", "A rule looks for derived facts that no rule derives.", Diagnostic.Level.WARNING),
  UNREAD_DERIVATION("RB-404", "No check reads what a rule derives.", Diagnostic.Level.WARNING),
  UNREAD_THRESHOLD("RB-405", "No rule reads a threshold.", Diagnostic.Level.WARNING),
  UNREAD_FACT(
      "RB-406", "A check asks for a fact that its rules do not read.", Diagnostic.Level.WARNING),
  OTHER_KINDS(
      "RB-407", "A check names other kinds of decision than its rules.", Diagnostic.Level.WARNING),
  SAME_FAILS("RB-408", "Two `fails` rules have the same conditions.", Diagnostic.Level.WARNING),
  TYPED_NUMBER(
      "RB-409", "A number stands in a rule instead of thresholds.yaml.", Diagnostic.Level.WARNING),
  NO_BASIS(
      "RB-410", "A check names no phrase that its demand comes from.", Diagnostic.Level.WARNING),
  NEVER_TRIPPED("RB-411", "No case shows a check that does not pass.", Diagnostic.Level.WARNING),
  BEYOND_WRITTEN("RB-701", "A rule file names something that rules may not touch."),
  BEYOND_ALLOWED("RB-702", "What Drools makes of a rule touches something that rules may not."),
  BEYOND_SIZE("RB-703", "A rule extends itself, or has too many alternatives."),
  NO_BUDGET("RB-704", "TRIBUNE_RULE_BUDGET does not say how much an evaluation may use."),
  TOO_SLOW("RB-705", "Reading or compiling the rules takes too long.");

  private final String id;
  private final String meaning;
  private final Diagnostic.Level level;

  RuleBaseCode(String id, String meaning) {
    this(id, meaning, Diagnostic.Level.ERROR);
  }

  RuleBaseCode(String id, String meaning, Diagnostic.Level level) {
    this.id = id;
    this.meaning = meaning;
    this.level = level;
  }

  @Override
  public Diagnostic.Level level() {
    return level;
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
