package tribune.rulebase.scaffold;

import tribune.document.Node;
import tribune.document.Source;
import tribune.document.YamlReader;

/** Adds an entry at the end of a list of a YAML file; all else in the file stays as it is. */
final class GrownList {
  private GrownList() {}

  /**
   * The text of the file with the entry.
   *
   * @param member of the whole document, a list written in lines
   * @param entry in lines, the dash at their beginning
   * @throws ScaffoldRefused if the list is not written in lines, or the file has mistakes
   */
  static String with(Source source, String member, String entry) {
    Node root =
        YamlReader.read(source)
            .fold(
                sound -> sound.value().root(),
                faulty -> {
                  throw new ScaffoldRefused(source.name() + " has mistakes", faulty.text());
                });
    if (!(root instanceof Node.Mapping file)
        || !(file.get(member).orElse(null) instanceof Node.Sequence list)
        || source.line(list.place().line()).codePointAt(list.place().column() - 1) != '-') {
      throw new ScaffoldRefused(
          source.name() + " has no list `" + member + "` in lines to add to",
          "write it as `" + member + ":` with a line beginning with a dash for each entry");
    }
    int end = endOf(list, file, source);
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= end; line++) {
      text.append(source.line(line)).append('\n');
    }
    text.append('\n').append(Template.indented(entry, list.place().column() - 1));
    for (int line = end + 1; line <= source.lines(); line++) {
      boolean isLast = line == source.lines();
      text.append(source.line(line)).append(isLast ? "" : "\n");
    }
    return text.toString();
  }

  /** The last line of the list; what stands at the edge above the next member belongs to that. */
  private static int endOf(Node.Sequence list, Node.Mapping file, Source source) {
    int end =
        file.entries().stream()
            .mapToInt(it -> it.key().place().line())
            .filter(line -> line > list.place().line())
            .min()
            .orElse(source.lines() + 1);
    do {
      end--;
    } while (source.line(end).isBlank() || source.line(end).startsWith("#"));
    return end;
  }
}
