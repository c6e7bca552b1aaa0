package tribune.decision;

/** Where in the journey a touchpoint lies. */
public enum Stage {
  AWARENESS,
  CONSIDER,
  BUY,
  ONBOARD,
  USE,
  SUPPORT,
  RENEW,
  LEAVE
}
