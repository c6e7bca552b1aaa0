package tribune.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree as YAML that people read: a member a line, and entries of lists on one line where
 * they fit. Reading the text gives the same values again; comments and the old layout are not kept.
 */
public final class YamlWriter {
  private static final String STEP = "  ";
  private static final String DASH = "- ";

  /** What means the same with and without quotes, at any place. */
  private static final Pattern SAFE =
      Pattern.compile("-?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.%/+()' -]*[\\p{L}\\p{N}_.%/+()'-])?");

  private final int columns;
  private final StringBuilder text = new StringBuilder();

  private YamlWriter(int columns) {
    this.columns = columns;
  }

  /**
   * The text of a tree, each line with its line end.
   *
   * @param columns how wide an entry of a list may be and still stand on one line
   */
  public static String text(Node root, int columns) {
    YamlWriter writer = new YamlWriter(columns);
    root.fold(
        scalar -> writer.line("", scalar(scalar)),
        sequence -> writer.elements(sequence, ""),
        mapping -> writer.members(mapping, "", ""));
    return writer.text.toString();
  }

  /**
   * Writes the members of a mapping.
   *
   * @param first what stands before the first line: indentation, and a dash within a list
   */
  private YamlWriter members(Node.Mapping mapping, String first, String indent) {
    if (mapping.entries().isEmpty()) {
      return line(first, "{}");
    }
    String before = first;
    for (Node.Entry entry : mapping.entries()) {
      member(entry, before, indent);
      before = indent;
    }
    return this;
  }

  private void member(Node.Entry entry, String before, String indent) {
    String name = scalar(entry.key()) + ":";
    entry
        .value()
        .fold(
            scalar -> line(before, name + " " + scalar(scalar)),
            sequence ->
                isShort(sequence, before + name)
                    ? line(before, name + " " + inline(sequence))
                    : line(before, name).elements(sequence, indent + STEP),
            mapping ->
                mapping.entries().isEmpty()
                    ? line(before, name + " {}")
                    : line(before, name).members(mapping, indent + STEP, indent + STEP));
  }

  private YamlWriter elements(Node.Sequence sequence, String indent) {
    for (Node element : sequence.elements()) {
      String whole = inline(element);
      if (indent.length() + DASH.length() + whole.length() <= columns) {
        line(indent + DASH, whole);
      } else {
        element.fold(
            scalar -> line(indent + DASH, scalar(scalar)),
            inner -> line(indent + DASH, whole),
            mapping -> members(mapping, indent + DASH, indent + STEP));
      }
    }
    return this;
  }

  /** Lists of words stand on one line; lists of records only if they are empty. */
  private boolean isShort(Node.Sequence sequence, String before) {
    if (sequence.elements().isEmpty()) {
      return true;
    }
    boolean words = sequence.elements().stream().allMatch(Node.Scalar.class::isInstance);
    return words && before.length() + 1 + inline(sequence).length() <= columns;
  }

  private YamlWriter line(String before, String rest) {
    text.append(before).append(rest).append('\n');
    return this;
  }

  private static String inline(Node node) {
    return node.fold(
        YamlWriter::scalar,
        sequence -> "[" + joined(sequence.elements().stream().map(YamlWriter::inline).toList()),
        mapping ->
            "{"
                + mapping.entries().stream()
                    .map(entry -> scalar(entry.key()) + ": " + inline(entry.value()))
                    .collect(Collectors.joining(", ", "", "}")));
  }

  private static String joined(List<String> elements) {
    return String.join(", ", elements) + "]";
  }

  private static String scalar(Node.Scalar scalar) {
    if (scalar.style() != Node.Style.QUOTED && scalar.isUnstated()) {
      return "~";
    }
    boolean plain = scalar.style() == Node.Style.PLAIN && SAFE.matcher(scalar.text()).matches();
    return plain ? scalar.text() : quoted(scalar.text());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
