package tribune.decision;

/** How far a department was heard. */
public enum ConsultationState {
  NOT_CONSULTED,
  INFORMED,
  CONSULTED,
  SUPPORTS,
  SIGNED_OFF,
  OBJECTED
}
