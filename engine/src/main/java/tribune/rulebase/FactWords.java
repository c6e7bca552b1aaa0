package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tribune.decision.Fact;
import tribune.decision.Facts;
import tribune.decision.Proposal;
import tribune.decision.Tri;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.RecordWriter;
import tribune.verdict.Paths;
import tribune.verdict.Value;

/** Says where a fact stands in its proposal, and writes values as the proposal would. */
final class FactWords {
  /** Facts by identity: two departments may be equal in every member. */
  private final IdentityHashMap<Fact, String> paths;

  FactWords(Proposal proposal) {
    paths = Facts.paths(proposal);
  }

  /**
   * The path of a submitted fact, such as {@code departments[Risk]}; empty for any other object.
   */
  Optional<String> path(Object fact) {
    return Optional.ofNullable(paths.get(fact));
  }

  /**
   * A value that a variable is bound to.
   *
   * @param holder the fact whose pattern binds it, submitted or derived
   * @param member path of the member from there, such as {@code item.sampleSize}
   * @param behind paths of the facts behind a derived holder
   */
  Value value(
      String name, Object holder, String member, @Nullable Object value, List<String> behind) {
    @Nullable Object at = holder;
    @Nullable String path = paths.get(holder);
    @Nullable Member last = null;
    for (String step : member.split("\\.", -1)) {
      last = path != null && at instanceof Fact fact ? member(fact, step) : null;
      if (last != null) {
        path = path + "." + step;
        at = last.in((Record) requireNonNull(at));
      } else {
        at = at == null ? null : property(at, step);
        path = at != null && paths.containsKey(at) ? paths.get(at) : path;
      }
    }
    if (path == null) {
      return new Value(name, Brief.text(plain(name, value)), derived(behind));
    }
    if (last != null && Objects.equals(at, value)) {
      return new Value(name, Brief.text(RecordWriter.text(last, value)), path);
    }
    return new Value(name, Brief.text(plain(name, value)), "computed from " + path);
  }

  /** A value that no member of a proposal holds. Names that end in share are read as shares. */
  static String plain(String name, @Nullable Object value) {
    if (value == null) {
      return "unstated";
    }
    if (value instanceof BigDecimal number) {
      return name.toLowerCase(Locale.ROOT).endsWith("share")
          ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
          : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Tri answer) {
      return answer.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(it -> plain(name, it)).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  private static String derived(List<String> behind) {
    return behind.isEmpty() ? "derived" : "derived from " + Paths.of(behind);
  }

  private static @Nullable Member member(Fact fact, String name) {
    return RecordType.of(((Record) fact).getClass()).member(name).orElse(null);
  }

  /** A property of a derived fact, by the getter that Drools gave it; null if it has none. */
  private static @Nullable Object property(Object owner, String name) {
    String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Optional<Method> found =
        Arrays.stream(owner.getClass().getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> method.getName().equals(name) || method.getName().equals(getter))
            .findFirst();
    try {
      return found.isPresent() ? found.get().invoke(owner) : null;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }
}
