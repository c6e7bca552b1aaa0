package tribune.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tribune.document.Json;

/**
 * Takes the members out of one object, each by its type. Every member must be taken: {@link #done}
 * refuses what is left. Used once, by one thread.
 */
final class Fields {
  private final Where where;
  private final SortedMap<String, Json> members;
  private final List<String> taken = new ArrayList<>();

  private Fields(Where where, Json value) {
    this.where = where;
    if (!(value instanceof Json.Members object)) {
      throw fault("", "expected an object");
    }
    this.members = object.values();
  }

  /** Where an object stands; put into words only when something is wrong with it. */
  private interface Where {
    String path();
  }

  /** All members of {@code value}, put together by {@code reading}. */
  static <T> T read(Json value, Function<Fields, T> reading) {
    return read(() -> "", value, reading);
  }

  private static <T> T read(Where where, Json value, Function<Fields, T> reading) {
    Fields fields = new Fields(where, value);
    T result = reading.apply(fields);
    fields.done();
    return result;
  }

  String text(String name) {
    return asText(name, required(name));
  }

  @Nullable String textIfStated(String name) {
    Json value = take(name);
    return value == null ? null : asText(name, value);
  }

  long whole(String name) {
    return wholeIfStated(name).orElseThrow(() -> fault(name, "missing"));
  }

  Optional<Long> wholeIfStated(String name) {
    Json value = take(name);
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
    return read(() -> path(name), required(name), reading);
  }

  /** An object whose members are for somebody else to know. */
  Json.Members members(String name) {
    if (required(name) instanceof Json.Members members) {
      return members;
    }
    throw fault(name, "expected an object");
  }

  <T> List<T> objects(String name, Function<Fields, T> reading) {
    List<Json> elements = elements(name, required(name));
    List<T> objects = new ArrayList<>(elements.size());
    for (Json element : elements) {
      int index = objects.size();
      objects.add(read(() -> path(name) + "[" + index + "]", element, reading));
    }
    return objects;
  }

  <T> List<T> objectsIfStated(String name, Function<Fields, T> reading) {
    return members.containsKey(name) ? objects(name, reading) : List.of();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Json element : elements(name, required(name))) {
      texts.add(asText(name, element));
    }
    return texts;
  }

  List<String> textsIfStated(String name) {
    return members.containsKey(name) ? texts(name) : List.of();
  }

  UnreadableRecord fault(String name, String problem) {
    return new UnreadableRecord(path(name) + ": " + problem);
  }

  private void done() {
    if (taken.size() < members.size()) {
      TreeSet<String> left = new TreeSet<>(members.keySet());
      taken.forEach(left::remove);
      throw fault(left.first(), "a member that is not known here");
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
    Json value = take(name);
    if (value == null) {
      throw fault(name, "missing");
    }
    return value;
  }

  private @Nullable Json take(String name) {
    Json value = members.get(name);
    if (value != null) {
      taken.add(name);
    }
    return value;
  }

  private String path(String name) {
    String path = where.path();
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }
}
