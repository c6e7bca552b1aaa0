package tribune.shell.line;

import java.util.Optional;

/** An option of a command: a word with two dashes, with or without a value. */
public sealed interface Option {

  /** Without the dashes. */
  String name();

  /** What it does, in one line. */
  String summary();

  Count count();

  /** How it is written in a list of options: {@code --output FORMAT}. */
  String usage();

  static Flag flag(String name, String summary) {
    return new Flag(name, summary);
  }

  /** An option with a value, given at most once. */
  static Valued valued(String name, String placeholder, String summary, Values values) {
    return new Valued(name, placeholder, summary, values, Count.OPTIONAL, Optional.empty());
  }

  /** Present or not. */
  record Flag(String name, String summary) implements Option {
    public Flag {
      requireName(name);
    }

    @Override
    public Count count() {
      return Count.OPTIONAL;
    }

    @Override
    public String usage() {
      return "--" + name;
    }
  }

  /**
   * With a value: {@code --name VALUE} or {@code --name=VALUE}.
   *
   * @param placeholder the value as help writes it, in upper case
   * @param preset the value if the option is not given
   */
  record Valued(
      String name,
      String placeholder,
      String summary,
      Values values,
      Count count,
      Optional<String> preset)
      implements Option {
    public Valued {
      requireName(name);
    }

    public Valued count(Count times) {
      return new Valued(name, placeholder, summary, values, times, preset);
    }

    public Valued preset(String value) {
      return new Valued(name, placeholder, summary, values, count, Optional.of(value));
    }

    @Override
    public String usage() {
      return "--" + name + " " + placeholder;
    }
  }

  private static void requireName(String name) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not the name of an option: " + name);
    }
  }
}
