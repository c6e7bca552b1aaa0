package tribune.schema;

import java.util.Map;
import tribune.document.Json;

/**
 * The one way in which a kind of value is written. Forms are immutable and safe for use by several
 * threads; {@link #read} gives back every value that {@link #write} has written.
 *
 * @param <T> the values
 */
public interface ValueForm<T> {
  /**
   * The value that {@code text} stands for.
   *
   * @param text not blank, without blanks at either end
   */
  Understood<T> read(String text);

  /** The value as people write it. */
  String write(T value);

  /** What is to be written, such as {@code "a share such as 35%"}. */
  String description();

  /**
   * How JSON Schema (draft 2020-12) tells such values: keywords and their values, without a
   * description. Values are texts, whole numbers, lists and maps of such.
   */
  Map<String, Object> jsonSchema();

  /** How long a written value may be, in characters. */
  default int longest() {
    return 100;
  }

  /** The value in a JSON document. */
  default Json json(T value) {
    return new Json.Text(write(value));
  }
}
