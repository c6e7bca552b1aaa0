package tribune.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tribune.document.Json;

/** A plain number without a unit: {@code 384}, {@code 2.5}. */
final class PlainForm<T> extends NumberForm<T> {
  private static final Pattern WHOLE_FORM = Pattern.compile(Numbers.WHOLE);

  /** Whether a number may have digits behind the point. */
  private enum Digits {
    WHOLE,
    DECIMAL
  }

  private final Digits digits;

  private PlainForm(
      Digits digits, Range range, Function<BigDecimal, T> value, Function<T, BigDecimal> number) {
    super(range, value, number);
    this.digits = digits;
  }

  static PlainForm<Integer> whole(Range range) {
    return new PlainForm<>(Digits.WHOLE, range, BigDecimal::intValueExact, BigDecimal::valueOf);
  }

  static PlainForm<Long> wholeLong(Range range) {
    return new PlainForm<>(Digits.WHOLE, range, BigDecimal::longValueExact, BigDecimal::valueOf);
  }

  static PlainForm<BigDecimal> decimal(Range range) {
    return new PlainForm<>(Digits.DECIMAL, range, n -> n, n -> n);
  }

  @Override
  Optional<BigDecimal> number(String text) {
    if (digits == Digits.WHOLE && !WHOLE_FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return Numbers.read(text);
  }

  @Override
  String withUnit(BigDecimal written) {
    return Numbers.write(written);
  }

  @Override
  Understood<T> misread(String text) {
    String instead =
        Numbers.plain(text)
            .filter(plain -> number(plain).isPresent())
            .map(plain -> "write " + plain)
            .orElse("");
    return Understood.not(BindingCode.WRONG_FORM, "wrong form", instead, expected());
  }

  @Override
  public String description() {
    return described(example());
  }

  @Override
  public Map<String, Object> jsonSchema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (digits == Digits.WHOLE) {
      schema.put("type", "integer");
    } else {
      schema.put("type", List.of("number", "string"));
      schema.put("pattern", "^" + Numbers.DECIMAL + "$");
    }
    if (!range().equals(Range.WIDEST)) {
      schema.put("minimum", range().min());
      schema.put("maximum", range().max());
    }
    return schema;
  }

  /** Whole numbers are numbers in JSON too; decimals are text there, which no reader rounds. */
  @Override
  public Json json(T value) {
    String text = write(value);
    return digits == Digits.WHOLE ? new Json.Whole(Long.parseLong(text)) : new Json.Text(text);
  }

  private String example() {
    return digits == Digits.WHOLE ? "a whole number" : "a number such as 2.5";
  }
}
