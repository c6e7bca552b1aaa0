package tribune.decision;

/** Which of three different things a decision is about (seed 000: they are not the same). */
public enum Scope {
  /** Why the company acts: the customer as motive. */
  CENTRICITY,
  /** What customers get. */
  EXPERIENCE,
  /** How well the company can manage experiences. */
  XM_CAPABILITY
}
