package tribune.shell.render;

import java.util.List;

/**
 * What is said beside the result, on standard error: errors always, warnings always, hints and
 * progress unless the user wants quiet. Text is made safe to print.
 */
public final class Messages {

  /** How much is said. */
  public enum Talk {
    ALL,
    /** Errors and warnings only. */
    QUIET
  }

  private final DataStream stream;
  private final Palette palette;
  private final Talk talk;
  private final LiveLine live;

  Messages(DataStream stream, Palette palette, Talk talk, LiveLine live) {
    this.stream = stream;
    this.palette = palette;
    this.talk = talk;
    this.live = live;
  }

  /** An error in one line, and below it what to do about it, a line each. */
  public void error(String what, List<String> advice) {
    say(Text.of("error: ", Tone.BAD).and(what));
    advice.forEach(line -> say(Text.of("  ").and(line)));
  }

  public void warning(String what) {
    say(Text.of("warning: ", Tone.CAUTION).and(what));
  }

  /** What the user might do next. */
  public void hint(String what) {
    if (talk == Talk.ALL) {
      say(Text.of(what, Tone.FAINT));
    }
  }

  /**
   * How far something long is, in a line that the next one replaces and that is gone once anything
   * else is said; only where somebody looks on.
   */
  public void progress(String what) {
    if (talk == Talk.ALL) {
      live.show(what, palette);
    }
  }

  /** Lines as they are, such as a diagnostic with its caret; errors, so never held back. */
  public void verbatim(List<String> lines) {
    lines.forEach(line -> say(Text.of(line)));
  }

  private void say(Text text) {
    live.clear();
    try {
      stream.write(palette.paint(text) + "\n");
    } catch (OutputFailed nowhereToSayIt) {
      // the exit code still tells; a command is not undone because its messages are lost
    }
  }
}
