package tribune.intake;

import java.util.regex.Pattern;
import tribune.document.Node;

/** Writes what was read as JSON again, each value as it was written. Stateless. */
final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final int FIRST_PRINTABLE = 0x20;

  private JsonText() {}

  static void append(StringBuilder json, Node node) {
    if (node instanceof Node.Mapping mapping) {
      json.append('{');
      String separator = "";
      for (Node.Entry entry : mapping.entries()) {
        append(json.append(separator), entry.key().text());
        append(json.append(':'), entry.value());
        separator = ",";
      }
      json.append('}');
    } else if (node instanceof Node.Sequence sequence) {
      json.append('[');
      String separator = "";
      for (Node element : sequence.elements()) {
        append(json.append(separator), element);
        separator = ",";
      }
      json.append(']');
    } else {
      append(json, (Node.Scalar) node);
    }
  }

  private static void append(StringBuilder json, Node.Scalar scalar) {
    boolean isPlain = scalar.style() == Node.Style.PLAIN;
    if (isPlain && scalar.isUnstated()) {
      json.append("null");
    } else if (isPlain && isBare(scalar.text())) {
      json.append(scalar.text());
    } else {
      append(json, scalar.text());
    }
  }

  private static boolean isBare(String text) {
    return text.equals("true") || text.equals("false") || NUMBER.matcher(text).matches();
  }

  static void append(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE || isHidden(c)) {
        json.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Characters that turn the direction of writing or end a line would mislead who mends it. */
  private static boolean isHidden(char c) {
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
