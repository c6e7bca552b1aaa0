package tribune.schema;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.NearestName;

/** One word of a closed list: the constants of an enum by name, or as {@link Written}. */
final class ChoiceForm<E extends Enum<E>> implements ValueForm<E> {
  private final Map<String, E> constants = new LinkedHashMap<>();
  private final Map<E, String> words = new HashMap<>();

  /** Words that are refused, in lower case, with what to write. */
  private final Map<String, String> insteadOf = new HashMap<>();

  private final Optional<E> unstated;

  ChoiceForm(Class<E> type) {
    List<E> silent = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = word(type, constant);
      constants.put(word, constant);
      words.put(constant, word);
      if (field(type, constant).isAnnotationPresent(Unstated.class)) {
        silent.add(constant);
      }
    }
    this.unstated = silent.stream().findFirst();
  }

  /** The constant that stands for a member nobody has stated, if the enum has one. */
  Optional<E> unstated() {
    return unstated;
  }

  @Override
  public Understood<E> read(String text) {
    E constant = constants.get(text);
    if (constant != null) {
      return Understood.as(constant);
    }
    String known = insteadOf.get(text.toLowerCase(Locale.ROOT));
    String instead =
        known != null
            ? "write " + known
            : NearestName.to(text, constants.keySet())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("");
    return new Understood.Misread<>(
        BindingCode.UNKNOWN_VALUE, "unknown value", instead, List.of("allowed: " + allowed()));
  }

  @Override
  public String write(E value) {
    return requireNonNull(words.get(value));
  }

  @Override
  public String description() {
    List<String> words =
        constants.keySet().stream().filter(word -> !isUnstated(constants.get(word))).toList();
    return words.size() == 2 ? String.join(" or ", words) : "one of " + String.join(", ", words);
  }

  @Override
  public Map<String, Object> jsonSchema() {
    return Map.of("enum", List.copyOf(constants.keySet()));
  }

  private boolean isUnstated(@Nullable E constant) {
    return unstated.isPresent() && unstated.get() == constant;
  }

  private String allowed() {
    return String.join(", ", constants.keySet());
  }

  private String word(Class<E> type, E constant) {
    Written written = field(type, constant).getAnnotation(Written.class);
    if (written == null) {
      return constant.name();
    }
    for (String other : written.insteadOf()) {
      insteadOf.put(other, written.value());
    }
    return written.value();
  }

  private static <E extends Enum<E>> Field field(Class<E> type, E constant) {
    try {
      return type.getField(constant.name());
    } catch (NoSuchFieldException e) {
      throw new AssertionError("every constant is a field", e);
    }
  }
}
