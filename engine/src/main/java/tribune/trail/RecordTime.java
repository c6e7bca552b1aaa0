package tribune.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as records have them: RFC 3339 in UTC with three digits of a second. */
final class RecordTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String DIGITS = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_A_MILLISECOND = 1_000_000;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private RecordTime() {}

  static String write(Instant at) {
    return FORM.format(at);
  }

  /** Each record has one, and a million are read at once: taken apart by hand. */
  static Instant read(String text) {
    if (!hasForm(text)) {
      throw unreadable(text);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * NANOS_A_MILLISECOND)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw unreadable(text);
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != DIGITS.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if (DIGITS.charAt(i) == '0' ? !isDigit : c != DIGITS.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static UnreadableRecord unreadable(String text) {
    return new UnreadableRecord(
        "at: found '" + text + "', expected a time such as " + write(FIRST));
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
