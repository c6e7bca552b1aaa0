package tribune.shell.line;

import java.util.List;
import java.util.Optional;

/** The arguments of a process that names no command, but only options for a whole session. */
public final class SessionOptions {

  private static final CommandCatalogue NO_COMMANDS = new CommandCatalogue(List.of());

  private SessionOptions() {}

  /**
   * The global options that the arguments give.
   *
   * @return nothing if there is anything else among them, be it a command, a mistake or a question
   *     for help
   */
  public static Optional<Globals> of(List<String> arguments, Globals defaults) {
    LineReading reading = LineReading.of(NO_COMMANDS, arguments);
    boolean asks =
        reading.options().containsKey(GlobalOptions.HELP)
            || reading.options().containsKey(GlobalOptions.VERSION);
    return asks || reading.problem().isPresent()
        ? Optional.empty()
        : Optional.of(defaults.with(LineParser.globalsOf(reading)));
  }
}
