package tribune.decision;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.schema.BindingCode;
import tribune.schema.Understood;
import tribune.schema.ValueForm;

/**
 * Money as an amount and an ISO 4217 code: {@code 2500000 USD}, or shorter {@code 2.5M USD}, with K
 * for thousand, M for million and B for thousand million.
 */
public final class MoneyForm implements ValueForm<Money> {
  private static final String EXAMPLE = "money such as 2.5M USD or 1200 EUR";
  private static final String AMOUNT = "(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?";
  private static final Pattern FORM = Pattern.compile("(" + AMOUNT + ")([KMB]?) ([A-Z]{3})");

  /** What people write elsewhere: a symbol or a code in front, separators, words. */
  private static final Pattern LOOSE =
      Pattern.compile(
          "(?<before>[A-Za-z]{3}|[$€£¥])?\\s*(?<amount>[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?)"
              + "\\s*(?<scale>k|m|b|bn|mn|thousand|million|billion|)\\s*(?<after>[A-Za-z]{3}|[$€£¥])?",
          Pattern.CASE_INSENSITIVE);

  private static final int MILLION = 6;
  private static final int BILLION = 9;
  private static final int SHORT_DIGITS = 3;
  private static final BigDecimal MOST = new BigDecimal("1000000000000000");

  public MoneyForm() {}

  @Override
  public Understood<Money> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Understood.not(
          BindingCode.WRONG_FORM, "wrong form", repaired(text), "expected: " + EXAMPLE);
    }
    Optional<Currency> currency = currency(form.group(5));
    if (currency.isEmpty()) {
      return Understood.not(
          BindingCode.UNKNOWN_VALUE, "unknown currency", "write an ISO 4217 code such as USD");
    }
    BigDecimal amount = new BigDecimal(form.group(1)).scaleByPowerOfTen(power(form.group(4)));
    if (amount.compareTo(MOST) >= 0) {
      return Understood.not(BindingCode.OUT_OF_RANGE, "amount out of range", "below 1000000B");
    }
    return Understood.as(new Money(amount, currency.get()));
  }

  /** From a million on the short form, where it needs at most three digits behind the point. */
  @Override
  public String write(Money value) {
    BigDecimal amount = value.amount();
    String unit = "";
    if (fits(amount, BILLION)) {
      amount = amount.scaleByPowerOfTen(-BILLION);
      unit = "B";
    } else if (fits(amount, MILLION)) {
      amount = amount.scaleByPowerOfTen(-MILLION);
      unit = "M";
    }
    return amount.stripTrailingZeros().toPlainString() + unit + " " + value.currency();
  }

  @Override
  public String description() {
    return EXAMPLE;
  }

  @Override
  public Map<String, Object> jsonSchema() {
    return Map.of("type", "string", "pattern", "^" + AMOUNT + "[KMB]? [A-Z]{3}$");
  }

  private static boolean fits(BigDecimal amount, int power) {
    BigDecimal scaled = amount.scaleByPowerOfTen(-power);
    return scaled.compareTo(BigDecimal.ONE) >= 0
        && scaled.stripTrailingZeros().scale() <= SHORT_DIGITS;
  }

  private static int power(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "k", "thousand" -> 3;
      case "m", "mn", "million" -> MILLION;
      case "b", "bn", "billion" -> BILLION;
      default -> 0;
    };
  }

  private static Optional<Currency> currency(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      return currency.getDefaultFractionDigits() < 0 ? Optional.empty() : Optional.of(currency);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String repaired(String text) {
    Matcher loose = LOOSE.matcher(text);
    if (!loose.matches()) {
      return "";
    }
    String amount = loose.group("amount").replace(",", "");
    String unit =
        switch (power(loose.group("scale"))) {
          case 3 -> "K";
          case MILLION -> "M";
          case BILLION -> "B";
          default -> "";
        };
    String code = loose.group("after") != null ? loose.group("after") : loose.group("before");
    String currency = code == null ? "" : code(code);
    if (currency.isEmpty()) {
      return "add the currency: " + amount + unit + " USD, or another ISO 4217 code";
    }
    return "write " + amount + unit + " " + currency;
  }

  private static String code(String written) {
    return switch (written) {
      case "€" -> "EUR";
      case "£" -> "GBP";
      case "$" -> "USD";
      case "¥" -> "JPY";
      default -> written.toUpperCase(Locale.ROOT);
    };
  }
}
