package tribune.rulebase.scaffold;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tribune.verdict.CheckId;

/** Puts a scaffold together from templates. Not safe for use by several threads. */
final class Draft {
  private static final Pattern PRINCIPLE = Pattern.compile("[A-Z][A-Z0-9]{1,15}");
  private static final Pattern UNSEEN =
      Pattern.compile("\\\\u|[\\p{gc=Cc}\\p{gc=Cf}\\p{gc=Zl}\\p{gc=Zp}\\p{gc=Cs}]");
  private static final int LONGEST_LINE = 240;

  private final Path directory;
  private final Map<Path, String> made = new LinkedHashMap<>();
  private final Map<Path, String> grown = new LinkedHashMap<>();

  Draft(Path directory) {
    this.directory = directory;
  }

  static void requirePrinciple(String id) {
    if (!PRINCIPLE.matcher(id).matches()) {
      throw new ScaffoldRefused(
          "`" + id + "` is not the id of a principle", "write two to sixteen capitals: TRUST");
    }
  }

  /**
   * What people say in their own words stands in a comment of DRL and in YAML, each on one line: a
   * line break would end the one and bend the other.
   *
   * @param what the words are: title
   */
  static void requireOneLine(String what, Optional<String> words) {
    words.ifPresent(it -> requireOneLine(what, it));
  }

  private static void requireOneLine(String what, String words) {
    Matcher unseen = UNSEEN.matcher(words);
    if (unseen.find()) {
      int found = unseen.group().codePointAt(0);
      String name =
          found == '\\'
              ? "`\\u`, which Java takes for another letter"
              : String.format(Locale.ROOT, "U+%04X (%s)", found, Character.getName(found));
      throw new ScaffoldRefused(
          "the " + what + " holds " + name,
          "write it on one line, without line breaks, tabs and characters that nobody sees");
    }
    if (words.isBlank()) {
      throw new ScaffoldRefused("the " + what + " is empty", "say it on one line, or leave it out");
    }
    if (words.length() > LONGEST_LINE) {
      throw new ScaffoldRefused(
          "the " + what + " has " + words.length() + " characters",
          "write at most " + LONGEST_LINE + " characters, on one line");
    }
  }

  static CheckId requireCheck(String id) {
    if (!CheckId.isWellFormed(id)) {
      throw new ScaffoldRefused(
          "`" + id + "` is not a check id",
          "write two to eight capitals, a dash and two or three digits: LTR-03");
    }
    return new CheckId(id);
  }

  Draft file(String path, String template, Map<String, String> words) {
    made.put(directory.resolve(path), Template.filled(template, words));
    return this;
  }

  /** The table of thresholds with these entries, where there is none yet. */
  Draft thresholds(String... entries) {
    StringBuilder text = new StringBuilder(Template.filled("thresholds.yaml", Map.of()));
    for (String entry : entries) {
      text.append(Template.indented(entry, 2));
    }
    made.put(directory.resolve("thresholds.yaml"), text.toString());
    return this;
  }

  Draft grow(Path file, String text) {
    grown.put(file, text);
    return this;
  }

  /** A principle with its first check. */
  Draft principle(String id, @Nullable String title, CheckId check) {
    Map<String, String> words = new HashMap<>(words(check, null));
    words.put("PRINCIPLE", id);
    words.put("TITLE", Template.yaml(title == null ? "What customers can rely on" : title));
    String folder = folder(id);
    String text = Template.filled("principle.yaml", words);
    String first = Template.filled("check.yaml", words(check, null));
    made.put(directory.resolve(folder + "principle.yaml"), text + Template.indented(first, 2));
    return rules(folder + id.toLowerCase(Locale.ROOT), check, null);
  }

  /**
   * The rules and cases of a check.
   *
   * @param name of their files, without the endings
   */
  Draft rules(String name, CheckId check, @Nullable String title) {
    Map<String, String> words = new HashMap<>(words(check, title));
    words.put("TITLE", plain(title));
    file(name + ".drl", "check.drl", words);
    return file(name + ".cases.yaml", "check.cases.yaml", words);
  }

  /** How principle.yaml describes a check. */
  static String description(CheckId check, @Nullable String title) {
    return Template.filled("check.yaml", words(check, title));
  }

  static String threshold(CheckId check) {
    return Template.filled("threshold-check.yaml", words(check, null));
  }

  static Map<String, String> words(CheckId check, @Nullable String title) {
    return Map.of(
        "CHECK", check.text(),
        "THRESHOLD", check.text().toLowerCase(Locale.ROOT) + "-notice",
        "TITLE", Template.yaml(plain(title)));
  }

  static String folder(String principle) {
    return "principles/" + principle.toLowerCase(Locale.ROOT) + "/";
  }

  Scaffold scaffold() {
    return new Scaffold(made, grown);
  }

  private static String plain(@Nullable String title) {
    return title == null ? "Those who lose by it are told in time" : title;
  }
}
