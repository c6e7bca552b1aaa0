package tribune.decision;

/** Whether a question was about the buyer or about the company. */
public enum Subject {
  BUYER,
  COMPANY,
  BOTH
}
