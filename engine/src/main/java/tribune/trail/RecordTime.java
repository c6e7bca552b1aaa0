package tribune.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as records have them: RFC 3339 in UTC with three digits of a second. */
final class RecordTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private RecordTime() {}

  static String write(Instant at) {
    return FORM.format(at);
  }

  static Instant read(String text) {
    try {
      Instant at = Instant.parse(text);
      if (isWritable(at) && write(at).equals(text)) {
        return at;
      }
    } catch (DateTimeException e) {
      // Falls through: it is no time in any form.
    }
    throw new UnreadableRecord("at: found '" + text + "', expected a time such as " + write(FIRST));
  }

  /** The first whole millisecond that is not before this time. */
  static Instant roundedUp(Instant time) {
    Instant down = time.truncatedTo(ChronoUnit.MILLIS);
    return down.equals(time) ? time : down.plusMillis(1);
  }

  static Instant requireWritable(Instant at) {
    if (!isWritable(at)) {
      throw new IllegalArgumentException(
          "a record needs a time in whole milliseconds and a year of four digits, found " + at);
    }
    return at;
  }

  private static boolean isWritable(Instant at) {
    boolean whole = at.truncatedTo(ChronoUnit.MILLIS).equals(at);
    return whole && !at.isBefore(FIRST) && !at.isAfter(LAST);
  }
}
