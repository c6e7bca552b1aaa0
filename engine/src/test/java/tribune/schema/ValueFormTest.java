package tribune.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormTest {
  private static final ValueForm<BigDecimal> SHARE = PercentForm.share(PercentForm.SHARES);
  private static final ValueForm<BigDecimal> CHANGE = PercentForm.change(PercentForm.CHANGES);
  private static final ValueForm<Integer> WHOLE = PlainForm.whole(Range.of("-1000", "2000000"));
  private static final ValueForm<BigDecimal> DECIMAL = PlainForm.decimal(Range.WIDEST);
  private static final ValueForm<Integer> DAYS = SpanForm.days(SpanForm.SPANS);
  private static final ValueForm<Integer> MONTHS = SpanForm.months(SpanForm.SPANS);
  private static final ValueForm<LocalDate> DATE = new DateForm();
  private static final ValueForm<Weather> CHOICE = new ChoiceForm<>(Weather.class);

  enum Weather {
    @Written(
        value = "fine",
        insteadOf = {"sunny"})
    FINE,
    RAINY,
    @Unstated
    UNKNOWN
  }

  enum Form {
    SHARE(ValueFormTest.SHARE),
    CHANGE(ValueFormTest.CHANGE),
    WHOLE(ValueFormTest.WHOLE),
    DECIMAL(ValueFormTest.DECIMAL),
    DAYS(ValueFormTest.DAYS),
    MONTHS(ValueFormTest.MONTHS),
    DATE(ValueFormTest.DATE),
    CHOICE(ValueFormTest.CHOICE),
    TEXT(TextForm.text()),
    NAME(TextForm.name());

    private final ValueForm<?> form;

    Form(ValueForm<?> form) {
      this.form = form;
    }
  }

  @ParameterizedTest
  @CsvSource({"0%, 0", "35%, 0.35", "12.5%, 0.125", "100%, 1", "0.01%, 0.0001", "-0%, 0"})
  void a_share_is_held_as_a_fraction(String written, BigDecimal held) {
    assertThat(value(SHARE, written)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({
    "0.35, write 35% (or 0.35% if that is meant)",
    "35, write 35%",
    "35 %, write 35%",
    "35 percent, write 35%",
    "1, write 100% (or 1% if that is meant)",
    "0, write 0%",
    "035%, write 35%",
    "+35%, write 35%",
    "120%, allowed: 0% to 100%",
    "-1%, allowed: 0% to 100%",
    "%, ''",
    "a third, ''"
  })
  void what_is_no_share_is_refused_with_the_share(String written, String instead) {
    assertThat(instead(SHARE, written)).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource({"60%, 0.6", "-12.5%, -0.125", "250%, 2.5"})
  void a_change_may_be_negative_or_more_than_all(String written, BigDecimal held) {
    assertThat(value(CHANGE, written)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,200; write 1200",
        "1_200; write 1200",
        "1'200; write 1200",
        "1 200; write 1200",
        "1e3; write 1000",
        "+5; write 5",
        "007; write 7",
        "12.0; write 12",
        "12.5; ''",
        "twelve; ''",
        "1e999999999; ''",
        "2000001; allowed: -1000 to 2000000",
        "99999999999999999999; ''"
      })
  void a_whole_number_is_written_in_digits_only(String written, String instead) {
    assertThat(instead(WHOLE, written)).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2.5, 2.5", "2.50, 2.5", "-0.0, 0", "100, 100", "1200, 1200"})
  void equal_decimals_are_held_as_equal(String written, BigDecimal held) {
    assertThat(value(DECIMAL, written)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"2,5; write 2.5", ".5; write 0.5", "5.; write 5", "1.00000000001; ''", "NaN; ''"})
  void a_decimal_has_a_point_and_a_limited_number_of_digits(String written, String instead) {
    assertThat(instead(DECIMAL, written)).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource({
    "90, write 90 days",
    "90days, write 90 days",
    "90d, write 90 days",
    "90 Days, write 90 days",
    "1 days, write 1 day",
    "2 day, write 2 days",
    "3 weeks, write 21 days",
    "2 months, write whole days",
    "1.5 days, write whole days",
    "soon, ''",
    "100001 days, allowed: 0 days to 100000 days"
  })
  void a_span_has_its_one_unit(String written, String instead) {
    assertThat(instead(DAYS, written)).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource({
    "1 year, write 12 months",
    "1.5 years, write 18 months",
    "90 days, write whole months"
  })
  void years_are_so_many_months_and_days_are_not(String written, String instead) {
    assertThat(instead(MONTHS, written)).isEqualTo(instead);
  }

  @Test
  void spans_are_held_as_their_number() {
    assertThat(value(DAYS, "1 day")).isEqualTo(1);
    assertThat(value(DAYS, "0 days")).isEqualTo(0);
    assertThat(value(MONTHS, "12 months")).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-3-1, write 2025-03-01",
    "2025/03/11, write 2025-03-11",
    "2025-03-11T10:00:00Z, write 2025-03-11",
    "25.12.2025, write 2025-12-25",
    "12/25/2025, write 2025-12-25",
    "11.11.2025, write 2025-11-11",
    "11.03.2025, 'write year, month, day'",
    "20250311, 'write year, month, day'",
    "2025-02-29, the calendar has no such day",
    "1899-12-31, allowed: years 1900 to 2200",
    "2201-01-01, allowed: years 1900 to 2200"
  })
  void a_day_is_written_year_first(String written, String instead) {
    assertThat(instead(DATE, written)).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource({
    "Fine, did you mean fine?",
    "FINE, did you mean fine?",
    "sunny, write fine",
    "SUNNY, write fine",
    "rainy, did you mean RAINY?",
    "snow, ''"
  })
  void a_word_is_written_exactly(String written, String instead) {
    assertThat(instead(CHOICE, written)).isEqualTo(instead);
  }

  @Test
  void a_closed_list_describes_its_words_without_the_one_for_silence() {
    assertThat(CHOICE.description()).isEqualTo("fine or RAINY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "a\u202Eb", "a\u200Bb", "a\u0085b", "a\u2028b", "a\tb", "a\r"})
  void text_with_characters_that_hide_is_refused(String text) {
    assertThat(instead(TextForm.text(), text)).isEqualTo("leave it out");
  }

  @Test
  void text_may_have_lines_and_names_may_not() {
    assertThat(value(TextForm.text(), "a\nb")).isEqualTo("a\nb");
    assertThat(instead(TextForm.name(), "a\nb")).isEqualTo("write one line");
  }

  @Test
  void the_length_of_text_is_counted_in_characters_of_its_normal_form() {
    String longest = "e\u0301".repeat(TextForm.LONGEST_NAME);

    assertThat(value(TextForm.name(), longest)).isEqualTo("\u00E9".repeat(200));
    assertThat(instead(TextForm.name(), longest + "x"))
        .isEqualTo("201 characters; 200 are allowed");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void what_a_form_reads_it_writes_so_that_it_reads_the_same(Form form) {
    long seed = 99;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 20_000; round++) {
      requireReadBack(form.form, text(random), "seed " + seed + ", round " + round);
    }
  }

  private static <T> void requireReadBack(ValueForm<T> form, String text, String as) {
    if (form.read(text) instanceof Understood.Value<T> first) {
      assertThat(form.read(form.write(first.value()))).as(as).isEqualTo(first);
    }
  }

  private static final String[] PIECES = {
    "0", "1", "9", "12", "00", ".", ",", "-", "+", "%", " ", "e", "days", "day", "months", "year",
    "2025", "-03", "-11", "/", "fine", "RAINY", "x", "\u00E9", "_", "'", "\n"
  };

  private static String text(SplittableRandom random) {
    String[] pieces = new String[1 + random.nextInt(5)];
    Arrays.setAll(pieces, i -> PIECES[random.nextInt(PIECES.length)]);
    String text = String.join("", pieces).strip();
    return text.isEmpty() ? "0" : text;
  }

  private static <T> T value(ValueForm<T> form, String written) {
    return form.read(written)
        .fold(
            Understood.Value::value,
            misread -> {
              throw new AssertionError(misread.toString());
            });
  }

  private static <T> String instead(ValueForm<T> form, String written) {
    return form.read(written).fold(value -> "read", Understood.Misread::instead);
  }
}
