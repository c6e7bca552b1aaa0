package tribune.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain numbers: digits, one point, no separators, no exponent, no sign but minus. */
final class Numbers {
  /** A decimal number, as regular expression for Java and JSON Schema. */
  static final String DECIMAL = "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,10})?";

  /** A whole number, as regular expression for Java and JSON Schema. */
  static final String WHOLE = "-?(0|[1-9][0-9]{0,14})";

  private static final Pattern DECIMAL_FORM = Pattern.compile(DECIMAL);
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}([,_' \u00A0\u202F][0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
  private static final Pattern LOOSE =
      Pattern.compile("[+-]?([0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?");
  private static final int LONGEST = 60;

  private Numbers() {}

  static Optional<BigDecimal> read(String text) {
    return DECIMAL_FORM.matcher(text).matches()
        ? Optional.of(normal(new BigDecimal(text)))
        : Optional.empty();
  }

  /** The plain form of a number that is written another way, if it is clear which one it is. */
  static Optional<String> plain(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String digits = text;
    if (GROUPED.matcher(text).matches()) {
      digits = text.replaceAll("[,_' \u00A0\u202F]", "");
    } else if (COMMA.matcher(text).matches()) {
      digits = text.replace(',', '.');
    }
    if (!LOOSE.matcher(digits).matches()) {
      return Optional.empty();
    }
    String plain = write(new BigDecimal(digits));
    return DECIMAL_FORM.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
  }

  static String write(BigDecimal number) {
    return normal(number).toPlainString();
  }

  /** Equal numbers in one form, so that records of them are equal: no zeros at the end. */
  static BigDecimal normal(BigDecimal number) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
