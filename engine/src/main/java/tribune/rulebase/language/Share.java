package tribune.rulebase.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of counts, as fractions that compare with thresholds. */
public final class Share {
  private static final int DIGITS = 4;
  private static final int TO_PERCENT = 2;

  private Share() {}

  /** {@code part / whole} to four digits; no share of nothing, so zero where {@code whole} is. */
  public static BigDecimal of(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
  }

  /** A share as people write it: 0.35 is {@code 35%}. */
  public static String text(BigDecimal share) {
    return share.movePointRight(TO_PERCENT).stripTrailingZeros().toPlainString() + "%";
  }
}
