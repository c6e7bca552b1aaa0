package tribune.schema;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a tree of maps, lists, texts, numbers and truth values as indented JSON. */
final class SchemaText {
  private static final String STEP = "  ";

  private final StringBuilder text = new StringBuilder();

  private SchemaText() {}

  /** The JSON text, with a line end after it. */
  static String of(Object value) {
    SchemaText printed = new SchemaText();
    printed.append(value, "\n");
    return printed.text.append('\n').toString();
  }

  private void append(@Nullable Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      append(map, newLine);
    } else if (value instanceof Collection<?> list) {
      append(list);
    } else if (value instanceof String string) {
      quote(string);
    } else {
      text.append(value);
    }
  }

  private void append(Map<?, ?> map, String newLine) {
    String inner = newLine.isEmpty() ? "" : newLine + STEP;
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(inner);
      quote(String.valueOf(entry.getKey()));
      text.append(": ");
      append(entry.getValue(), inner);
      text.append(entries.hasNext() ? "," : "");
    }
    text.append(newLine).append('}');
  }

  /** Lists of a schema are short, names and words, so they stand on one line. */
  private void append(Collection<?> list) {
    text.append('[');
    Iterator<?> elements = list.iterator();
    while (elements.hasNext()) {
      append(elements.next(), "");
      text.append(elements.hasNext() ? ", " : "");
    }
    text.append(']');
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        default -> {
          if (c < ' ') {
            throw new IllegalArgumentException("a control character in a schema: " + (int) c);
          }
          text.append(c);
        }
      }
    }
    text.append('"');
  }
}
