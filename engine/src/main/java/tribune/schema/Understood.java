package tribune.schema;

import java.util.List;
import java.util.function.Function;

/**
 * What a form made of a written value.
 *
 * @param <T> the values of the form
 */
public sealed interface Understood<T> {
  <R> R fold(Function<Value<T>, R> value, Function<Misread<T>, R> misread);

  static <T> Understood<T> as(T value) {
    return new Value<>(value);
  }

  static <T> Understood<T> not(BindingCode code, String cause, String instead, String... notes) {
    return new Misread<>(code, cause, instead, List.of(notes));
  }

  /** The text stands for {@code value}. */
  record Value<T>(T value) implements Understood<T> {
    @Override
    public <R> R fold(Function<Value<T>, R> value, Function<Misread<T>, R> misread) {
      return value.apply(this);
    }
  }

  /**
   * The text stands for no value.
   *
   * @param cause what is wrong, to be followed by "for" and a member: {@code "unknown value"}
   * @param instead what to write; may be empty
   */
  record Misread<T>(BindingCode code, String cause, String instead, List<String> notes)
      implements Understood<T> {
    public Misread {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R fold(Function<Value<T>, R> value, Function<Misread<T>, R> misread) {
      return misread.apply(this);
    }
  }
}
