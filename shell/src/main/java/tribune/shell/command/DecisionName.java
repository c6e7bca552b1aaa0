package tribune.shell.command;

import java.util.OptionalInt;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;

/** A decision as people name it: {@code BAGS}, or {@code BAGS@2} for one revision of it. */
record DecisionName(String id, OptionalInt revision) {

  static DecisionName parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return new DecisionName(text, OptionalInt.empty());
    }
    try {
      return new DecisionName(
          text.substring(0, at), OptionalInt.of(Integer.parseInt(text.substring(at + 1))));
    } catch (NumberFormatException e) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "'" + text + "' names no revision: after the @ comes its number",
          "write BAGS for the newest revision, or BAGS@2");
    }
  }

  @Override
  public String toString() {
    return revision.isPresent() ? id + "@" + revision.getAsInt() : id;
  }
}
