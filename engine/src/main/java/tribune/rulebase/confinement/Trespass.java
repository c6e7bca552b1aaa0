package tribune.rulebase.confinement;

import static java.util.Objects.requireNonNull;

/**
 * Something that a generated class may not do.
 *
 * @param className the class, as Java writes it
 * @param method the method of it, or the part of a class where it is none
 * @param what plain words, such as {@code calls java.lang.Runtime.getRuntime}
 * @param name the name in it that an author would know, such as {@code getRuntime}; may be blank
 */
public record Trespass(String className, String method, String what, String name) {
  public Trespass {
    requireNonNull(className, "className");
    requireNonNull(method, "method");
    requireNonNull(what, "what");
    requireNonNull(name, "name");
  }
}
