package tribune.decision;

/** Why a decision cannot wait, if it cannot. */
public enum Urgency {
  NORMAL,
  REGULATORY_DEADLINE,
  SAFETY_EMERGENCY
}
