package tribune.shell.render;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one result of a command. Every format prints this same object, so that what they say never
 * differs.
 *
 * @param blocks for people, from top to bottom
 * @param view for programs
 * @param documents the texts of formats that not every command prints
 */
public record Report(List<Block> blocks, JsonView view, Map<OutputFormat, String> documents) {
  public Report {
    blocks = List.copyOf(blocks);
    requireNonNull(view, "view");
    documents = Map.copyOf(documents);
  }

  public Report(List<Block> blocks, JsonView view) {
    this(blocks, view, Map.of());
  }

  /** The same with a text for a format that not every command prints. */
  public Report with(OutputFormat format, String text) {
    Map<OutputFormat, String> more = new EnumMap<>(OutputFormat.class);
    more.putAll(documents);
    more.put(format, text);
    return new Report(blocks, view, more);
  }

  /**
   * The text of a format that not every command prints.
   *
   * @throws IllegalStateException if the command declares the format and does not print it
   */
  String document(OutputFormat format) {
    String text = documents.get(format);
    if (text == null) {
      throw new IllegalStateException("this report has no " + format.word());
    }
    return text;
  }
}
