package tribune.shell.line;

import java.util.List;

/**
 * Why a line cannot be run.
 *
 * @param what what was found and what was expected, in one line
 * @param advice what to do about it, a line each
 */
public record UsageProblem(String what, List<String> advice) {
  public UsageProblem {
    advice = List.copyOf(advice);
  }
}
