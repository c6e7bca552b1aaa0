package tribune.rulebase.scaffold;

import java.util.List;

/** Nothing can be begun there, for a reason that the author can act on. */
public final class ScaffoldRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> advice;

  ScaffoldRefused(String what, String... advice) {
    super(what);
    this.advice = List.of(advice);
  }

  /** What to do about it, a line each. */
  public List<String> advice() {
    return advice;
  }
}
