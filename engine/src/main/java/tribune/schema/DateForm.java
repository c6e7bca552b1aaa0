package tribune.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, year first: {@code 2025-03-11}. */
final class DateForm implements ValueForm<LocalDate> {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final String EXAMPLE = "a day such as 2025-03-11";
  private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})([T ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");

  @Override
  public Understood<LocalDate> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Understood.not(
          BindingCode.WRONG_FORM, "wrong form", repaired(text), "expected: " + EXAMPLE);
    }
    Optional<LocalDate> day = day(form.group(1), form.group(2), form.group(3));
    if (day.isEmpty()) {
      return Understood.not(
          BindingCode.OUT_OF_RANGE, "no such day", "the calendar has no such day");
    }
    int year = day.get().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Understood.not(
          BindingCode.OUT_OF_RANGE,
          "day out of range",
          "allowed: years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return Understood.as(day.get());
  }

  @Override
  public String write(LocalDate value) {
    return value.toString();
  }

  @Override
  public String description() {
    return EXAMPLE;
  }

  @Override
  public Map<String, Object> jsonSchema() {
    return Map.of("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  }

  /** Day and month are only told apart where one of them can be no month. */
  private static String repaired(String text) {
    Matcher first = YEAR_FIRST.matcher(text);
    Matcher last = YEAR_LAST.matcher(text);
    Optional<LocalDate> meant = Optional.empty();
    if (first.matches()) {
      meant = day(first.group(1), first.group(2), first.group(3));
    } else if (last.matches()) {
      Optional<LocalDate> european = day(last.group(3), last.group(2), last.group(1));
      Optional<LocalDate> american = day(last.group(3), last.group(1), last.group(2));
      boolean clear = european.isEmpty() || american.isEmpty() || european.equals(american);
      meant = clear ? european.or(() -> american) : Optional.empty();
    }
    return meant.map(day -> "write " + day).orElse("write year, month, day");
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
