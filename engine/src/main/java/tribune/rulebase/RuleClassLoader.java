package tribune.rulebase;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tribune.rulebase.confinement.AllowList;

/**
 * Defines the classes of one compiled rule base, and resolves nothing else but what rules may
 * touch: to them, no other class is there.
 */
final class RuleClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;
  private final AllowList allowed;

  RuleClassLoader(Map<String, byte[]> classes, AllowList allowed) {
    super("rule base", RuleClassLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
    this.allowed = allowed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.containsKey(name) && !allowed.resolves(name)) {
      throw new ClassNotFoundException(name + " is nothing that rules may touch");
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return classes.containsKey(name) ? findClass(name) : getParent().loadClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return null;
  }
}
