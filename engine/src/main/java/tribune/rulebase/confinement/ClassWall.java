package tribune.rulebase.confinement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/**
 * Reads generated classes before any of them is defined, and says what in them is not on the {@link
 * AllowList}. This is the wall: it looks at what would run and not at what was written. A class
 * that cannot be read is refused. Immutable and safe for use by several threads.
 *
 * <p>Besides the list: no loops, no handling of exceptions, no arrays but of fixed length, no
 * locks, no changes of fields outside of the class itself, no native methods. So whatever runs
 * comes to an end, and cannot go on after the {@link Meter} has stopped it.
 */
public final class ClassWall {
  private final AllowList allowed;
  private final String folder;

  /**
   * A wall.
   *
   * @param packageName of the generated classes, and of packages below
   */
  public ClassWall(AllowList allowed, String packageName) {
    this.allowed = allowed;
    this.folder = packageName.replace('.', '/') + "/";
  }

  /**
   * Everything that these classes may not do.
   *
   * @param classes the bytes of each class by its name, as Java writes it
   */
  public List<Trespass> check(Map<String, byte[]> classes) {
    List<Trespass> found = new ArrayList<>();
    Map<String, GeneratedClass> known = new LinkedHashMap<>();
    classes.forEach(
        (name, bytes) -> {
          try {
            known.put(name.replace('.', '/'), GeneratedClass.read(bytes));
          } catch (RuntimeException e) {
            found.add(new Trespass(name, "", "is no class file that can be read", ""));
          }
        });
    Reach reach = new Reach(allowed, folder, known);
    classes.forEach(
        (name, bytes) -> {
          if (known.containsKey(name.replace('.', '/'))) {
            found.addAll(check(name, bytes, reach));
          }
        });
    return List.copyOf(found);
  }

  private static List<Trespass> check(String name, byte[] bytes, Reach reach) {
    ClassCheck check = new ClassCheck(name, reach);
    try {
      new ClassReader(bytes).accept(check, 0);
    } catch (RuntimeException e) {
      return List.of(new Trespass(name, "", "is no class file that can be read", ""));
    }
    return check.found();
  }

  /**
   * These classes, written anew so that they call the {@link Meter}. They pass the wall as before.
   */
  public static SortedMap<String, byte[]> metered(Map<String, byte[]> classes) {
    SortedMap<String, byte[]> metered = new TreeMap<>();
    classes.forEach((name, bytes) -> metered.put(name, MeteredClass.write(bytes)));
    return metered;
  }
}
