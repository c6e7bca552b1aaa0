package tribune.rulebase.meaning;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What values of a Java class have and can do. */
final class Members {
  private static final Set<String> OF_ALL =
      Set.of(
          "hashCode",
          "toString",
          "declaringClass",
          "getDeclaringClass",
          "describeConstable",
          "name",
          "ordinal",
          "values");

  private Members() {}

  /** What can be named of a value, with its type; those of a record in their order. */
  static Map<String, Type> of(Class<?> type) {
    Map<String, Type> members = new LinkedHashMap<>();
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
      members.put(component.getName(), component.getGenericType());
    }
    Map<String, Type> others = new TreeMap<>();
    methods(type)
        .filter(it -> it.getParameterCount() == 0 && it.getReturnType() != void.class)
        .forEach(
            it -> {
              others.putIfAbsent(property(it), it.getGenericReturnType());
              others.putIfAbsent(it.getName(), it.getGenericReturnType());
            });
    others.forEach(members::putIfAbsent);
    return members;
  }

  /** The names of these that a message lists: without those that every value has. */
  static Set<String> listed(Class<?> type) {
    Set<String> listed = new LinkedHashSet<>(of(type).keySet());
    if (type.isRecord()) {
      listed.removeIf(name -> OF_ALL.contains(name) && !components(type).contains(name));
    } else if (type.isEnum()) {
      listed.removeAll(OF_ALL);
    }
    return listed;
  }

  private static List<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** The methods of this name. */
  static List<Method> methods(Class<?> type, String name) {
    return methods(type).filter(it -> it.getName().equals(name)).toList();
  }

  /** The names of all methods that may be called. */
  static List<String> methodNames(Class<?> type) {
    return List.copyOf(new TreeSet<>(methods(type).map(Method::getName).toList()));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(it -> it.getDeclaringClass() != Object.class || type == Object.class)
        .filter(it -> !it.isSynthetic());
  }

  /** Constants of an enum, and other values that belong to a class itself. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(it -> Modifier.isStatic(it.getModifiers()))
        .map(Field::getName)
        .toList();
  }

  /** {@code getName} and {@code isNamed} are also reached as {@code name} and {@code named}. */
  private static String property(Method method) {
    String name = method.getName();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    boolean isGetter =
        prefix > 0 && name.length() > prefix && Character.isUpperCase(name.charAt(prefix));
    return isGetter
        ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1)
        : name;
  }
}
