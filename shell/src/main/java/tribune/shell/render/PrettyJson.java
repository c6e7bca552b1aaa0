package tribune.shell.render;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a {@link JsonView} as text that people can read and that is the same for the same value:
 * two blanks a level, one member or element a line, no line end at its end. Every character that a
 * terminal could take for a command is written as an escape.
 */
final class PrettyJson implements JsonView.Cases<Void> {

  private final StringBuilder written = new StringBuilder();
  private int depth;

  private PrettyJson() {}

  static String of(JsonView value) {
    PrettyJson pretty = new PrettyJson();
    value.fold(pretty);
    return pretty.written.toString();
  }

  @Override
  public Void members(Map<String, JsonView> members) {
    Iterator<Map.Entry<String, JsonView>> entries = members.entrySet().iterator();
    return block(
        '{',
        '}',
        entries,
        entry -> {
          text(entry.getKey());
          written.append(": ");
          entry.getValue().fold(this);
        });
  }

  @Override
  public Void elements(List<JsonView> elements) {
    return block('[', ']', elements.iterator(), element -> element.fold(this));
  }

  @Override
  public Void text(String value) {
    written.append('"');
    value.codePoints().forEach(this::character);
    written.append('"');
    return null;
  }

  @Override
  public Void whole(long value) {
    written.append(value);
    return null;
  }

  @Override
  public Void truth(JsonView.Truth value) {
    written.append(value.name().toLowerCase(Locale.ROOT));
    return null;
  }

  private <T> Void block(char opening, char closing, Iterator<T> parts, Consumer<T> write) {
    written.append(opening);
    if (parts.hasNext()) {
      depth++;
      while (parts.hasNext()) {
        newLine();
        write.accept(parts.next());
        if (parts.hasNext()) {
          written.append(',');
        }
      }
      depth--;
      newLine();
    }
    written.append(closing);
    return null;
  }

  private void newLine() {
    written.append('\n').append("  ".repeat(depth));
  }

  private void character(int character) {
    switch (character) {
      case '"' -> written.append("\\\"");
      case '\\' -> written.append("\\\\");
      case '\n' -> written.append("\\n");
      case '\r' -> written.append("\\r");
      case '\t' -> written.append("\\t");
      default -> {
        if (isShown(character)) {
          written.appendCodePoint(character);
        } else {
          for (char unit : Character.toChars(character)) {
            written.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          }
        }
      }
    }
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
