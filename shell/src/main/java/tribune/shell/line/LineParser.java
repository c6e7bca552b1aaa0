package tribune.shell.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;
import tribune.shell.render.OutputFormat;

/**
 * Turns the words of a line into what it asks for. Words come as they are, from the arguments of
 * the process or from {@link SplitLine}; nothing is joined, split or expanded here. Never throws:
 * what is wrong with a line is a {@link Parsed.Mistake}.
 *
 * <p>Safe for use by several threads.
 */
public final class LineParser {

  private final CommandCatalogue catalogue;
  private final Manner manner;

  public LineParser(CommandCatalogue catalogue, Manner manner) {
    this.catalogue = catalogue;
    this.manner = manner;
  }

  /**
   * Splits and parses a line that was typed or stands in a script.
   *
   * @param session the global options that hold unless the line gives others
   */
  public Parsed parse(String line, Globals session) {
    SplitLine split = SplitLine.of(line);
    if (split.open().isPresent()) {
      UsageProblem problem =
          new UsageProblem(split.open().get().complaint(), List.of("in the line: " + line.strip()));
      return new Parsed.Mistake(problem, session);
    }
    return parse(split.texts(), session);
  }

  /**
   * Parses words that are already apart.
   *
   * @param session the global options that hold unless the words give others
   */
  public Parsed parse(List<String> words, Globals session) {
    if (words.isEmpty()) {
      return new Parsed.Nothing();
    }
    LineReading reading = LineReading.of(catalogue, words);
    Globals globals = session.with(globalsOf(reading));
    if (reading.options().containsKey(GlobalOptions.HELP) && canBeExplained(reading)) {
      return run(GlobalOptions.HELP, topic(reading), Map.of(), globals);
    }
    if (reading.options().containsKey(GlobalOptions.VERSION)) {
      return run(GlobalOptions.VERSION, List.of(), Map.of(), globals);
    }
    Optional<UsageProblem> problem =
        reading
            .problem()
            .or(() -> lacking(reading))
            .or(() -> unsuitableFormat(reading, globals.output()));
    if (problem.isPresent()) {
      return new Parsed.Mistake(withHelp(problem.get(), reading), globals);
    }
    Declaration command = reading.command().orElseThrow();
    List<String> arguments = taken(command, reading.arguments());
    return run(command.name(), arguments, optionsOf(command, reading), globals);
  }

  static Map<String, String> globalsOf(LineReading reading) {
    Map<String, String> globals = new LinkedHashMap<>();
    reading
        .options()
        .forEach(
            (name, values) ->
                GlobalOptions.named(name).ifPresent(global -> globals.put(name, values.get(0))));
    return globals;
  }

  private boolean canBeExplained(LineReading reading) {
    return !reading.name().isEmpty() || reading.problem().isEmpty();
  }

  private static List<String> topic(LineReading reading) {
    return reading.name().isEmpty() ? List.of() : List.of(reading.name().split(" "));
  }

  private Optional<UsageProblem> lacking(LineReading reading) {
    if (reading.command().isEmpty()) {
      return Optional.of(lackingCommand(reading.name()));
    }
    Declaration command = reading.command().get();
    return lackingOrUnexpectedArgument(command, reading.arguments())
        .or(() -> unsuitableArgument(command, reading.arguments()))
        .or(() -> lackingOption(command, reading.options()));
  }

  private UsageProblem lackingCommand(String name) {
    if (name.isEmpty()) {
      return new UsageProblem("no command is given", List.of());
    }
    String next = String.join(", ", catalogue.wordsAfter(name));
    return new UsageProblem(
        name + " needs one more word", List.of("after " + name + " comes one of: " + next));
  }

  private static Optional<UsageProblem> lackingOrUnexpectedArgument(
      Declaration command, List<String> arguments) {
    List<Parameter> parameters = command.parameters();
    if (arguments.size() < parameters.size()) {
      Parameter next = parameters.get(arguments.size());
      if (next.count().isRequired()) {
        return Optional.of(
            new UsageProblem(
                command.name() + " needs " + next.name(),
                List.of(next.name() + ": " + next.summary())));
      }
    }
    for (int index = parameters.size(); index < arguments.size(); index++) {
      if (command.parameterAt(index).isEmpty()) {
        return Optional.of(
            new UsageProblem(
                "unexpected argument '" + arguments.get(index) + "' for " + command.name(),
                List.of("usage: " + HelpPages.usage(command))));
      }
    }
    return Optional.empty();
  }

  private static Optional<UsageProblem> unsuitableArgument(
      Declaration command, List<String> arguments) {
    for (int index = 0; index < arguments.size(); index++) {
      Parameter parameter = command.parameterAt(index).orElseThrow();
      Values.Judged judged = parameter.values().judge(arguments.get(index));
      if (judged.objection().isPresent()) {
        String what =
            parameter.name() + " got '" + judged.value() + "': " + judged.objection().get();
        return Optional.of(new UsageProblem(what, judged.advice()));
      }
    }
    return Optional.empty();
  }

  private static Optional<UsageProblem> lackingOption(
      Declaration command, Map<String, List<String>> given) {
    return command.options().stream()
        .filter(option -> option.count().isRequired() && !given.containsKey(option.name()))
        .findFirst()
        .map(
            option ->
                new UsageProblem(
                    command.name() + " needs " + option.usage(), List.of(option.summary())));
  }

  private static Optional<UsageProblem> unsuitableFormat(LineReading reading, OutputFormat wanted) {
    Declaration command = reading.command().orElseThrow();
    if (wanted.isGeneral() || command.formats().contains(wanted)) {
      return Optional.empty();
    }
    List<String> words =
        Arrays.stream(OutputFormat.values())
            .filter(it -> it.isGeneral() || command.formats().contains(it))
            .map(OutputFormat::word)
            .toList();
    return Optional.of(
        new UsageProblem(
            command.name() + " does not print " + wanted.word(),
            List.of("it prints " + String.join(", ", words))));
  }

  private UsageProblem withHelp(UsageProblem problem, LineReading reading) {
    String topic =
        reading
            .command()
            .map(Declaration::name)
            .filter(name -> !name.equals(GlobalOptions.HELP))
            .map(name -> " " + name)
            .orElse("");
    List<String> advice = new ArrayList<>(problem.advice());
    advice.add("for help: " + manner.line(GlobalOptions.HELP + topic));
    return new UsageProblem(problem.what(), advice);
  }

  private static List<String> taken(Declaration command, List<String> arguments) {
    List<String> values = new ArrayList<>();
    for (String argument : arguments) {
      Parameter parameter = command.parameterAt(values.size()).orElseThrow();
      values.add(parameter.values().judge(argument).value());
    }
    return values;
  }

  private static Map<String, List<String>> optionsOf(Declaration command, LineReading reading) {
    Map<String, List<String>> own = new LinkedHashMap<>(reading.options());
    own.keySet().removeIf(name -> command.option(name).isEmpty());
    return own;
  }

  private static Parsed run(
      String name, List<String> arguments, Map<String, List<String>> options, Globals globals) {
    ParsedInput.Builder input = ParsedInput.builder();
    List<String> words = List.of(name.split(" "));
    input.commandName(words.get(0));
    words.stream().skip(1).forEach(input::addSubCommand);
    for (int index = 0; index < arguments.size(); index++) {
      input.addArgument(new CommandArgument(index, arguments.get(index)));
    }
    options.forEach((option, values) -> values.forEach(value -> add(input, option, value)));
    globals.asOptions().forEach((option, value) -> add(input, option, value));
    return new Parsed.Run(name, input.build(), globals);
  }

  private static void add(ParsedInput.Builder input, String option, String value) {
    input.addOption(CommandOption.with().longName(option).value(value).build());
  }
}
