package tribune.rulebase.confinement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one evaluation does, and stops it when it does too much: the steps of generated code,
 * the facts that conditions compare, the combinations of facts that are kept, and the time.
 * Generated classes call it at the beginning of each method, and on each text and decimal they are
 * given. Belongs to the thread that runs the evaluation.
 */
public final class Meter implements AutoCloseable {
  /** Far longer than a reason that people read, far shorter than what fills a memory. */
  static final int LIMIT_TEXT = 20_000;

  /** In digits, before and after the point. */
  static final int LIMIT_DIGITS = 1_000;

  private static final ThreadLocal<@Nullable Meter> RUNNING = new ThreadLocal<>();
  private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1_024;

  private final long limitSteps;
  private final long limitCombinations;
  private final long limitNanos;
  private final long begun = System.nanoTime();
  private long steps;
  private long combinations;
  private @Nullable BudgetSpent spent;

  private Meter(long limitSteps, long limitCombinations, long limitNanos) {
    this.limitSteps = limitSteps;
    this.limitCombinations = limitCombinations;
    this.limitNanos = limitNanos;
  }

  /** Begins to count what this thread does, until the meter is closed. */
  public static Meter start(long limitSteps, long limitCombinations, long limitNanos) {
    Meter meter = new Meter(limitSteps, limitCombinations, limitNanos);
    RUNNING.set(meter);
    return meter;
  }

  /** A step of whatever this thread evaluates. */
  public static void step() {
    Meter meter = RUNNING.get();
    if (meter != null) {
      meter.count();
    }
  }

  /** A combination of facts that is kept until the evaluation ends. */
  public static void combination() {
    Meter meter = RUNNING.get();
    if (meter != null && ++meter.combinations > meter.limitCombinations) {
      throw meter.spend(meter.limitCombinations + " combinations of facts");
    }
  }

  /** A text that generated code was given; too long a one ends the evaluation. */
  public static @Nullable String text(@Nullable String text) {
    if (text != null && text.length() > LIMIT_TEXT) {
      throw spendRunning("texts of " + LIMIT_TEXT + " characters");
    }
    return text;
  }

  /**
   * What {@code String.valueOf} gives.
   *
   * @throws IllegalArgumentException if that tells where the object lies in memory, which is
   *     another place in each run
   */
  public static @Nullable String written(@Nullable Object value) {
    String written = String.valueOf(value);
    if (value != null
        && written.endsWith("@" + Integer.toHexString(System.identityHashCode(value)))) {
      throw new IllegalArgumentException(
          "a " + value.getClass().getSimpleName() + " is no value that can be written");
    }
    return text(written);
  }

  /** A decimal that generated code was given; one of too many digits ends the evaluation. */
  public static @Nullable BigDecimal number(@Nullable BigDecimal number) {
    if (number != null
        && (Math.abs((long) number.scale()) > LIMIT_DIGITS || number.precision() > LIMIT_DIGITS)) {
      throw spendRunning("numbers of " + LIMIT_DIGITS + " digits");
    }
    return number;
  }

  /** What ran out, if something did. */
  public @Nullable BudgetSpent spent() {
    return spent;
  }

  /** How many steps there were. */
  public long steps() {
    return steps;
  }

  /** How many combinations of facts were kept. */
  public long combinations() {
    return combinations;
  }

  @Override
  public void close() {
    RUNNING.remove();
  }

  private void count() {
    BudgetSpent already = spent;
    if (already != null) {
      throw already;
    }
    steps++;
    if (steps > limitSteps) {
      throw spend(limitSteps + " steps");
    }
    if (steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - begun > limitNanos) {
      throw spend(limitNanos / 1_000_000 + " ms");
    }
  }

  private BudgetSpent spend(String what) {
    BudgetSpent now = new BudgetSpent(what);
    spent = now;
    return now;
  }

  private static BudgetSpent spendRunning(String what) {
    Meter meter = RUNNING.get();
    return meter == null ? new BudgetSpent(what) : meter.spend(what);
  }
}
