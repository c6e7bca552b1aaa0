package tribune.rulebase.confinement;

import java.util.List;

/**
 * Reads a rule file before it is compiled, word by word, and says what rules may not write. It is
 * there for a good message early, and so that nothing of what it finds is compiled; what it does
 * not find, the {@link ClassWall} does. Immutable and safe for use by several threads.
 */
public final class SourceWall {
  private final Scope scope;

  public SourceWall(AllowList allowed) {
    this.scope = new Scope(allowed);
  }

  /** What this file says that rules may not say, in the order of its lines. */
  public List<Written> check(String text) {
    return new SourceCheck(scope, Words.of(text)).found(text);
  }

  /** Whether a rule file may import this; its name with dots. */
  public boolean mayImport(String name) {
    return scope.isImport(name);
  }

  /** Whether a rule file may declare a fact of this name. */
  public boolean mayDeclare(String type) {
    return !scope.isThere(type);
  }
}
