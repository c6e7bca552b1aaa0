package tribune.rulebase.drl;

import java.util.List;
import java.util.Set;

/** The attributes that DRL gives rules. */
public final class RuleAttributes {
  /** Their names; some are written with a hyphen, of which this is the first word. */
  public static final Set<String> NAMES =
      Set.of(
          "salience",
          "dialect",
          "enabled",
          "no",
          "lock",
          "activation",
          "agenda",
          "ruleflow",
          "auto",
          "date",
          "duration",
          "timer",
          "calendars",
          "attributes");

  private RuleAttributes() {}

  /** The attribute that begins at a word, with the words that hyphens join to it. */
  public static String name(List<Token> header, int at) {
    StringBuilder name = new StringBuilder(header.get(at).text());
    for (int next = at + 1; next + 1 < header.size() && header.get(next).is("-"); next += 2) {
      name.append('-').append(header.get(next + 1).text());
    }
    return name.toString();
  }
}
