package tribune.trail.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** A clock that is set back and ahead all the time, now and then by a hundred years. */
final class JumpingClock extends Clock {
  private static final Duration FAR = Duration.ofDays(36_500);

  private final Clock clock;
  private final SplittableRandom random;

  JumpingClock(Clock clock, long seed) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public synchronized Instant instant() {
    return clock.instant().plus(jump());
  }

  private Duration jump() {
    return switch (random.nextInt(40)) {
      case 0 -> FAR;
      case 1 -> FAR.negated();
      default -> Duration.ofMillis(random.nextInt(-2_000, 2_000));
    };
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("records have times in UTC only");
  }
}
