package tribune.rulebase.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The variables that are known at a point of a rule. Inside of {@code not} and {@code exists} there
 * are more of them than outside. Not safe for use by several threads.
 */
final class Variables {

  /** Whether all variables are known, or the rule could not be read as a whole. */
  enum Reach {
    ALL,
    SOME
  }

  private final Map<String, Sort> known;
  private final Map<String, String> elsewhere;
  private final Set<String> below;
  private Reach reach = Reach.ALL;

  private Variables(Map<String, Sort> known, Map<String, String> elsewhere, Set<String> below) {
    this.known = new LinkedHashMap<>(known);
    this.elsewhere = elsewhere;
    this.below = below;
  }

  static Variables none() {
    return new Variables(Map.of(), new HashMap<>(), new HashSet<>());
  }

  /** The same variables, to go on with for oneself. */
  Variables copy() {
    Variables copy = new Variables(known, elsewhere, below);
    copy.reach = reach;
    return copy;
  }

  void bind(String name, Sort sort) {
    known.put(name, sort);
  }

  /** From here on there may be variables that are not known. */
  void open() {
    reach = Reach.SOME;
  }

  boolean isComplete() {
    return reach == Reach.ALL;
  }

  Optional<Sort> sort(String name) {
    return Optional.ofNullable(known.get(name));
  }

  Collection<String> names() {
    return new TreeSet<>(known.keySet());
  }

  /** Remembers why a variable that is bound somewhere in the rule cannot be used elsewhere. */
  void explain(String name, String why) {
    elsewhere.putIfAbsent(name, why);
  }

  /** Remembers that a variable is bound somewhere in the rule. */
  void expect(String name) {
    below.add(name);
  }

  /** Why a variable that is not known here is bound all the same; empty if it is not. */
  Optional<String> why(String name) {
    return below.contains(name)
        ? Optional.of(
            elsewhere.getOrDefault(
                name, "it is bound further down; write the condition that binds it first"))
        : Optional.ofNullable(elsewhere.get(name));
  }
}
