package tribune.document;

import java.util.List;
import java.util.function.Function;

/**
 * What came of reading a source: a value, or the mistakes that stand in the way of one.
 *
 * @param <T> what was read
 */
public sealed interface Reading<T> {
  <R> R fold(Function<Sound<T>, R> sound, Function<Faulty<T>, R> faulty);

  /** The diagnostics of either case: warnings, or mistakes. */
  List<Diagnostic> diagnostics();

  static <T> Reading<T> faulty(Diagnostic diagnostic) {
    return new Faulty<>(List.of(diagnostic), 0);
  }

  /** Goes on with a sound value; the warnings of both steps are kept. */
  default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
    return fold(
        sound -> next.apply(sound.value()).fold(s -> s.after(sound.warnings()), f -> f),
        Faulty::cast);
  }

  default <R> Reading<R> map(Function<? super T, ? extends R> change) {
    return fold(sound -> new Sound<>(change.apply(sound.value()), sound.warnings()), Faulty::cast);
  }

  /** The value, where a fault is a defect of the caller: a shipped file, a recorded document. */
  default T orThrow() {
    return fold(
        Sound::value,
        faulty -> {
          throw new IllegalStateException(faulty.text());
        });
  }

  /**
   * It can be used.
   *
   * @param warnings what somebody should look at all the same
   */
  record Sound<T>(T value, List<Diagnostic> warnings) implements Reading<T> {
    public Sound {
      warnings = List.copyOf(warnings);
    }

    @Override
    public <R> R fold(Function<Sound<T>, R> sound, Function<Faulty<T>, R> faulty) {
      return sound.apply(this);
    }

    @Override
    public List<Diagnostic> diagnostics() {
      return warnings;
    }

    private Sound<T> after(List<Diagnostic> earlier) {
      return new Sound<>(
          value, java.util.stream.Stream.concat(earlier.stream(), warnings.stream()).toList());
    }
  }

  /**
   * It cannot be used.
   *
   * @param diagnostics at least one, by place
   * @param omitted how many more there are
   */
  record Faulty<T>(List<Diagnostic> diagnostics, int omitted) implements Reading<T> {
    public Faulty {
      diagnostics = List.copyOf(diagnostics);
      if (diagnostics.isEmpty() || omitted < 0) {
        throw new IllegalArgumentException("faulty, but without a diagnostic");
      }
    }

    @Override
    public <R> R fold(Function<Sound<T>, R> sound, Function<Faulty<T>, R> faulty) {
      return faulty.apply(this);
    }

    /** The same mistakes, whatever it was that could not be read. */
    public <R> Faulty<R> cast() {
      return new Faulty<>(diagnostics, omitted);
    }

    /** All diagnostics as people read them, a blank line between two; no line end at the end. */
    public String text() {
      StringBuilder text = new StringBuilder();
      for (Diagnostic diagnostic : diagnostics) {
        text.append(text.length() == 0 ? "" : "\n\n").append(diagnostic.text());
      }
      return omitted == 0
          ? text.toString()
          : text.append("\n\nand ").append(omitted).append(" more").toString();
    }
  }
}
