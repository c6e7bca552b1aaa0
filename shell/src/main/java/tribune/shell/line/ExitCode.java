package tribune.shell.line;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What a command tells its caller by the exit code of the process. The numbers are a contract with
 * scripts and pipelines; the order of the constants is from the best to the worst.
 */
public enum ExitCode {
  OK(0, "done; verdict PASS; sound; no drift"),
  INCOMPLETE(4, "verdict INCOMPLETE: facts are missing"),
  DRIFT(7, "drift found: a replay gave something else than was recorded"),
  FAIL(3, "verdict FAIL"),
  ERROR(5, "the rule base is at fault: verdict ERROR, or its cases fail or are too few"),
  UNSOUND(6, "the trail or an export is unsound"),
  USAGE(2, "usage or input error: nothing was done"),
  REFUSED(8, "refused: not allowed, or not durable"),
  INTERNAL(1, "internal error: a defect of Tribune"),
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether the command did what it was asked and this is the answer, good or bad. A script goes on
   * after an answer and stops after anything else.
   */
  public boolean isAnswer() {
    return compareTo(UNSOUND) <= 0;
  }

  /** The worse of the two: of several files, or several lines, the worst decides. */
  public ExitCode worse(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The code of that number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ExitCode ofNumber(int number) {
    return Arrays.stream(values())
        .filter(code -> code.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no exit code " + number));
  }

  /** For tables: by number. */
  public static Comparator<ExitCode> byNumber() {
    return Comparator.comparingInt(ExitCode::number);
  }
}
