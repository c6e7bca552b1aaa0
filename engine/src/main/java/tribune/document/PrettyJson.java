package tribune.document;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * JSON for people and pipelines: one member a line, indented by two blanks, keys in canonical
 * order, ended by a line feed. The meaning is that of {@link CanonicalJson}; the bytes are not, so
 * this form is never hashed. Characters that could move a terminal's cursor or turn the reading
 * direction are escaped.
 */
public final class PrettyJson {
  private final StringBuilder out = new StringBuilder();

  private PrettyJson() {}

  /** The value as indented text. */
  public static String write(Json value) {
    PrettyJson pretty = new PrettyJson();
    pretty.value(value, 0);
    return pretty.out.append('\n').toString();
  }

  private void value(Json value, int level) {
    if (value instanceof Json.Members members) {
      members(members.values().entrySet().iterator(), level + 1);
    } else if (value instanceof Json.Elements elements) {
      elements(elements.values().iterator(), level + 1);
    } else if (value instanceof Json.Text text) {
      string(text.value());
    } else if (value instanceof Json.Whole whole) {
      out.append(whole.value());
    }
  }

  private void members(Iterator<Map.Entry<String, Json>> members, int level) {
    if (!members.hasNext()) {
      out.append("{}");
      return;
    }
    out.append('{');
    while (members.hasNext()) {
      Map.Entry<String, Json> member = members.next();
      line(level);
      string(member.getKey());
      out.append(": ");
      value(member.getValue(), level);
      out.append(members.hasNext() ? "," : "");
    }
    line(level - 1);
    out.append('}');
  }

  private void elements(Iterator<Json> elements, int level) {
    if (!elements.hasNext()) {
      out.append("[]");
      return;
    }
    out.append('[');
    while (elements.hasNext()) {
      line(level);
      value(elements.next(), level);
      out.append(elements.hasNext() ? "," : "");
    }
    line(level - 1);
    out.append(']');
  }

  private void line(int level) {
    out.append('\n').append("  ".repeat(level));
  }

  private void string(String text) {
    out.append('"');
    text.chars().forEach(c -> character((char) c));
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(isUnseen(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
    }
  }

  private static boolean isUnseen(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
