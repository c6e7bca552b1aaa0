package tribune.shell;

import java.util.List;
import tribune.shell.line.Globals;
import tribune.shell.line.Manner;
import tribune.shell.line.SessionOptions;
import tribune.shell.render.StandardStream;

/**
 * How the program is to be used, decided from its arguments and streams before anything is started.
 * Without a command it is a session: at a prompt if both standard input and output are terminals,
 * else a script on standard input.
 *
 * @param globals the global options that hold for every line
 */
record Start(Manner manner, Globals globals) {

  static Start of(List<String> arguments, Surroundings surroundings) {
    Globals defaults = Globals.defaults(surroundings.environment(), surroundings.userHome());
    return SessionOptions.of(arguments, defaults)
        .map(session -> new Start(manner(surroundings), session))
        .orElseGet(() -> new Start(Manner.ONE_SHOT, defaults));
  }

  private static Manner manner(Surroundings surroundings) {
    boolean canPrompt =
        surroundings.isTerminal(StandardStream.INPUT)
            && surroundings.isTerminal(StandardStream.OUTPUT);
    return canPrompt ? Manner.INTERACTIVE : Manner.SCRIPT;
  }
}
