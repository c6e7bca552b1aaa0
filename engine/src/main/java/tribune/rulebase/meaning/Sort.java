package tribune.rulebase.meaning;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.rulebase.drl.Declaration;

/** What sort of value an expression has. */
sealed interface Sort {

  /** How values of a sort compare. */
  enum Family {
    TEXT("a text"),
    WHOLE("a whole number"),
    DECIMAL("a decimal number"),
    TRUTH("true or false"),
    CONSTANT("a constant"),
    DAY("a day"),
    SEVERAL("a list"),
    RECORD("a fact"),
    OTHER("something else");

    private final String words;

    Family(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean isNumber() {
      return this == WHOLE || this == DECIMAL;
    }
  }

  /** A value of a Java type. */
  record Java(Type type) implements Sort {
    private static final Map<Class<?>, Class<?>> BOXES =
        Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            boolean.class, Boolean.class,
            double.class, Double.class,
            float.class, Float.class,
            short.class, Short.class,
            byte.class, Byte.class,
            char.class, Character.class);
    private static final Set<Class<?>> WHOLE =
        Set.of(Integer.class, Long.class, Short.class, Byte.class);
    private static final Set<Class<?>> DECIMAL =
        Set.of(BigDecimal.class, Double.class, Float.class);

    public Java {
      requireNonNull(type, "type");
    }

    /** The class of it, boxed. */
    Class<?> raw() {
      Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
      Class<?> found = raw instanceof Class<?> known ? known : Object.class;
      return BOXES.getOrDefault(found, found);
    }

    /** What it is a list or set of. */
    Sort element() {
      return type instanceof ParameterizedType generic
              && generic.getActualTypeArguments().length == 1
          ? of(generic.getActualTypeArguments()[0])
          : Special.UNKNOWN;
    }

    Family group() {
      Class<?> raw = raw();
      if (raw == String.class) {
        return Family.TEXT;
      }
      if (raw == Boolean.class) {
        return Family.TRUTH;
      }
      if (raw == LocalDate.class) {
        return Family.DAY;
      }
      if (WHOLE.contains(raw)) {
        return Family.WHOLE;
      }
      if (DECIMAL.contains(raw)) {
        return Family.DECIMAL;
      }
      if (raw.isEnum()) {
        return Family.CONSTANT;
      }
      if (Collection.class.isAssignableFrom(raw)) {
        return Family.SEVERAL;
      }
      return raw.isRecord() ? Family.RECORD : Family.OTHER;
    }
  }

  /** A fact of a type that a rule file declares. */
  record Derived(Declaration type) implements Sort {
    public Derived {
      requireNonNull(type, "type");
    }
  }

  /** A type itself, as in {@code Tri.YES}. */
  record Named(Class<?> type) implements Sort {
    public Named {
      requireNonNull(type, "type");
    }
  }

  /** Sorts of which nothing else is known. */
  enum Special implements Sort {
    UNKNOWN,
    /** The value {@code null}. */
    NOTHING,
    /** A number as it is written; it compares with both kinds. */
    NUMBER
  }

  static Sort of(Type type) {
    boolean isKnown = type instanceof Class<?> || type instanceof ParameterizedType;
    return !isKnown || type == Object.class || type == void.class
        ? Special.UNKNOWN
        : new Java(type);
  }

  /** How it compares; empty if that is not known. */
  default Optional<Family> family() {
    if (this instanceof Java java) {
      Family family = java.group();
      return family == Family.OTHER ? Optional.empty() : Optional.of(family);
    }
    return this instanceof Derived ? Optional.of(Family.RECORD) : Optional.empty();
  }

  /** How a message calls it. */
  default String words() {
    if (this instanceof Derived derived) {
      return derived.type().name().map(it -> it.text()).orElse("a fact");
    }
    if (this == Special.NUMBER) {
      return "a number";
    }
    if (!(this instanceof Java java)) {
      return "unknown";
    }
    return switch (java.group()) {
      case CONSTANT, RECORD, OTHER -> java.raw().getSimpleName();
      case SEVERAL -> List.class.isAssignableFrom(java.raw()) ? "a list" : "a set";
      default -> java.group().words();
    };
  }
}
