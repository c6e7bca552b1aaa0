package tribune.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a YAML or JSON text, with its place. Values are kept as they are written: what a word
 * means follows from the member it stands in, never from its looks. Immutable.
 */
public sealed interface Node {
  Place place();

  <T> T fold(
      Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping);

  /** Whether it states nothing: {@code null}, {@code ~}, or empty text. Lists may be empty. */
  default boolean isUnstated() {
    return fold(Scalar::statesNothing, sequence -> false, mapping -> false);
  }

  /** The same values as {@code json}, each at the start of a source. */
  static Node of(Json json) {
    return JsonNodes.of(json);
  }

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    QUOTED,
    /** It could not be read; a diagnostic has been given, and nobody need say more. */
    UNREADABLE
  }

  /** One value. */
  record Scalar(String text, Style style, Place place) implements Node {
    public Scalar {
      requireNonNull(text, "text");
      requireNonNull(style, "style");
      requireNonNull(place, "place");
    }

    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return scalar.apply(this);
    }

    private boolean statesNothing() {
      return text.isBlank()
          || (style == Style.PLAIN
              && switch (text) {
                case "~", "null", "Null", "NULL" -> true;
                default -> false;
              });
    }
  }

  /** A list. */
  record Sequence(List<Node> elements, Place place) implements Node {
    public Sequence {
      elements = List.copyOf(elements);
      requireNonNull(place, "place");
    }

    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return sequence.apply(this);
    }
  }

  /** Named members, each name once, in the order in which they are written. */
  record Mapping(List<Entry> entries, Place place) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
      requireNonNull(place, "place");
    }

    @Override
    public <T> T fold(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
      return mapping.apply(this);
    }

    public Optional<Node> get(String name) {
      return entry(name).map(Entry::value);
    }

    public Optional<Entry> entry(String name) {
      return entries.stream().filter(entry -> entry.key().text().equals(name)).findFirst();
    }

    /** This mapping with a member put in where {@code name} is not written or states nothing. */
    public Mapping withDefault(String name, Node value) {
      Optional<Entry> written = entry(name);
      if (written.isPresent() && !written.get().value().isUnstated()) {
        return this;
      }
      return with(name, value);
    }

    /**
     * This mapping with {@code value} as its member {@code name}, in the old place if it had one.
     */
    public Mapping with(String name, Node value) {
      List<Entry> changed = new ArrayList<>();
      boolean found = false;
      for (Entry entry : entries) {
        boolean same = entry.key().text().equals(name);
        changed.add(same ? new Entry(entry.key(), value) : entry);
        found |= same;
      }
      if (!found) {
        changed.add(new Entry(new Scalar(name, Style.PLAIN, place), value));
      }
      return new Mapping(changed, place);
    }

    /** A mapping of these members, in their order, all at {@code place}. */
    public static Mapping of(Map<String, ? extends Node> members, Place place) {
      List<Entry> entries = new ArrayList<>();
      members.forEach(
          (name, value) -> entries.add(new Entry(new Scalar(name, Style.PLAIN, place), value)));
      return new Mapping(entries, place);
    }
  }

  /** A member of a mapping. */
  record Entry(Scalar key, Node value) {
    public Entry {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
    }
  }
}
