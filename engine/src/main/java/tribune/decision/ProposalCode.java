package tribune.decision;

import tribune.document.DiagnosticCode;

/** Mistakes in what the facts of a proposal say together. */
public enum ProposalCode implements DiagnosticCode {
  DATE_ORDER("IN-201", "A day that lies before or after another one that it cannot."),
  MIXED_CURRENCIES("IN-202", "Amounts in more than one currency: they cannot be compared."),
  CONTRADICTION("IN-203", "An answer that another part of the proposal contradicts."),
  METRIC_RANGE("IN-204", "A value that the metric cannot have."),
  METRIC_ORDER("IN-205", "An expected value that is not between the lowest and the highest."),
  UNKNOWN_PATH("IN-206", "A path that names no fact of the proposal."),
  TOO_MANY_FACTS("IN-207", "More than 10,000 facts.");

  private final String id;
  private final String meaning;

  ProposalCode(String id, String meaning) {
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
