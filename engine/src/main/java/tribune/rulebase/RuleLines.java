package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Source;

/** Which lines of a file belong to which rule, as far as that can be seen without parsing it. */
final class RuleLines {
  private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+(?:\"([^\"]*)\"|'([^']*)')");

  /**
   * The lines of a rule.
   *
   * @param first from 1
   * @param last the line before the next rule, or the last one
   */
  record Lines(String name, int first, int last) {
    boolean holds(int line) {
      return first <= line && line <= last;
    }
  }

  private RuleLines() {}

  static List<Lines> of(Source file) {
    List<Lines> all = new ArrayList<>();
    String name = null;
    int first = 1;
    for (int line = 1; line <= file.lines(); line++) {
      Matcher rule = RULE.matcher(file.line(line));
      boolean begins = rule.find();
      if (name != null && (begins || file.line(line).matches("end\\b.*"))) {
        all.add(new Lines(name, first, begins ? line - 1 : line));
        name = null;
      }
      if (begins) {
        name = rule.group(1) == null ? rule.group(2) : rule.group(1);
        first = line;
      }
    }
    if (name != null) {
      all.add(new Lines(name, first, file.lines()));
    }
    return List.copyOf(all);
  }
}
