package tribune.rulebase.confinement;

import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;

/**
 * How far generated classes may reach: to each other, and to what is on the list.
 *
 * @param folder where generated classes lie, such as {@code rules/}
 * @param generated those that were generated together, by their names in class files
 */
record Reach(AllowList allowed, String folder, Map<String, GeneratedClass> generated) {

  boolean isGenerated(String type) {
    return type.startsWith(folder) && generated.containsKey(type);
  }

  /** The type that may not be named, if there is one in it. */
  Optional<String> beyond(Type type) {
    return switch (type.getSort()) {
      case Type.ARRAY -> beyond(type.getElementType());
      case Type.OBJECT ->
          isGenerated(type.getInternalName()) || allowed.names(type.getInternalName())
              ? Optional.empty()
              : Optional.of(type.getClassName());
      case Type.METHOD -> beyondMethod(type);
      default -> Optional.empty();
    };
  }

  private Optional<String> beyondMethod(Type type) {
    for (Type parameter : type.getArgumentTypes()) {
      Optional<String> beyond = beyond(parameter);
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return beyond(type.getReturnType());
  }

  /** Whether the member may be touched; one that a generated class inherits is its parent's. */
  boolean allows(String owner, String member, String descriptor) {
    String holder = owner;
    GeneratedClass known = generated.get(holder);
    int steps = 0;
    while (known != null && isGenerated(holder) && steps++ < generated.size()) {
      if (known.declares(member, descriptor)) {
        return true;
      }
      if (member.equals("<init>")) {
        return false;
      }
      holder = known.parent() == null ? "" : known.parent();
      known = generated.get(holder);
    }
    return allowed.allows(holder, member, descriptor);
  }

  /** Whether what is of the type may be written into a text. */
  boolean isText(Type type) {
    return type.getSort() < Type.ARRAY
        || (type.getSort() == Type.OBJECT
            && (isGenerated(type.getInternalName()) || allowed.isValue(type.getInternalName())));
  }
}
