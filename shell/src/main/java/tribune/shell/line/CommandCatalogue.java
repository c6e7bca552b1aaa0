package tribune.shell.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declarations of all commands, by name, in the order in which help lists them. */
public final class CommandCatalogue {

  private final List<Declaration> declarations;
  private final Map<String, Declaration> byName = new HashMap<>();

  public CommandCatalogue(List<Declaration> declarations) {
    List<Declaration> inGroups = new ArrayList<>();
    for (Group group : Group.values()) {
      declarations.stream().filter(each -> each.group() == group).forEach(inGroups::add);
    }
    this.declarations = List.copyOf(inGroups);
    for (Declaration declaration : declarations) {
      add(declaration.name(), declaration);
      declaration.aliases().forEach(alias -> add(alias, declaration));
    }
  }

  public List<Declaration> all() {
    return declarations;
  }

  public List<Declaration> in(Group group) {
    return declarations.stream().filter(each -> each.group() == group).toList();
  }

  /** The command of exactly that name, or of that other name. */
  public Optional<Declaration> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether these words are the beginning of a longer name. */
  boolean isBeginning(String words) {
    return !wordsAfter(words).isEmpty();
  }

  /** The words that can follow these in a name, in the order of the catalogue. */
  List<String> wordsAfter(String words) {
    String beginning = words.isEmpty() ? "" : words + " ";
    Set<String> next = new LinkedHashSet<>();
    for (Declaration declaration : declarations) {
      if (declaration.name().startsWith(beginning)) {
        next.add(firstWord(declaration.name().substring(beginning.length())));
      }
      if (beginning.isEmpty()) {
        next.addAll(declaration.aliases());
      }
    }
    return List.copyOf(next);
  }

  /** The commands whose names begin with these words. */
  List<Declaration> beginningWith(String words) {
    return declarations.stream().filter(each -> each.name().startsWith(words + " ")).toList();
  }

  /** All that can be typed for a command. */
  Set<String> names() {
    return byName.keySet();
  }

  private void add(String name, Declaration declaration) {
    if (byName.put(name, declaration) != null) {
      throw new IllegalArgumentException("two commands are named " + name);
    }
  }

  private static String firstWord(String words) {
    int blank = words.indexOf(' ');
    return blank < 0 ? words : words.substring(0, blank);
  }
}
