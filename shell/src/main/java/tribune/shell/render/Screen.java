package tribune.shell.render;

import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The two streams that the user sees, and what is known of them: whether each is a terminal, how
 * wide it is, whether the user's environment allows colours.
 */
public final class Screen {

  /** The width of text that does not go to a terminal. */
  public static final int COLUMNS_OFF_TERMINAL = 80;

  private final DataStream output;
  private final DataStream error;
  private final Set<StandardStream> terminals;
  private final Map<String, String> environment;
  private final IntSupplier columns;
  private final LiveLine live;

  /**
   * @param terminals which of the standard streams are terminals
   * @param environment the variables of the process; {@code NO_COLOR} and {@code TERM} are read
   * @param columns asked for the width of the terminal, if output goes to one
   */
  public Screen(
      DataStream output,
      DataStream error,
      Set<StandardStream> terminals,
      Map<String, String> environment,
      IntSupplier columns) {
    this.output = output;
    this.error = error;
    this.terminals = Set.copyOf(terminals);
    this.environment = Map.copyOf(environment);
    this.columns = columns;
    this.live = new LiveLine(error, this::columns, terminals.contains(StandardStream.ERROR));
  }

  public Output output(OutputFormat format, ColorChoice color) {
    Renderer renderer =
        switch (format) {
          case TABLE ->
              report ->
                  Renderer.table(columns(), palette(StandardStream.OUTPUT, color)).render(report);
          case PLAIN -> Renderer.plain();
          case JSON -> Renderer.json();
          case JUNIT, SARIF, GITHUB -> report -> report.document(format);
        };
    return new Output(output, renderer, live);
  }

  /** For what the user has to see before a command goes on: as a table, on standard error. */
  public Output aside(ColorChoice color) {
    return new Output(
        error,
        report -> Renderer.table(columns(), palette(StandardStream.ERROR, color)).render(report),
        live);
  }

  public Messages messages(ColorChoice color, Messages.Talk talk) {
    return new Messages(error, palette(StandardStream.ERROR, color), talk, live);
  }

  /** Takes away what {@link Messages#progress} shows. */
  public void endProgress() {
    live.clear();
  }

  /** Whether somebody sees that stream as it is written. */
  public boolean isTerminal(StandardStream stream) {
    return terminals.contains(stream);
  }

  /** Whether that stream shows colours. */
  public Palette palette(StandardStream stream, ColorChoice color) {
    return switch (color) {
      case ALWAYS -> Palette.COLORS;
      case NEVER -> Palette.NONE;
      case AUTO -> terminals.contains(stream) && allowsColors() ? Palette.COLORS : Palette.NONE;
    };
  }

  private boolean allowsColors() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private int columns() {
    int known =
        terminals.contains(StandardStream.OUTPUT) ? columns.getAsInt() : COLUMNS_OFF_TERMINAL;
    return known > 0 ? known : COLUMNS_OFF_TERMINAL;
  }
}
