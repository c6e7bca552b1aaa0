package tribune.rulebase.logic;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tribune.decision.Fact;

/** Finds the enum constants that rules name, such as {@code Tri.YES}. */
final class EnumConstants {
  private static final String PACKAGE = Fact.class.getPackageName();

  private EnumConstants() {}

  /** The word for a name like {@code Tri.YES}, with all constants of its enum; or empty. */
  static Optional<Values.Word> find(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 1 || dot == name.length() - 1 || !Character.isUpperCase(name.charAt(dot + 1))) {
      return Optional.empty();
    }
    String type = name.substring(0, dot);
    String local = type.startsWith(PACKAGE + ".") ? type.substring(PACKAGE.length() + 1) : type;
    return constants(local)
        .filter(all -> all.contains(local + name.substring(dot)))
        .map(all -> new Values.Word(local + name.substring(dot), all));
  }

  private static Optional<Set<String>> constants(String type) {
    try {
      Object[] all =
          Class.forName(PACKAGE + "." + type.replace('.', '$'), false, Fact.class.getClassLoader())
              .getEnumConstants();
      return Optional.ofNullable(all)
          .map(
              them ->
                  Arrays.stream(them)
                      .map(it -> type + "." + ((Enum<?>) it).name())
                      .collect(Collectors.toUnmodifiableSet()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
