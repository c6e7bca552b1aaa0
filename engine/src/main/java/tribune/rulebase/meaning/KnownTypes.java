package tribune.rulebase.meaning;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tribune.decision.Fact;
import tribune.rulebase.drl.Declaration;
import tribune.rulebase.drl.DrlText;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.Token;
import tribune.rulebase.language.AsOf;
import tribune.rulebase.language.Audit;
import tribune.rulebase.language.Days;
import tribune.rulebase.language.Share;
import tribune.rulebase.language.Stakes;
import tribune.rulebase.language.Threshold;

/**
 * The types that the rule files of one rule base can name: facts with what they are made of, the
 * language of rules, and what the files declare and import. Immutable.
 */
final class KnownTypes {
  /** Facts that are not submitted. */
  private static final List<Class<?>> DERIVED = List.of(AsOf.class, Stakes.class, Threshold.class);

  private static final List<Class<?>> TOOLS = List.of(Audit.class, Days.class, Share.class);
  private static final Map<String, Class<?>> SHIPPED = shipped();

  private final Map<String, Declaration> declared = new TreeMap<>();
  private final Map<String, Class<?>> imported = new HashMap<>();
  private final List<String> packages = new ArrayList<>(List.of("java.lang"));

  private KnownTypes() {}

  static KnownTypes of(Collection<DrlText> files) {
    KnownTypes words = new KnownTypes();
    for (DrlText file : files) {
      file.declarations().forEach(words::declare);
      file.pieces(Piece.Kind.IMPORT).forEach(words::take);
    }
    return words;
  }

  private void declare(Declaration type) {
    type.name().ifPresent(name -> declared.putIfAbsent(name.text(), type));
  }

  private void take(Piece statement) {
    String path = Imports.path(statement);
    if (path.endsWith(".*")) {
      packages.add(path.substring(0, path.length() - 2));
    } else {
      Imports.find(path).ifPresent(type -> imported.put(type.getSimpleName(), type));
    }
  }

  /** The sort of facts of this type, as a pattern or a declaration names it. */
  Optional<Sort> sort(List<Token> type) {
    StringBuilder written = new StringBuilder();
    type.forEach(it -> written.append(it.text()));
    String name = written.toString();
    return declared.containsKey(name)
        ? Optional.ofNullable(declared.get(name)).map(Sort.Derived::new)
        : type(name).map(Sort::of);
  }

  /** The class of this name, simple or with its package; empty if there is none. */
  Optional<Class<?>> type(String name) {
    if (SHIPPED.containsKey(name)) {
      return Optional.ofNullable(SHIPPED.get(name));
    }
    if (imported.containsKey(name)) {
      return Optional.ofNullable(imported.get(name));
    }
    return name.contains(".")
        ? Imports.find(name)
        : packages.stream().flatMap(it -> Imports.find(it + "." + name).stream()).findFirst();
  }

  /** Whether a name begins a path of packages. */
  static boolean isPackage(String name) {
    return name.equals("java") || name.equals("javax") || name.equals("tribune");
  }

  boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  /** The names of all types of which there can be facts. */
  List<String> facts() {
    TreeSet<String> names = new TreeSet<>(declared.keySet());
    SHIPPED.values().stream()
        .filter(KnownTypes::isFact)
        .forEach(it -> names.add(it.getSimpleName()));
    return List.copyOf(names);
  }

  /** The names of everything that can be named. */
  List<String> all() {
    TreeSet<String> names = new TreeSet<>(declared.keySet());
    names.addAll(SHIPPED.keySet());
    return List.copyOf(names);
  }

  /** Whether facts of this class can be in a proposal or be derived. */
  static boolean isFact(Class<?> type) {
    return Fact.class.isAssignableFrom(type) || DERIVED.contains(type);
  }

  /** Whether there can never be a fact of this class. */
  static boolean isNeverFact(Class<?> type) {
    return SHIPPED.containsValue(type) && (type.isEnum() || TOOLS.contains(type));
  }

  /** The enums that have a constant of this name. */
  static List<String> constants(String name) {
    return SHIPPED.values().stream()
        .filter(type -> type.isEnum() && Members.constants(type).contains(name))
        .map(type -> type.getSimpleName() + "." + name)
        .toList();
  }

  private static Map<String, Class<?>> shipped() {
    Map<String, Class<?>> all = new TreeMap<>();
    collect(Fact.class, all);
    for (Class<?> type : Fact.class.getPermittedSubclasses()) {
      collect(type, all);
    }
    DERIVED.forEach(type -> collect(type, all));
    TOOLS.forEach(type -> collect(type, all));
    return all;
  }

  private static void collect(Type type, Map<String, Class<?>> all) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, all);
      }
    }
    boolean isOurs =
        type instanceof Class<?> known
            && known.getName().startsWith("tribune.")
            && Modifier.isPublic(known.getModifiers());
    if (!isOurs || all.putIfAbsent(((Class<?>) type).getSimpleName(), (Class<?>) type) != null) {
      return;
    }
    RecordComponent[] components = ((Class<?>) type).getRecordComponents();
    for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
      collect(component.getGenericType(), all);
    }
  }
}
