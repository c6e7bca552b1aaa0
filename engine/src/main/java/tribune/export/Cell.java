package tribune.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a table, by its type, so that a spreadsheet can have numbers and times as such. */
public sealed interface Cell {
  /** Nothing is stated. */
  Cell NONE = new None();

  /** The value as text: numbers in digits, times in ISO 8601, UTC. Not made safe for anything. */
  String plain();

  static Cell of(@Nullable String text) {
    return text == null ? NONE : new Text(text);
  }

  static Cell of(long number) {
    return new Whole(number);
  }

  static Cell of(Instant time) {
    return new Time(time);
  }

  static Cell of(LocalDate day) {
    return new Day(day);
  }

  /** Several texts, a line each. */
  static Cell lines(List<String> texts) {
    return texts.isEmpty() ? NONE : new Text(String.join("\n", texts));
  }

  /** Text of unknown origin. */
  record Text(String plain) implements Cell {
    public Text {
      requireNonNull(plain, "plain");
    }
  }

  /** A number without a fraction. */
  record Whole(long value) implements Cell {
    @Override
    public String plain() {
      return Long.toString(value);
    }
  }

  /** A point in time, in whole milliseconds. */
  record Time(Instant value) implements Cell {
    @Override
    public String plain() {
      String text = value.toString();
      return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
  }

  /** A day without a zone. */
  record Day(LocalDate value) implements Cell {
    @Override
    public String plain() {
      return value.toString();
    }
  }

  /** An empty cell. */
  record None() implements Cell {
    @Override
    public String plain() {
      return "";
    }
  }
}
