package tribune.shell.line;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.shell.render.ColorChoice;
import tribune.shell.render.Messages.Talk;
import tribune.shell.render.OutputFormat;

/**
 * The global options in force for a line: those of the line over those of the session over the
 * environment.
 *
 * @param home where Tribune keeps its data
 * @param store the database that holds the trail, if the home does not
 * @param rules the rule base to use instead of the shipped one
 */
public record Globals(
    Path home,
    Optional<String> store,
    Optional<Path> rules,
    OutputFormat output,
    ColorChoice color,
    Set<Switch> switches) {

  public Globals {
    switches = Set.copyOf(switches);
  }

  /**
   * What holds when no option is given: {@code TRIBUNE_HOME}, or else {@code .tribune}; {@code
   * TRIBUNE_STORE}, or else no store.
   */
  public static Globals defaults(Map<String, String> environment, Path userHome) {
    String home = environment.getOrDefault("TRIBUNE_HOME", "");
    return new Globals(
        home.isEmpty() ? userHome.resolve(".tribune") : Path.of(home),
        Optional.ofNullable(environment.get("TRIBUNE_STORE")).filter(store -> !store.isEmpty()),
        Optional.empty(),
        OutputFormat.TABLE,
        ColorChoice.AUTO,
        Set.of());
  }

  public boolean has(Switch which) {
    return switches.contains(which);
  }

  public Talk talk() {
    return has(Switch.QUIET) ? Talk.QUIET : Talk.ALL;
  }

  /** These, but in another home, where the trail lies too. */
  Globals withHome(Path other) {
    return new Globals(other, Optional.empty(), rules, output, color, switches);
  }

  /** These, but with the options that are given. */
  Globals with(Map<String, String> options) {
    Map<String, String> all = new LinkedHashMap<>(asOptions());
    all.putAll(options);
    return ofOptions(all);
  }

  /** As options by name; the opposite of {@link #ofOptions}. */
  Map<String, String> asOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(GlobalOptions.HOME, home.toString());
    store.ifPresent(url -> options.put(GlobalOptions.STORE, url));
    rules.ifPresent(path -> options.put(GlobalOptions.RULES, path.toString()));
    options.put(GlobalOptions.OUTPUT, output.word());
    options.put(GlobalOptions.COLOR, color.word());
    switches.forEach(on -> options.put(on.option(), GlobalOptions.GIVEN));
    return options;
  }

  static Globals ofOptions(Map<String, String> options) {
    Set<Switch> switches = EnumSet.noneOf(Switch.class);
    for (Switch each : Switch.values()) {
      if (options.containsKey(each.option())) {
        switches.add(each);
      }
    }
    return new Globals(
        Path.of(stated(options, GlobalOptions.HOME)),
        Optional.ofNullable(options.get(GlobalOptions.STORE)).filter(store -> !store.isEmpty()),
        Optional.ofNullable(options.get(GlobalOptions.RULES)).map(Path::of),
        OutputFormat.ofWord(stated(options, GlobalOptions.OUTPUT)),
        ColorChoice.ofWord(stated(options, GlobalOptions.COLOR)),
        switches);
  }

  private static String stated(Map<String, String> options, String name) {
    return requireNonNull(options.get(name), name);
  }
}
