package tribune.shell.command;

import org.springframework.shell.core.command.availability.Availability;
import tribune.shell.line.Manner;
import tribune.shell.line.Session;

/** Where the commands that need the prompt can be used. */
final class OnlyAtPrompt {

  private OnlyAtPrompt() {}

  static Availability availability(Session session) {
    return session.manner() == Manner.INTERACTIVE
        ? Availability.available()
        : Availability.unavailable("it belongs to the interactive shell");
  }
}
