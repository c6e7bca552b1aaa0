package tribune.rulebase;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.decision.Fact;
import tribune.rulebase.language.AsOf;
import tribune.rulebase.language.Audit;
import tribune.rulebase.language.Days;
import tribune.rulebase.language.Share;
import tribune.rulebase.language.Stakes;
import tribune.rulebase.language.Threshold;

/**
 * The types that rules are compiled against, with what they offer. Compiled rules are only good for
 * the very types they were compiled against, so this is a part of the key they are kept under.
 */
final class Vocabulary {
  /** What rules may name besides facts. */
  private static final List<Class<?>> LANGUAGE =
      List.of(AsOf.class, Audit.class, Days.class, Share.class, Stakes.class, Threshold.class);

  /** All types and their public methods, in a fixed order. */
  static final String DESCRIPTION =
      Stream.concat(Arrays.stream(Fact.class.getPermittedSubclasses()), LANGUAGE.stream())
          .map(Vocabulary::describe)
          .sorted()
          .collect(Collectors.joining("\n"));

  private Vocabulary() {}

  private static String describe(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::toGenericString)
        .sorted()
        .collect(Collectors.joining(";", type.getName() + ":", ""));
  }
}
