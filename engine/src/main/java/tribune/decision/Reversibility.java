package tribune.decision;

/** How hard it is to take the decision back. */
public enum Reversibility {
  EASY,
  COSTLY,
  IRREVERSIBLE
}
