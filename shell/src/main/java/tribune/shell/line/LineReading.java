package tribune.shell.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.document.NearestName;

/**
 * One reading of a line's words from left to right, which knows at each point what may come next.
 * The parser takes its end, the completer its state at the cursor. The first problem is kept; the
 * reading goes on, so that a later {@code --help} is still seen.
 */
final class LineReading {

  private final CommandCatalogue catalogue;
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private String name = "";
  private @Nullable Declaration command;
  private @Nullable UsageProblem problem;
  private Option.@Nullable Valued awaiting;
  private boolean onlyArguments;

  private LineReading(CommandCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  static LineReading of(CommandCatalogue catalogue, List<String> words) {
    LineReading reading = new LineReading(catalogue);
    words.forEach(reading::word);
    return reading;
  }

  /** The command that the words name, also if a longer name begins with them. */
  Optional<Declaration> command() {
    return command != null ? Optional.of(command) : catalogue.named(name);
  }

  /** Whether the name of the command may go on. */
  boolean isNameOpen() {
    return command == null && arguments.isEmpty();
  }

  /** The words of the name read so far. */
  String name() {
    return name;
  }

  List<String> arguments() {
    return arguments;
  }

  /** Values by the name of the option, in the order in which they were given. */
  Map<String, List<String>> options() {
    return options;
  }

  /** The option whose value is the next word. */
  Optional<Option.Valued> awaiting() {
    return Optional.ofNullable(awaiting);
  }

  /** Whether {@code --} was read: no later word is an option. */
  boolean onlyArguments() {
    return onlyArguments;
  }

  Optional<UsageProblem> problem() {
    return awaiting == null || problem != null
        ? Optional.ofNullable(problem)
        : Optional.of(lacksValue(awaiting));
  }

  private void word(String word) {
    if (awaiting != null && isOption(word)) {
      complain(lacksValue(awaiting));
      awaiting = null;
    }
    if (awaiting != null) {
      take(awaiting, word);
      awaiting = null;
    } else if (onlyArguments || !word.startsWith("-") || word.equals("-") || isNumber(word)) {
      plain(word);
    } else if (word.equals("--")) {
      onlyArguments = true;
    } else {
      option(word);
    }
  }

  /** What can be taken for an option where a value is expected. */
  private static boolean isOption(String word) {
    return word.startsWith("--") || word.equals("-h");
  }

  private static boolean isNumber(String word) {
    return word.matches("-\\.?[0-9].*");
  }

  private void plain(String word) {
    if (command != null) {
      arguments.add(word);
      return;
    }
    String longer = name.isEmpty() ? word : name + " " + word;
    Optional<Declaration> shorter = catalogue.named(name);
    if (catalogue.isBeginning(longer)) {
      name = longer;
    } else if (catalogue.named(longer).isPresent()) {
      name = longer;
      command = catalogue.named(longer).get();
    } else if (shorter.isPresent()) {
      command = shorter.get();
      arguments.add(word);
    } else {
      complain(unknownCommand(word));
    }
  }

  private void option(String word) {
    int equals = word.indexOf('=');
    String typed = equals < 0 ? word : word.substring(0, equals);
    Optional<Option> option = known(typed);
    if (option.isEmpty()) {
      complain(unknownOption(typed));
      return;
    }
    if (option.get() instanceof Option.Valued valued) {
      if (equals < 0) {
        awaiting = valued;
      } else {
        take(valued, word.substring(equals + 1));
      }
    } else if (equals < 0) {
      give(option.get(), GlobalOptions.GIVEN);
    } else {
      complain(typed + " takes no value, and " + word + " gives it one", "write " + typed);
    }
  }

  private Optional<Option> known(String typed) {
    if (typed.equals("-h")) {
      return GlobalOptions.named(GlobalOptions.HELP);
    }
    if (!typed.startsWith("--")) {
      return Optional.empty();
    }
    String label = typed.substring(2);
    Optional<Option> global = GlobalOptions.named(label);
    if (global.isPresent()) {
      return global;
    }
    if (command == null) {
      command = catalogue.named(name).orElse(null);
    }
    return Optional.ofNullable(command).flatMap(declared -> declared.option(label));
  }

  private void take(Option.Valued option, String value) {
    Values.Judged judged = option.values().judge(value);
    if (judged.objection().isPresent()) {
      String what = "--" + option.name() + " got '" + value + "': " + judged.objection().get();
      complain(new UsageProblem(what, judged.advice()));
    } else {
      give(option, judged.value());
    }
  }

  private void give(Option option, String value) {
    List<String> before = options.computeIfAbsent(option.name(), name -> new ArrayList<>());
    if (!before.isEmpty() && !option.count().isRepeatable()) {
      complain("--" + option.name() + " is given twice", "give it once");
    }
    before.add(value);
  }

  private UsageProblem unknownCommand(String word) {
    Set<String> next = new LinkedHashSet<>(catalogue.wordsAfter(name));
    if (name.isEmpty()) {
      return NearestName.to(word, catalogue.names())
          .or(() -> NearestName.to(word, next))
          .map(near -> new UsageProblem("unknown command '" + word + "'", didYouMean(near)))
          .orElseGet(() -> new UsageProblem("unknown command '" + word + "'", List.of()));
    }
    List<String> advice = new ArrayList<>();
    NearestName.to(word, next).ifPresent(near -> advice.addAll(didYouMean(name + " " + near)));
    advice.add("after " + name + " comes one of: " + String.join(", ", next));
    return new UsageProblem("unknown command '" + name + " " + word + "'", advice);
  }

  private UsageProblem unknownOption(String typed) {
    if (command == null && !isDeclaredAnywhere(typed)) {
      return new UsageProblem("unknown option " + typed, nearestOption(typed));
    }
    if (command == null) {
      return new UsageProblem(
          typed + " stands before the command it belongs to",
          List.of("only global options may come first; write " + typed + " after the command"));
    }
    return new UsageProblem("unknown option " + typed + " for " + name, nearestOption(typed));
  }

  private boolean isDeclaredAnywhere(String typed) {
    return catalogue.all().stream()
        .flatMap(declaration -> declaration.options().stream())
        .anyMatch(option -> typed.equals("--" + option.name()));
  }

  private List<String> nearestOption(String typed) {
    Stream<Option> own = command == null ? Stream.empty() : command.options().stream();
    List<String> names =
        Stream.concat(own, GlobalOptions.all().stream()).map(Option::name).toList();
    return NearestName.to(typed.replaceFirst("^-+", ""), names)
        .map(near -> didYouMean("--" + near))
        .orElseGet(
            () ->
                typed.startsWith("--")
                    ? List.of()
                    : List.of("to pass it as an argument, write -- before it"));
  }

  private static UsageProblem lacksValue(Option.Valued option) {
    return new UsageProblem(
        "--" + option.name() + " needs a value, " + option.placeholder(),
        List.of("if the value begins with --, write --" + option.name() + "=VALUE"));
  }

  private static List<String> didYouMean(String name) {
    return List.of("did you mean " + name + "?");
  }

  private void complain(String what, String advice) {
    complain(new UsageProblem(what, List.of(advice)));
  }

  private void complain(UsageProblem found) {
    if (problem == null) {
      problem = found;
    }
  }
}
