package tribune.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all forms of numbers share: a number and a unit, the range, and the hint how a number that
 * is written another way should be written.
 */
abstract class NumberForm<T> implements ValueForm<T> {
  private final Range range;
  private final Function<BigDecimal, T> value;
  private final Function<T, BigDecimal> number;

  /** The form of numbers in {@code range}, held as {@code value}s. */
  NumberForm(Range range, Function<BigDecimal, T> value, Function<T, BigDecimal> number) {
    this.range = range;
    this.value = value;
    this.number = number;
  }

  @Override
  public final Understood<T> read(String text) {
    Optional<BigDecimal> written = number(text);
    if (written.isEmpty()) {
      return misread(text);
    }
    BigDecimal found = written.get();
    if (!range.contains(found)) {
      return Understood.not(
          BindingCode.OUT_OF_RANGE,
          "value out of range",
          "allowed: " + withUnit(range.min()) + " to " + withUnit(range.max()));
    }
    return Understood.as(value.apply(found));
  }

  @Override
  public final String write(T held) {
    return withUnit(number.apply(held));
  }

  final Range range() {
    return range;
  }

  /** The number in front of the unit, if the text has exactly this form. */
  abstract Optional<BigDecimal> number(String text);

  /** The number with its unit, as it is written. */
  abstract String withUnit(BigDecimal written);

  /** What is wrong with a text that has not this form. */
  abstract Understood<T> misread(String text);

  final String expected() {
    return "expected: " + description();
  }

  /** The description with the range, where one was set. */
  final String described(String what) {
    if (range.equals(Range.WIDEST)) {
      return what;
    }
    return what + ", from " + withUnit(range.min()) + " to " + withUnit(range.max());
  }
}
