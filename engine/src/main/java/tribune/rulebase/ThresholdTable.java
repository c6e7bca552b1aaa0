package tribune.rulebase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tribune.rulebase.language.Threshold;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;

/** The thresholds.yaml of a rule base: every number that a check compares with. */
@Doc("Every number that a check compares with.")
public record ThresholdTable(@Doc("The thresholds") List<Entry> thresholds) {
  public ThresholdTable {
    thresholds = List.copyOf(thresholds);
  }

  /** One threshold. */
  @Doc("A number that checks compare with.")
  public record Entry(
      @Doc("Id, such as high-reach") @Key @Required String id,
      @Doc("The number with its unit: 10%, 24 months, 12") @Required String value,
      @Doc("Why this number") @Required String why,
      @Doc("Where it comes from") @Nullable String source) {
    private static final Pattern FORM =
        Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)(%| [a-z]+)?");

    Entry withValue(String other) {
      return new Entry(id, other, why, source);
    }

    /** What the number counts, such as months; empty for a bare number. */
    String unit() {
      Matcher form = FORM.matcher(value);
      return form.matches() && form.group(2) != null ? form.group(2).strip() : "";
    }

    /** The fact that rules match, or empty if the value is not a number with at most one unit. */
    public Optional<Threshold> fact() {
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        return Optional.empty();
      }
      BigDecimal number = new BigDecimal(form.group(1));
      boolean percent = "%".equals(form.group(2));
      return Optional.of(new Threshold(id, percent ? number.movePointLeft(2) : number, value));
    }
  }
}
