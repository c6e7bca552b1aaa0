package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Source;
import tribune.verdict.CheckId;

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

  /** All rules of a check, in the order of the files and of the lines in them. */
  public static List<RuleText> of(RuleBaseFiles files, CheckId check) {
    return all(files).stream().filter(it -> it.name().startsWith(check + " ")).toList();
  }

  /** All rules, in the same order. */
  public static List<RuleText> all(RuleBaseFiles files) {
    List<RuleText> found = new ArrayList<>();
    for (Source source : files.rules()) {
      Matcher rule = RULE.matcher(source.text());
      while (rule.find()) {
        int line = (int) source.text().substring(0, rule.start()).lines().count() + 1;
        found.add(new RuleText(rule.group(2), source.name(), line, rule.group()));
      }
    }
    return List.copyOf(found);
  }
}
