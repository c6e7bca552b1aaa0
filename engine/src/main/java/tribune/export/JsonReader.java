package tribune.export;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tribune.document.Json;

/**
 * Takes the members out of one object, each by its type. Every member must be taken. Used once, by
 * one thread.
 */
final class JsonReader {
  private final TreeMap<String, Json> left;

  private JsonReader(Json value) {
    if (!(value instanceof Json.Members members)) {
      throw new IllegalArgumentException("something else where an object is expected");
    }
    this.left = new TreeMap<>(members.values());
  }

  /**
   * All members of a value.
   *
   * @throws IllegalArgumentException if one is missing, is of another type or is not known
   */
  static <T> T read(Json value, Function<JsonReader, T> reading) {
    JsonReader reader = new JsonReader(value);
    T result = reading.apply(reader);
    if (!reader.left.isEmpty()) {
      throw new IllegalArgumentException("a member that is not known: " + reader.left.firstKey());
    }
    return result;
  }

  String text(String name) {
    return textIfStated(name).orElseThrow(() -> missing(name, "a text"));
  }

  Optional<String> textIfStated(String name) {
    @Nullable Json value = left.remove(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Text text) {
      return Optional.of(text.value());
    }
    throw missing(name, "a text");
  }

  long whole(String name) {
    if (left.remove(name) instanceof Json.Whole whole) {
      return whole.value();
    }
    throw missing(name, "a whole number");
  }

  Json.Members members(String name) {
    if (left.remove(name) instanceof Json.Members members) {
      return members;
    }
    throw missing(name, "an object");
  }

  <T> Optional<T> objectIfStated(String name, Function<JsonReader, T> reading) {
    @Nullable Json value = left.remove(name);
    return value == null ? Optional.empty() : Optional.of(read(value, reading));
  }

  <T> T object(String name, Function<JsonReader, T> reading) {
    return objectIfStated(name, reading).orElseThrow(() -> missing(name, "an object"));
  }

  <T> List<T> objects(String name, Function<JsonReader, T> reading) {
    return elements(name).stream().map(it -> read(it, reading)).toList();
  }

  List<String> texts(String name) {
    return elements(name).stream()
        .map(
            it -> {
              if (it instanceof Json.Text text) {
                return text.value();
              }
              throw missing(name, "texts");
            })
        .toList();
  }

  List<String> textsIfStated(String name) {
    return left.containsKey(name) ? texts(name) : List.of();
  }

  private List<Json> elements(String name) {
    if (left.remove(name) instanceof Json.Elements elements) {
      return elements.values();
    }
    throw missing(name, "an array");
  }

  private static IllegalArgumentException missing(String name, String expected) {
    return new IllegalArgumentException("no member " + name + " that is " + expected);
  }
}
