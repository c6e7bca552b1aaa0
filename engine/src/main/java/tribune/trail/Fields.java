package tribune.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tribune.document.Json;

/**
 * Takes the members out of one object, each by its type. Every member must be taken: {@link #done}
 * refuses what is left. Used once, by one thread.
 */
final class Fields {
  private final String where;
  private final TreeMap<String, Json> left;

  private Fields(String where, Json value) {
    this.where = where;
    if (!(value instanceof Json.Members members)) {
      throw fault("", "expected an object");
    }
    this.left = new TreeMap<>(members.values());
  }

  /** All members of {@code value}, put together by {@code reading}. */
  static <T> T read(String where, Json value, Function<Fields, T> reading) {
    Fields fields = new Fields(where, value);
    T result = reading.apply(fields);
    fields.done();
    return result;
  }

  String text(String name) {
    return asText(name, required(name));
  }

  @Nullable String textIfStated(String name) {
    Json value = left.remove(name);
    return value == null ? null : asText(name, value);
  }

  long whole(String name) {
    return wholeIfStated(name).orElseThrow(() -> fault(name, "missing"));
  }

  Optional<Long> wholeIfStated(String name) {
    Json value = left.remove(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Whole whole) {
      return Optional.of(whole.value());
    }
    throw fault(name, "expected a whole number");
  }

  int number(String name) {
    long value = whole(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw fault(name, "out of range: " + value);
    }
    return (int) value;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return constant(name, text(name), type);
  }

  <E extends Enum<E>> @Nullable E constantIfStated(String name, Class<E> type) {
    String text = textIfStated(name);
    return text == null ? null : constant(name, text, type);
  }

  <T> T object(String name, Function<Fields, T> reading) {
    return read(path(name), required(name), reading);
  }

  /** An object whose members are for somebody else to know. */
  Json.Members members(String name) {
    if (required(name) instanceof Json.Members members) {
      return members;
    }
    throw fault(name, "expected an object");
  }

  <T> List<T> objects(String name, Function<Fields, T> reading) {
    List<T> objects = new ArrayList<>();
    for (Json element : elements(name, required(name))) {
      objects.add(read(path(name) + "[" + objects.size() + "]", element, reading));
    }
    return objects;
  }

  <T> List<T> objectsIfStated(String name, Function<Fields, T> reading) {
    return left.containsKey(name) ? objects(name, reading) : List.of();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Json element : elements(name, required(name))) {
      texts.add(asText(name, element));
    }
    return texts;
  }

  List<String> textsIfStated(String name) {
    return left.containsKey(name) ? texts(name) : List.of();
  }

  UnreadableRecord fault(String name, String problem) {
    return new UnreadableRecord(path(name) + ": " + problem);
  }

  private void done() {
    if (!left.isEmpty()) {
      throw fault(left.firstKey(), "a member that is not known here");
    }
  }

  private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw fault(
        name, "found '" + text + "', expected one of " + Arrays.toString(type.getEnumConstants()));
  }

  private List<Json> elements(String name, Json value) {
    if (value instanceof Json.Elements elements) {
      return elements.values();
    }
    throw fault(name, "expected an array");
  }

  private String asText(String name, Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw fault(name, "expected a text");
  }

  private Json required(String name) {
    Json value = left.remove(name);
    if (value == null) {
      throw fault(name, "missing");
    }
    return value;
  }

  private String path(String name) {
    return where.isEmpty() || name.isEmpty() ? where + name : where + "." + name;
  }
}
