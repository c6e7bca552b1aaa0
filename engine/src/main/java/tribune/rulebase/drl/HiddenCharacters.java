package tribune.rulebase.drl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Diagnostic;
import tribune.document.Source;

/**
 * Finds characters that people do not see, and that programs take for different things: one ends a
 * line, and with it a comment, at a carriage return, another does not; Drools takes U+0085 for a
 * part of a name. Where readers of a file disagree, code can hide from one of them. Rules need none
 * of these characters, so they are refused wherever they stand.
 */
final class HiddenCharacters {
  private static final Pattern HIDDEN =
      Pattern.compile("\\r(?!\\n)|[\\p{gc=Cc}\\p{gc=Cf}\\p{gc=Zl}\\p{gc=Zp}&&[^\\r\\n\\t]]");

  private HiddenCharacters() {}

  /** One diagnostic for each character, where it stands first. */
  static List<Diagnostic> in(Source source) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(source.text());
    while (hidden.find()) {
      int character = hidden.group().codePointAt(0);
      counts.merge(character, 1, Integer::sum);
      places.putIfAbsent(character, hidden.start());
    }
    List<Diagnostic> found = new ArrayList<>();
    places.forEach(
        (character, at) ->
            found.add(diagnostic(source, character, at).note(instead(character, counts))));
    return found;
  }

  private static Diagnostic diagnostic(Source source, int character, int at) {
    return Diagnostic.of(
            DrlCode.HIDDEN, source, name(character) + " can hide what stands beside it")
        .at(Script.place(source, at, at + Character.charCount(character)));
  }

  private static String name(int character) {
    String code = String.format(Locale.ROOT, "U+%04X", character);
    return character == '\r'
        ? "a carriage return without a line feed (" + code + ")"
        : "the character " + code + " (" + Character.getName(character) + ")";
  }

  private static String instead(int character, Map<Integer, Integer> counts) {
    int count = counts.getOrDefault(character, 1);
    String where = count == 1 ? "" : "; it stands in this file " + count + " times";
    return (character == '\r' ? "end lines with a line feed" : "leave it out, or write a blank")
        + where;
  }
}
