package tribune.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time in one unit: {@code 90 days}, {@code 1 month}. */
final class SpanForm extends NumberForm<Integer> {
  static final Range SPANS = Range.of("0", "100000");

  private static final Pattern LOOSE =
      Pattern.compile("([0-9][0-9.,_']*)\\s*([A-Za-z]*)\\.?", Pattern.CASE_INSENSITIVE);

  private final Unit unit;
  private final String one;
  private final String many;
  private final Pattern form;

  private SpanForm(Unit unit, String one, Range range) {
    super(range, BigDecimal::intValueExact, BigDecimal::valueOf);
    this.unit = unit;
    this.one = one;
    this.many = one + "s";
    this.form = Pattern.compile(pattern());
  }

  static SpanForm days(Range range) {
    return new SpanForm(Unit.DAYS, "day", range);
  }

  static SpanForm months(Range range) {
    return new SpanForm(Unit.MONTHS, "month", range);
  }

  @Override
  Optional<BigDecimal> number(String text) {
    if (!form.matcher(text).matches()) {
      return Optional.empty();
    }
    return Numbers.read(text.substring(0, text.indexOf(' ')));
  }

  @Override
  String withUnit(BigDecimal written) {
    return Numbers.write(written) + " " + (written.compareTo(BigDecimal.ONE) == 0 ? one : many);
  }

  @Override
  Understood<Integer> misread(String text) {
    Matcher loose = LOOSE.matcher(text);
    Optional<BigDecimal> number =
        loose.matches() ? Numbers.plain(loose.group(1)).map(BigDecimal::new) : Optional.empty();
    if (number.isEmpty()) {
      return Understood.not(BindingCode.WRONG_FORM, "wrong form", "", expected());
    }
    String word = loose.group(2).toLowerCase(Locale.ROOT);
    String instead =
        Optional.of(number.get().multiply(factor(word)))
            .map(Numbers::normal)
            .filter(n -> n.signum() > 0 || number.get().signum() == 0)
            .filter(n -> n.scale() == 0)
            .map(n -> "write " + withUnit(n))
            .orElse("write whole " + many);
    if (word.equals(one) || word.equals(many)) {
      return Understood.not(BindingCode.WRONG_FORM, "wrong form", instead, expected());
    }
    String cause = word.isEmpty() ? "no unit" : "wrong unit";
    return Understood.not(BindingCode.WRONG_UNIT, cause, instead, expected());
  }

  /** How many of this unit one of another is, if that is always so; otherwise 0. */
  private BigDecimal factor(String word) {
    return switch (word) {
      case "", "d", "day", "days" -> ifUnit(Unit.DAYS, word, 1);
      case "w", "week", "weeks" -> ifUnit(Unit.DAYS, word, 7);
      case "m", "mo", "month", "months" -> ifUnit(Unit.MONTHS, word, 1);
      case "y", "yr", "year", "years" -> ifUnit(Unit.MONTHS, word, 12);
      default -> BigDecimal.ZERO;
    };
  }

  private BigDecimal ifUnit(Unit wanted, String word, int factor) {
    return word.isEmpty() || unit == wanted ? BigDecimal.valueOf(factor) : BigDecimal.ZERO;
  }

  @Override
  public String description() {
    return range().equals(SPANS) ? example() : described(example());
  }

  @Override
  public Map<String, Object> jsonSchema() {
    return Map.of("type", "string", "pattern", "^(" + pattern() + ")$");
  }

  private String pattern() {
    return "1 " + one + "|(0|[2-9]|[1-9][0-9]{1,5}) " + many;
  }

  private String example() {
    return "a number of " + many + " such as " + usual();
  }

  private String usual() {
    return unit == Unit.DAYS ? "90 days" : "12 months";
  }
}
