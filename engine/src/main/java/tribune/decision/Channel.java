package tribune.decision;

/** How a touchpoint reaches the customer (seed 001: static, human, digital). */
public enum Channel {
  STATIC,
  HUMAN,
  DIGITAL
}
