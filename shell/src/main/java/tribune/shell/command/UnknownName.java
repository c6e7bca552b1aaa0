package tribune.shell.command;

import java.util.Collection;
import tribune.document.NearestName;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;

/** Tells that a name is not known, and which one may have been meant. */
final class UnknownName {
  private UnknownName() {}

  /**
   * A failure to throw.
   *
   * @param what what is not known, in a line
   * @param otherwise what to do if no name is near
   */
  static CommandFailed failure(
      String what, String name, Collection<String> known, String otherwise) {
    String advice =
        NearestName.to(name, known).map(near -> "did you mean " + near + "?").orElse(otherwise);
    return new CommandFailed(ExitCode.USAGE, what, advice);
  }
}
