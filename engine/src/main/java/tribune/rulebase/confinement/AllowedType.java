package tribune.rulebase.confinement;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * A type that rules may touch.
 *
 * @param name as class files have it
 * @param members which of its members they may touch
 */
record AllowedType(Use use, String name, Set<Member> members) {
  /** The member that stands for what a fact states. */
  static final String STATED = "*";

  /** What a type is for. */
  enum Use {
    VALUE,
    TYPE,
    LINK;

    static Use of(String word, String line) {
      for (Use use : values()) {
        if (use.name().toLowerCase(Locale.ROOT).equals(word)) {
          return use;
        }
      }
      throw new IllegalArgumentException("neither value, type nor link: " + line);
    }
  }

  /**
   * A method, constructor or constant.
   *
   * @param types of its parameters, by commas; empty for all methods of this name
   */
  record Member(String name, Optional<String> types) {}

  AllowedType {
    members = Set.copyOf(members);
  }

  /** The same type, written in two lines; what the first says it is for holds. */
  AllowedType and(AllowedType other) {
    Set<Member> all = new HashSet<>(members);
    all.addAll(other.members);
    return new AllowedType(use, name, all);
  }

  boolean listsWhatItStates() {
    return members.contains(new Member(STATED, Optional.empty()));
  }

  boolean lists(String member, String descriptor) {
    return members.contains(new Member(member, Optional.empty()))
        || (descriptor.startsWith("(")
            && members.contains(new Member(member, Optional.of(parameters(descriptor)))));
  }

  private static String parameters(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(Type::getClassName)
        .collect(joining(","));
  }
}
