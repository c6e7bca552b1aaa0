package tribune.decision;

/** An answer to a yes/no question. {@link #UNSTATED} never means {@link #NO}. */
public enum Tri {
  YES,
  NO,
  /** Nobody has said; a check that needs the answer asks for it. */
  UNSTATED
}
