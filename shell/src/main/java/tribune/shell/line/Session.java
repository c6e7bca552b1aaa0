package tribune.shell.line;

import tribune.shell.render.Screen;

/**
 * What lasts from one line to the next: the streams, whether the user wants to leave, and the wish
 * to stop the command that runs.
 *
 * <p>{@link #interrupt} and {@link #isBusy} may be called from any thread, the rest from the one
 * that runs commands.
 */
public final class Session {

  private final Manner manner;
  private final Screen screen;
  private final StandardInput input;
  private final Asking asking;
  private volatile Interruption interruption = new Interruption();
  private volatile boolean busy;
  private boolean leaving;

  /**
   * @param asking how the user is asked
   */
  public Session(Manner manner, Screen screen, StandardInput input, Asking asking) {
    this.asking = asking;
    this.manner = manner;
    this.screen = screen;
    this.input = input;
  }

  public Manner manner() {
    return manner;
  }

  public Screen screen() {
    return screen;
  }

  public StandardInput input() {
    return input;
  }

  /** How a command asks the user. */
  public Asking asking() {
    return asking;
  }

  /** For a new command, which nobody has asked to stop yet. */
  public void beginCommand() {
    interruption = new Interruption();
    busy = true;
  }

  public void endCommand() {
    screen.endProgress();
    busy = false;
  }

  /** Whether a command runs just now. */
  public boolean isBusy() {
    return busy;
  }

  /** Of the command that runs, or ran last. */
  public Interruption interruption() {
    return interruption;
  }

  /** Asks the command that runs to stop. */
  public void interrupt() {
    interruption.request();
  }

  /** Ends the session after this command. */
  public void leave() {
    leaving = true;
  }

  public boolean isLeaving() {
    return leaving;
  }
}
