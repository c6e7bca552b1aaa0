package tribune.schema;

import java.math.BigDecimal;

/** The smallest and largest number allowed, in the written unit. */
record Range(BigDecimal min, BigDecimal max) {
  /** As far as numbers may go where nothing else is said. */
  static final Range WIDEST = of("-999999999999999", "999999999999999");

  Range {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException("empty range from " + min + " to " + max);
    }
  }

  static Range of(String min, String max) {
    return new Range(new BigDecimal(min), new BigDecimal(max));
  }

  boolean contains(BigDecimal number) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }
}
