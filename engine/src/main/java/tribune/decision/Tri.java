package tribune.decision;

import tribune.schema.Unstated;
import tribune.schema.Written;

/** An answer to a yes/no question. {@link #UNSTATED} never means {@link #NO}. */
public enum Tri {
  @Written(
      value = "yes",
      insteadOf = {"true", "y", "on"})
  YES,

  @Written(
      value = "no",
      insteadOf = {"false", "n", "off"})
  NO,

  /** Nobody has said; a check that needs the answer asks for it. */
  @Unstated
  @Written(
      value = "unstated",
      insteadOf = {"unknown", "n/a", "na", "?"})
  UNSTATED
}
