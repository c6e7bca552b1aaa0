package tribune.shell.render;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Json;

/**
 * What a program reads of a report: a JSON value. Members keep the order in which they were put, so
 * the same report is always the same text. There is no null; a member that is not known is left
 * out.
 */
public sealed interface JsonView {

  /** What is done with each kind of value. */
  interface Cases<R> {
    R members(Map<String, JsonView> members);

    R elements(List<JsonView> elements);

    R text(String value);

    R whole(long value);

    R truth(Truth value);
  }

  <R> R fold(Cases<R> cases);

  /** A value of the engine's, in the order that it has there. */
  static JsonView of(Json value) {
    if (value instanceof Json.Members members) {
      Map<String, JsonView> views = new LinkedHashMap<>();
      members.values().forEach((name, member) -> views.put(name, of(member)));
      return new Members(views);
    }
    if (value instanceof Json.Elements elements) {
      return new Elements(elements.values().stream().map(JsonView::of).toList());
    }
    return value instanceof Json.Whole whole
        ? new Whole(whole.value())
        : new Text(((Json.Text) value).value());
  }

  static Members members() {
    return new Members(Map.of());
  }

  static Text text(String value) {
    return new Text(value);
  }

  static Whole whole(long value) {
    return new Whole(value);
  }

  static Elements elements(Collection<? extends JsonView> values) {
    return new Elements(List.copyOf(values));
  }

  static Elements texts(Collection<String> values) {
    return new Elements(values.stream().<JsonView>map(Text::new).toList());
  }

  static Elements texts(String... values) {
    return texts(Arrays.asList(values));
  }

  /** An object; its members in the order in which they were put. */
  record Members(Map<String, JsonView> values) implements JsonView {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Members put(String name, JsonView value) {
      Map<String, JsonView> more = new LinkedHashMap<>(values);
      if (more.put(name, value) != null) {
        throw new IllegalArgumentException("member put twice: " + name);
      }
      return new Members(more);
    }

    public Members put(String name, String value) {
      return put(name, new Text(value));
    }

    public Members put(String name, long value) {
      return put(name, new Whole(value));
    }

    /** Leaves the member out when there is no value. */
    public Members putIfKnown(String name, Optional<String> value) {
      return value.map(known -> put(name, known)).orElse(this);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.members(values);
    }
  }

  /** An array. */
  record Elements(List<JsonView> values) implements JsonView {
    public Elements {
      values = List.copyOf(values);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.elements(values);
    }
  }

  /** A string, of any characters. */
  record Text(String value) implements JsonView {
    public Text {
      requireNonNull(value, "value");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.text(value);
    }
  }

  /** A whole number. */
  record Whole(long value) implements JsonView {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.whole(value);
    }
  }

  /** {@code true} or {@code false}. */
  enum Truth implements JsonView {
    TRUE,
    FALSE;

    /** The value of a question that was asked of something else. */
    public static Truth of(boolean answer) {
      return answer ? TRUE : FALSE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.truth(this);
    }
  }
}
