package tribune.shell.line;

import java.util.Optional;

/** How a command asks the user something that it must not decide alone. */
@FunctionalInterface
public interface Asking {

  /** Nobody can be asked: there is no terminal. */
  Asking NOBODY = question -> Optional.empty();

  /**
   * The answer, in one line.
   *
   * @param question what is to be answered, ending in a blank
   * @return empty if nobody answers: there is no terminal, or the user has left the question
   */
  Optional<String> ask(String question);
}
