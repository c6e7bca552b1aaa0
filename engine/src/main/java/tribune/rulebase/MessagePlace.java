package tribune.rulebase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tribune.document.Place;
import tribune.document.Source;

/**
 * Where in a rule file a message of Drools belongs that gives no line: at the word it complains of,
 * else at the rule it names, else at the beginning of the file.
 */
final class MessagePlace {
  /** The words after which Drools names what it does not know. */
  private static final List<Pattern> COMPLAINTS =
      Stream.of(
              "(?:class|field|method|member|symbol|variable|type|property)s?:? ['\"`]?([A-Za-z_]\\w+)",
              "['\"`]([A-Za-z_]\\w+)['\"`]",
              "([A-Za-z_]\\w+) cannot be resolved")
          .map(Pattern::compile)
          .toList();

  private static final Pattern RULE = Pattern.compile("[Rr]ule (?:name=)?['\"]([^'\"]+)['\"]");

  private MessagePlace() {}

  static Place of(String message, DrlFile file) {
    return word(message, file.source()).or(() -> rule(message, file)).orElse(Place.START);
  }

  private static Optional<Place> word(String message, Source source) {
    return COMPLAINTS.stream()
        .flatMap(complaint -> complaint.matcher(message).results())
        .flatMap(found -> find(found.group(1), source).stream())
        .findFirst();
  }

  private static Optional<Place> find(String word, Source source) {
    String text = source.text();
    Matcher found = Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    int from = text.codePointCount(0, found.start());
    return Optional.of(source.span(from, from + word.length()));
  }

  private static Optional<Place> rule(String message, DrlFile file) {
    Matcher named = RULE.matcher(message);
    return named.find()
        ? file.content().getRules().stream()
            .filter(rule -> rule.getName().equals(named.group(1)))
            .findFirst()
            .map(rule -> DrlFile.inside(file.source(), rule.getLine(), 0))
        : Optional.empty();
  }
}
