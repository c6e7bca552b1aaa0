package tribune.shell.line;

import java.util.List;
import java.util.Optional;
import tribune.shell.render.ColorChoice;
import tribune.shell.render.OutputFormat;

/** The options that every command has; they may stand before or after its name. */
public final class GlobalOptions {

  /** The value that a flag has when it is given. */
  static final String GIVEN = "true";

  static final String HOME = "home";
  static final String STORE = "store";
  static final String RULES = "rules";
  static final String OUTPUT = "output";
  static final String COLOR = "color";
  static final String HELP = "help";
  static final String VERSION = "version";

  private static final List<Option> ALL =
      List.of(
          Option.valued(
              HOME,
              "DIR",
              "Where Tribune keeps its data. Default: the variable TRIBUNE_HOME, or ~/.tribune.",
              Values.directory()),
          Option.valued(
              STORE,
              "URL",
              "The PostgreSQL database that holds the trail, jdbc:postgresql://HOST/DATABASE?user=NAME."
                  + " Default: the variable TRIBUNE_STORE, or else the trail lies in the home.",
              Values.any()),
          Option.valued(
              RULES, "DIR", "The rule base to use instead of the shipped one.", Values.directory()),
          Option.valued(
                  OUTPUT,
                  "FORMAT",
                  "How results are printed; some only by commands that say so.",
                  Values.oneOf(OutputFormat.words()))
              .preset(OutputFormat.TABLE.word()),
          Option.valued(
                  COLOR,
                  "WHEN",
                  "Colours; auto means on a terminal, unless NO_COLOR is set.",
                  Values.oneOf(ColorChoice.words()))
              .preset(ColorChoice.AUTO.word()),
          Option.flag(Switch.BATCH.option(), "Never ask anything."),
          Option.flag(Switch.QUIET.option(), "Print results and errors only, no hints."),
          Option.flag(Switch.DEBUG.option(), "Show stack traces and the libraries' warnings."),
          Option.flag(HELP, "Show help and do nothing else; also -h."),
          Option.flag(VERSION, "Show the version and do nothing else."));

  private GlobalOptions() {}

  /** In the order in which help shows them. */
  public static List<Option> all() {
    return ALL;
  }

  /** The global option of that name, without dashes. */
  static Optional<Option> named(String name) {
    return ALL.stream().filter(option -> option.name().equals(name)).findFirst();
  }
}
