package tribune.rulebase.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Place;
import tribune.document.Source;

/** The values next to that of a threshold: one more and one less in its last digit. */
final class ThresholdSteps {
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(.*)");

  private ThresholdSteps() {}

  /** 9% and 11% for 10%, 0.4% and 0.6% for 0.5%. */
  static List<String> of(String value) {
    Matcher number = NUMBER.matcher(value);
    if (!number.matches()) {
      return List.of();
    }
    BigDecimal written = new BigDecimal(number.group(1));
    BigDecimal step = new BigDecimal(BigInteger.ONE, written.scale());
    return List.of(
        written.subtract(step).toPlainString() + number.group(2),
        written.add(step).toPlainString() + number.group(2));
  }

  /** Where the id of a threshold stands in the file that gives its value. */
  static Place place(Source source, String id) {
    String text = source.text();
    Matcher found =
        Pattern.compile("\\bid:\\s*[\"']?(" + Pattern.quote(id) + ")(?![\\w-])").matcher(text);
    if (!found.find()) {
      return Place.START;
    }
    int from = text.codePointCount(0, found.start(1));
    return source.span(from, from + id.length());
  }
}
