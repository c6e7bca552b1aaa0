package tribune.shell;

import java.util.concurrent.atomic.AtomicInteger;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Session;

/**
 * What Ctrl-C does when there is no prompt: asks the command to stop at its next safe point, and if
 * that takes too long for the user, the second press ends the process. Between two commands of a
 * script the first press does. Nothing acknowledged is lost then either, as a record is durable
 * before it is acknowledged.
 */
final class StopRequest implements Runnable {

  private final AtomicInteger presses = new AtomicInteger();
  private final Session session;
  private final Globals globals;

  StopRequest(Session session, Globals globals) {
    this.session = session;
    this.globals = globals;
  }

  @Override
  @AmbientInput("ends the process when the user insists")
  public void run() {
    if (presses.incrementAndGet() > 1 || !session.isBusy()) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
    session.interrupt();
    session
        .screen()
        .messages(globals.color(), globals.talk())
        .hint("stopping; press Ctrl-C again to stop at once");
  }
}
