package tribune.rulebase.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tribune.document.Node;
import tribune.document.Source;

/**
 * Lays out a YAML file line by line: two blanks for each level, one after a dash and after the
 * colon of a member, no blanks at line ends, one blank line at most, one line end at the end. What
 * a value of several lines looks like inside, and how comments are aligned behind values, is left
 * alone.
 */
final class YamlLayout {
  private static final Pattern DASHES = Pattern.compile("-(?: +-)* +");

  private final Source source;
  private final YamlStructure structure;
  private final List<String> lines = new ArrayList<>();

  /** The line with a member or element that was laid out last, and how far it was moved. */
  private int movedBy;

  /** How far the content of the block of text that goes on here is moved. */
  private int blockMovedBy;

  private YamlLayout(Source source, YamlStructure structure) {
    this.source = source;
    this.structure = structure;
  }

  /** The text of a sound YAML file, laid out. */
  static String of(Source source, Node root) {
    YamlLayout layout = new YamlLayout(source, YamlStructure.of(source, root));
    for (int line = 1; line <= source.lines(); line++) {
      layout.add(line);
    }
    while (!layout.lines.isEmpty() && layout.last().isEmpty()) {
      layout.lines.remove(layout.lines.size() - 1);
    }
    return layout.lines.stream().map(it -> it + "\n").collect(Collectors.joining());
  }

  private void add(int number) {
    String line = source.line(number);
    if (structure.isStart(number)) {
      lines.add(start(number, line));
    } else if (structure.isInBlock(number)) {
      lines.add(inBlock(number, line));
    } else if (line.isBlank()) {
      addBlank(number);
    } else if (structure.isComment(number)) {
      lines.add(" ".repeat(commentIndent(number)) + line.strip());
    } else {
      lines.add(moved(line, movedBy).stripTrailing());
    }
  }

  private String start(int number, String line) {
    int indent = structure.indent(number);
    movedBy = indent - YamlStructure.indentOf(line);
    blockMovedBy = structure.blockIndent(number) == 0 ? movedBy : blockMove(number);
    String rest = structure.tidied(number).strip();
    String dashes =
        DASHES
            .matcher(rest)
            .results()
            .findFirst()
            .filter(it -> it.start() == 0)
            .map(it -> it.group())
            .orElse("");
    return " ".repeat(indent) + dashes.replaceAll(" +", " ") + rest.substring(dashes.length());
  }

  /** The content of a block of text stands two blanks in from the member or dash that holds it. */
  private int blockMove(int number) {
    return structure.blockParent(number) + YamlStructure.STEP - structure.blockIndent(number);
  }

  private String inBlock(int number, String line) {
    return line.isBlank() && line.length() <= structure.blockIndentAt(number)
        ? ""
        : moved(line, blockMovedBy);
  }

  private void addBlank(int number) {
    boolean matters =
        IntStream.rangeClosed(number, source.lines())
            .filter(it -> !source.line(it).isBlank())
            .limit(1)
            .anyMatch(it -> !structure.isStart(it) && !structure.isComment(it));
    if (matters || (!lines.isEmpty() && !last().isEmpty())) {
      lines.add("");
    }
  }

  /** A comment stands as far in as the member that it stood level with, or that follows it. */
  private int commentIndent(int number) {
    int written = YamlStructure.indentOf(source.line(number));
    int next = structure.startAfter(number);
    int above = structure.startLevelWith(number, written);
    if (next > 0 && (above == 0 || YamlStructure.indentOf(source.line(next)) == written)) {
      return structure.indent(next);
    }
    return above > 0 ? structure.indent(above) : 0;
  }

  private String last() {
    return lines.get(lines.size() - 1);
  }

  private static String moved(String line, int by) {
    int indent = YamlStructure.indentOf(line);
    return " ".repeat(Math.max(0, indent + by)) + line.substring(indent);
  }
}
