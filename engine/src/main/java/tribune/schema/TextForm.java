package tribune.schema;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text in Unicode NFC without blanks at either end. Names (keys and references) are one line; other
 * text may have several. Characters that cannot be seen, or that turn the direction of writing, are
 * refused: two names that look alike must be alike.
 */
final class TextForm implements ValueForm<String> {
  static final int LONGEST_TEXT = 4_000;
  static final int LONGEST_NAME = 200;
  static final int LONGEST_PATH = 400;

  /** How many lines a text may have. */
  enum Lines {
    ONE,
    SEVERAL
  }

  private final int longest;
  private final Lines lines;
  private final @Nullable Pattern form;
  private final String meaning;

  private TextForm(int longest, Lines lines, @Nullable Pattern form, String meaning) {
    this.longest = longest;
    this.lines = lines;
    this.form = form;
    this.meaning = meaning;
  }

  static TextForm text() {
    return new TextForm(LONGEST_TEXT, Lines.SEVERAL, null, "text");
  }

  static TextForm name() {
    return new TextForm(LONGEST_NAME, Lines.ONE, null, "a name");
  }

  static TextForm path() {
    return new TextForm(LONGEST_PATH, Lines.ONE, null, "a path such as decision.reach");
  }

  static TextForm matching(Matches matches) {
    return new TextForm(LONGEST_NAME, Lines.ONE, Pattern.compile(matches.value()), matches.means());
  }

  @Override
  public Understood<String> read(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    int length = normal.codePointCount(0, normal.length());
    if (length > longest) {
      return Understood.not(
          BindingCode.TOO_LONG,
          "text too long",
          length + " characters; " + longest + " are allowed");
    }
    OptionalInt forbidden = normal.codePoints().filter(this::isForbidden).findFirst();
    if (forbidden.isPresent()) {
      String found = String.format(Locale.ROOT, "U+%04X", forbidden.getAsInt());
      return Understood.not(
          BindingCode.FORBIDDEN_CHARACTER,
          forbidden.getAsInt() == '\n' ? "more than one line" : "invisible character " + found,
          forbidden.getAsInt() == '\n' ? "write one line" : "leave it out");
    }
    if (form != null && !form.matcher(normal).matches()) {
      return Understood.not(BindingCode.WRONG_FORM, "wrong form", "", "expected: " + meaning);
    }
    return Understood.as(normal);
  }

  /** Text is counted in its normal form, which may be shorter than what is written. */
  @Override
  public int longest() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String write(String value) {
    return value;
  }

  @Override
  public String description() {
    return meaning;
  }

  @Override
  public Map<String, Object> jsonSchema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("maxLength", longest);
    if (form != null) {
      schema.put("pattern", "^" + form.pattern() + "$");
    }
    return schema;
  }

  private boolean isForbidden(int point) {
    if (point == '\n') {
      return lines == Lines.ONE;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> point != 0x200C && point != 0x200D;
      default -> false;
    };
  }
}
