package tribune.rulebase.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts that new files begin with; they stand beside this class as files. */
final class Template {
  private static final Pattern BLANK_TO_FILL = Pattern.compile("@([A-Z]+)@");
  private static final Pattern SAFE_IN_YAML =
      Pattern.compile("(?!(?i:null|true|false|yes|no)$)[A-Za-z][A-Za-z0-9 ,.'-]*[A-Za-z0-9.]");

  private Template() {}

  /** The text of a template, with the words put in where it names them. */
  static String filled(String name, Map<String, String> words) {
    return BLANK_TO_FILL
        .matcher(text(name))
        .replaceAll(
            blank -> {
              String word = words.get(blank.group(1));
              if (word == null) {
                throw new IllegalArgumentException(name + " asks for " + blank.group(1));
              }
              return Matcher.quoteReplacement(word);
            });
  }

  /** Each line further in. */
  static String indented(String text, int by) {
    return text.lines().map(line -> " ".repeat(by) + line + "\n").collect(Collectors.joining());
  }

  /** A text as YAML, in quotes where it needs them: `null` without them would be no text. */
  static String yaml(String text) {
    return SAFE_IN_YAML.matcher(text).matches()
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String text(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the template " + name + ": build it again");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
