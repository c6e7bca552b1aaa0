package tribune.rulebase.confinement;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fact states: the members that it declares itself and that need nothing but the fact. */
final class Stated {
  private static final Map<String, Set<String>> BY_TYPE = new ConcurrentHashMap<>();

  private Stated() {}

  /** The names of these members; the type is loaded, not initialised. */
  static Set<String> by(String type) {
    return BY_TYPE.computeIfAbsent(type, Stated::read);
  }

  private static Set<String> read(String type) {
    try {
      Class<?> found = Class.forName(type.replace('/', '.'), false, Stated.class.getClassLoader());
      Set<String> ofObject =
          Arrays.stream(Object.class.getDeclaredMethods())
              .map(Method::getName)
              .collect(Collectors.toSet());
      Stream<String> methods =
          Arrays.stream(found.getDeclaredMethods())
              .filter(method -> Modifier.isPublic(method.getModifiers()))
              .filter(method -> !Modifier.isStatic(method.getModifiers()))
              .filter(method -> method.getParameterCount() == 0)
              .map(Method::getName)
              .filter(name -> !ofObject.contains(name));
      Stream<String> constants =
          Arrays.stream(found.getFields())
              .filter(it -> it.isEnumConstant())
              .map(it -> it.getName());
      return Stream.concat(methods, constants).collect(Collectors.toUnmodifiableSet());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the allow-list names a type that is not there: " + type, e);
    }
  }
}
