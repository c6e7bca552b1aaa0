package tribune.shell.line;

import org.springframework.shell.core.command.ParsedInput;

/** What a line asks for. */
public sealed interface Parsed {

  /** What is done with each kind of line. */
  interface Cases<R> {
    R nothing();

    R run(Run run);

    R mistake(Mistake mistake);
  }

  <R> R fold(Cases<R> cases);

  /** A blank line or a comment. */
  record Nothing() implements Parsed {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.nothing();
    }
  }

  /**
   * To run a command.
   *
   * @param command its name
   * @param input the arguments and options, the global ones that are in force included
   * @param globals the global options in force
   */
  record Run(String command, ParsedInput input, Globals globals) implements Parsed {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.run(this);
    }
  }

  /** Something is wrong with the line, and nothing is run. */
  record Mistake(UsageProblem problem, Globals globals) implements Parsed {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.mistake(this);
    }
  }
}
