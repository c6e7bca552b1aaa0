package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import tribune.shell.line.Asking;
import tribune.shell.line.Manner;
import tribune.shell.render.DataStream;
import tribune.shell.render.StandardStream;

/** Asks the user at the terminal, in whatever manner the program is used. */
final class TerminalAsking {
  private static final int LONGEST_ANSWER_BYTES = 4_096;

  private TerminalAsking() {}

  /**
   * How to ask.
   *
   * @param reader of the prompt, if there is one
   * @param error where a one-shot command puts its question: standard output carries data only
   */
  static Asking of(
      Manner manner, Surroundings surroundings, DataStream error, Supplier<LineReader> reader) {
    return switch (manner) {
      case INTERACTIVE -> question -> atPrompt(question, reader.get());
      case ONE_SHOT ->
          surroundings.terminals().containsAll(Set.of(StandardStream.INPUT, StandardStream.ERROR))
              ? question -> ask(question, surroundings.input(), error)
              : Asking.NOBODY;
      case SCRIPT -> Asking.NOBODY;
    };
  }

  /** The answer is no line to run, so it does not belong to the history. */
  private static Optional<String> atPrompt(String question, LineReader reader) {
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return Optional.of(reader.readLine(question));
    } catch (UserInterruptException | EndOfFileException left) {
      return Optional.empty();
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      reader.setVariable(LineReader.DISABLE_COMPLETION, false);
    }
  }

  private static Optional<String> ask(String question, InputStream input, DataStream error) {
    error.write(question);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = input.read(); next != '\n'; next = input.read()) {
        if (next < 0 || line.size() == LONGEST_ANSWER_BYTES) {
          return Optional.empty();
        }
        line.write(next);
      }
    } catch (IOException noTerminalAnyMore) {
      return Optional.empty();
    }
    return Optional.of(line.toString(UTF_8));
  }
}
