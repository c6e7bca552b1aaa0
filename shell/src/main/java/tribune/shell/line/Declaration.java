package tribune.shell.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.shell.render.OutputFormat;

/**
 * All that is to be said of a command: parsing, help, completion, highlighting and error messages
 * follow from it.
 *
 * @param name one or two words in lower case: {@code rules list}
 * @param summary one line for the list of commands
 * @param about more about it, a paragraph each
 * @param examples lines that work as they stand
 * @param aliases other names for it
 * @param formats that it prints beside those that all commands print
 */
public record Declaration(
    String name,
    Group group,
    String summary,
    List<String> about,
    List<Parameter> parameters,
    List<Option> options,
    List<Example> examples,
    List<String> aliases,
    List<OutputFormat> formats) {

  /** A line to type, without the name of the program, and what it does. */
  public record Example(String line, String says) {}

  public Declaration {
    about = List.copyOf(about);
    parameters = List.copyOf(parameters);
    options = List.copyOf(options);
    examples = List.copyOf(examples);
    aliases = List.copyOf(aliases);
    formats = List.copyOf(formats);
    requireNames(name, aliases);
    requireOrder(parameters);
    requireDifferentOptions(options);
  }

  public static Declaration of(String name, Group group, String summary) {
    return new Declaration(
        name, group, summary, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public Declaration about(String... paragraphs) {
    return new Declaration(
        name, group, summary, List.of(paragraphs), parameters, options, examples, aliases, formats);
  }

  public Declaration parameter(String label, Count count, String says, Values values) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(label, count, says, values));
    return new Declaration(name, group, summary, about, more, options, examples, aliases, formats);
  }

  public Declaration options(Option... all) {
    return new Declaration(
        name, group, summary, about, parameters, Arrays.asList(all), examples, aliases, formats);
  }

  public Declaration example(String line, String says) {
    List<Example> more = new ArrayList<>(examples);
    more.add(new Example(line, says));
    return new Declaration(
        name, group, summary, about, parameters, options, more, aliases, formats);
  }

  public Declaration alias(String... names) {
    return new Declaration(
        name, group, summary, about, parameters, options, examples, Arrays.asList(names), formats);
  }

  /** With more formats than all commands print. */
  public Declaration formats(OutputFormat... more) {
    return new Declaration(
        name, group, summary, about, parameters, options, examples, aliases, Arrays.asList(more));
  }

  /** The words of the name. */
  public List<String> words() {
    return List.of(name.split(" "));
  }

  /** The option of that name, without dashes, of this command alone. */
  public Optional<Option> option(String label) {
    return options.stream().filter(option -> option.name().equals(label)).findFirst();
  }

  /** The parameter that the argument of that index is for, counted from 0. */
  public Optional<Parameter> parameterAt(int index) {
    if (index < parameters.size()) {
      return Optional.of(parameters.get(index));
    }
    return parameters.isEmpty()
        ? Optional.empty()
        : Optional.of(parameters.get(parameters.size() - 1))
            .filter(last -> last.count().isRepeatable());
  }

  private static void requireNames(String name, List<String> aliases) {
    String word = "[a-z][a-z0-9-]*";
    if (!name.matches(word + "( " + word + ")?")) {
      throw new IllegalArgumentException("not the name of a command: " + name);
    }
    for (String alias : aliases) {
      if (!alias.matches(word)) {
        throw new IllegalArgumentException("not another name for a command: " + alias);
      }
    }
  }

  private static void requireOrder(List<Parameter> parameters) {
    Count before = Count.ONE;
    for (Parameter parameter : parameters) {
      if (before.isRepeatable()) {
        throw new IllegalArgumentException(
            parameter.name() + " comes after a parameter that takes all arguments");
      }
      if (parameter.count().isRequired() && !before.isRequired()) {
        throw new IllegalArgumentException(
            parameter.name() + " is required and comes after one that is not");
      }
      before = parameter.count();
    }
  }

  private static void requireDifferentOptions(List<Option> options) {
    Set<String> names = new HashSet<>();
    for (Option option : options) {
      if (GlobalOptions.named(option.name()).isPresent() || !names.add(option.name())) {
        throw new IllegalArgumentException("option declared twice: --" + option.name());
      }
    }
  }
}
