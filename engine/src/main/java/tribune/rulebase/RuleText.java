package tribune.rulebase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Source;

/**
 * The text of one rule as its author wrote it.
 *
 * @param file the file it stands in
 * @param line of its first word, from 1
 */
public record RuleText(String name, String file, int line, String text) {
  private static final Pattern RULE =
      Pattern.compile(
          "^[ \t]*rule\\s+([\"'])(.+?)\\1.*?^[ \t]*end\\b", Pattern.DOTALL | Pattern.MULTILINE);

  public RuleText {
    requireNonNull(name, "name");
    requireNonNull(file, "file");
    requireNonNull(text, "text");
  }

  /**
   * The rules of each check, in the order of the files and of the lines in them, by the first word
   * of their names.
   */
  public static Map<String, List<RuleText>> byCheck(RuleBaseFiles files) {
    return all(files).stream().collect(groupingBy(it -> it.name().split(" ", 2)[0]));
  }

  /** All rules, in the same order. */
  public static List<RuleText> all(RuleBaseFiles files) {
    List<RuleText> found = new ArrayList<>();
    for (Source source : files.rules()) {
      Matcher rule = RULE.matcher(source.text());
      while (rule.find()) {
        int start = source.text().codePointCount(0, rule.start());
        int line = source.span(start, start).line();
        found.add(new RuleText(rule.group(2), source.name(), line, rule.group()));
      }
    }
    return List.copyOf(found);
  }
}
