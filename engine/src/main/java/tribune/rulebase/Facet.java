package tribune.rulebase;

import java.util.Locale;

/** What one rule of a check can say. */
public enum Facet {
  APPLIES,
  NEEDS_EVIDENCE,
  FAILS;

  /** As rule names write it: {@code needs evidence}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
