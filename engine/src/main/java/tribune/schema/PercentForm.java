package tribune.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share, {@code 35%}, or a change, {@code -12.5%}; held as a fraction, 0.35 or -0.125. */
final class PercentForm extends NumberForm<BigDecimal> {
  static final Range SHARES = Range.of("0", "100");
  static final Range CHANGES = Range.of("-100", "1000000");

  private static final int TO_FRACTION = 2;
  private static final Pattern LOOSE =
      Pattern.compile("(.*?)\\s*(%|percent|per cent|pct)", Pattern.CASE_INSENSITIVE);

  private final String example;

  private PercentForm(Range range, String example) {
    super(
        range,
        percent -> Numbers.normal(percent.movePointLeft(TO_FRACTION)),
        fraction -> fraction.movePointRight(TO_FRACTION));
    this.example = example;
  }

  static PercentForm share(Range range) {
    return new PercentForm(range, "a share such as 35%");
  }

  static PercentForm change(Range range) {
    return new PercentForm(range, "a change such as 60% or -12.5%");
  }

  @Override
  Optional<BigDecimal> number(String text) {
    return text.endsWith("%")
        ? Numbers.read(text.substring(0, text.length() - 1))
        : Optional.empty();
  }

  @Override
  String withUnit(BigDecimal written) {
    return Numbers.write(written) + "%";
  }

  @Override
  Understood<BigDecimal> misread(String text) {
    Matcher percent = LOOSE.matcher(text);
    if (percent.matches()) {
      String instead =
          Numbers.plain(percent.group(1)).map(number -> "write " + number + "%").orElse("");
      return Understood.not(BindingCode.WRONG_FORM, "wrong form", instead, expected());
    }
    Optional<BigDecimal> plain = Numbers.plain(text).map(BigDecimal::new);
    if (plain.isEmpty()) {
      return Understood.not(BindingCode.WRONG_FORM, "wrong form", "", expected());
    }
    return Understood.not(BindingCode.WRONG_UNIT, "no unit", meant(plain.get()), expected());
  }

  /** 0.35 is meant as a fraction by most, and as a percentage by some. */
  private String meant(BigDecimal number) {
    boolean fraction = number.signum() != 0 && number.abs().compareTo(BigDecimal.ONE) <= 0;
    if (!fraction) {
      return "write " + withUnit(number);
    }
    return "write "
        + withUnit(number.movePointRight(TO_FRACTION))
        + " (or "
        + withUnit(number)
        + " if that is meant)";
  }

  @Override
  public String description() {
    return range().equals(SHARES) || range().equals(CHANGES) ? example : described(example);
  }

  @Override
  public Map<String, Object> jsonSchema() {
    return Map.of("type", "string", "pattern", "^" + Numbers.DECIMAL + "%$");
  }
}
