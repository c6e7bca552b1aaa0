package tribune.shell.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;
import tribune.shell.render.Messages;
import tribune.shell.render.Output;

/**
 * One run of a command: what the user gave it, already checked against its declaration, and where
 * its result goes. Asking for an argument or option that is not declared is a defect and throws
 * {@link IllegalArgumentException}.
 */
public final class Invocation {

  private final Declaration declaration;
  private final List<String> arguments;
  private final Map<String, List<String>> options;
  private final Globals globals;
  private final Session session;

  private Invocation(
      Declaration declaration,
      List<String> arguments,
      Map<String, List<String>> options,
      Globals globals,
      Session session) {
    this.declaration = declaration;
    this.arguments = arguments;
    this.options = options;
    this.globals = globals;
    this.session = session;
  }

  static Invocation of(Declaration declaration, ParsedInput input, Session session) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    Map<String, String> globals = new LinkedHashMap<>();
    for (CommandOption option : input.options()) {
      String name = String.valueOf(option.longName());
      String value = String.valueOf(option.value());
      if (GlobalOptions.named(name).isPresent()) {
        globals.put(name, value);
      } else {
        options.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    List<String> arguments = input.arguments().stream().map(CommandArgument::value).toList();
    return new Invocation(declaration, arguments, options, Globals.ofOptions(globals), session);
  }

  /** The argument for a parameter that is required. */
  public String argument(String name) {
    return optionalArgument(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is not required"));
  }

  /** The argument for a parameter that may be left out. */
  public Optional<String> optionalArgument(String name) {
    return arguments(name).stream().findFirst();
  }

  /** All arguments for a parameter, in the order in which they were given. */
  public List<String> arguments(String name) {
    List<Parameter> parameters = declaration.parameters();
    for (int index = 0; index < parameters.size(); index++) {
      Parameter parameter = parameters.get(index);
      if (parameter.name().equals(name)) {
        int from = Math.min(index, arguments.size());
        int to = parameter.count().isRepeatable() ? arguments.size() : index + 1;
        return List.copyOf(arguments.subList(from, Math.min(to, arguments.size())));
      }
    }
    throw new IllegalArgumentException(declaration.name() + " has no parameter " + name);
  }

  /** Whether the flag of that name, without dashes, is given. */
  public boolean has(String flag) {
    requireDeclared(flag);
    return options.containsKey(flag);
  }

  /** The value of the option of that name, without dashes, or its preset. */
  public Optional<String> option(String name) {
    return options(name).stream().findFirst();
  }

  /** All values of a repeatable option, in the order in which they were given. */
  public List<String> options(String name) {
    Option option = requireDeclared(name);
    if (!(option instanceof Option.Valued valued)) {
      throw new IllegalArgumentException("--" + name + " is a flag");
    }
    List<String> preset = valued.preset().map(List::of).orElse(List.of());
    return List.copyOf(options.getOrDefault(name, preset));
  }

  public Globals globals() {
    return globals;
  }

  /** The same run in another home, where its trail lies too. */
  public Invocation withHome(Path home) {
    return new Invocation(declaration, arguments, options, globals.withHome(home), session);
  }

  /** Where the one report of this command goes. */
  public Output output() {
    return session.screen().output(globals.output(), globals.color());
  }

  /** Where goes what the user has to see before the command goes on. */
  public Output aside() {
    return session.screen().aside(globals.color());
  }

  /** What is said beside it. */
  public Messages messages() {
    return session.screen().messages(globals.color(), globals.talk());
  }

  public StandardInput input() {
    return session.input();
  }

  /**
   * Whether the user agrees. Anything but a yes is a no.
   *
   * @return empty if nobody can be asked, or nobody is to be
   */
  public Optional<Boolean> confirmed(String question) {
    return globals.has(Switch.BATCH)
        ? Optional.empty()
        : session
            .asking()
            .ask(question + " [y/N] ")
            .map(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"));
  }

  /** To be asked between two steps of something long. */
  public Interruption interruption() {
    return session.interruption();
  }

  public Session session() {
    return session;
  }

  private Option requireDeclared(String name) {
    return declaration
        .option(name)
        .orElseThrow(
            () -> new IllegalArgumentException(declaration.name() + " has no option --" + name));
  }
}
