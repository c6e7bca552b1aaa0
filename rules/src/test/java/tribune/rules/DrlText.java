package tribune.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Source;

/**
 * A rule as it is written, taken apart as far as the tests need: it is no parser of DRL, but reads
 * what the contract allows.
 *
 * @param name as it is written
 * @param when its conditions, without comments
 * @param then its consequence, without comments
 */
record DrlText(String name, String when, String then) {
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern RULE =
      Pattern.compile(
          "^rule \"([^\"]+)\"[^\n]*\nwhen\n(.*?)^then\n(.*?)^end$",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern DECLARATION =
      Pattern.compile("^declare (\\w+)\n(.*?)^end$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*:\\s*([\\w.]+)");
  private static final Pattern OPENING = Pattern.compile("(?<![\\w.])([A-Z]\\w*)\\s*\\(");

  /** A pattern of a condition: a type, and what it asks of its members. */
  record Condition(String type, String constraints) {}

  static List<DrlText> rules() {
    List<DrlText> rules = new ArrayList<>();
    for (Source file : Shipped.files().rules()) {
      Matcher rule = RULE.matcher(COMMENT.matcher(file.text()).replaceAll(""));
      while (rule.find()) {
        rules.add(new DrlText(rule.group(1), rule.group(2), rule.group(3)));
      }
    }
    return rules;
  }

  /** The derived types, and of which type each of their members is. */
  static Map<String, Map<String, String>> declarations() {
    Map<String, Map<String, String>> declared = new LinkedHashMap<>();
    for (Source file : Shipped.files().rules()) {
      Matcher declaration = DECLARATION.matcher(COMMENT.matcher(file.text()).replaceAll(""));
      while (declaration.find()) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(declaration.group(2));
        while (field.find()) {
          fields.put(field.group(1), field.group(2));
        }
        declared.put(declaration.group(1), fields);
      }
    }
    return declared;
  }

  boolean isOfCheck() {
    return !name.startsWith("derive ");
  }

  boolean derives(String type) {
    return then.contains("new " + type + "(");
  }

  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    Matcher opening = OPENING.matcher(when);
    while (opening.find()) {
      conditions.add(new Condition(opening.group(1), inside(when, opening.end())));
    }
    return conditions;
  }

  private static String inside(String text, int start) {
    int depth = 1;
    int at = start;
    while (depth > 0) {
      char here = text.charAt(at++);
      depth += here == '(' ? 1 : here == ')' ? -1 : 0;
    }
    return text.substring(start, at - 1);
  }
}
