package tribune.rulebase.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Source;

/** Which lines of a YAML file begin a member or an element, and how far in they belong. */
final class YamlStructure {
  static final int STEP = 2;

  private static final Pattern BLOCK_HEADER =
      Pattern.compile("[|>](?:[+-]?([0-9])?|[0-9][+-])\\s*(?:#.*)?");
  private static final Pattern COLON = Pattern.compile("\\s*:\\s+");

  private final Source source;

  /** By line: how far in it belongs. */
  private final Map<Integer, Integer> starts = new HashMap<>();

  /** By line: what follows the line up to and with it, its values one blank behind their names. */
  private final Map<Integer, String> tidied = new HashMap<>();

  /** By line with the header of a block of text: how far in the content is written. */
  private final Map<Integer, Integer> blockIndents = new HashMap<>();

  /** By line with the header of a block of text: where the member or dash that holds it belongs. */
  private final Map<Integer, Integer> blockParents = new HashMap<>();

  /** By line of a block of text: the line with its header. */
  private final Map<Integer, Integer> blockLines = new HashMap<>();

  private YamlStructure(Source source) {
    this.source = source;
  }

  static YamlStructure of(Source source, Node root) {
    YamlStructure structure = new YamlStructure(source);
    structure.node(root, 0);
    return structure;
  }

  static int indentOf(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  boolean isStart(int line) {
    return starts.containsKey(line);
  }

  boolean isInBlock(int line) {
    return blockLines.containsKey(line);
  }

  /** Whether the line is a comment between members, and not within a value. */
  boolean isComment(int line) {
    if (isStart(line) || isInBlock(line) || !source.line(line).strip().startsWith("#")) {
      return false;
    }
    int next = nextCode(line);
    return next == 0 || isStart(next);
  }

  int indent(int start) {
    return starts.getOrDefault(start, 0);
  }

  String tidied(int start) {
    return tidied.getOrDefault(start, source.line(start));
  }

  /** How far in the content of the block of text is written that begins in this line, or 0. */
  int blockIndent(int start) {
    return blockIndents.getOrDefault(start, 0);
  }

  int blockParent(int start) {
    return blockParents.getOrDefault(start, 0);
  }

  int blockIndentAt(int line) {
    return blockIndent(blockLines.getOrDefault(line, line));
  }

  /** The next line that begins a member or element, or 0. */
  int startAfter(int line) {
    return IntStream.rangeClosed(line + 1, source.lines())
        .filter(this::isStart)
        .findFirst()
        .orElse(0);
  }

  /** The nearest line above that begins a member or element and is written as far in, or 0. */
  int startLevelWith(int line, int written) {
    for (int above = line - 1; above > 0; above--) {
      if (isStart(above) && indentOf(source.line(above)) == written) {
        return above;
      }
    }
    return 0;
  }

  private int nextCode(int line) {
    return IntStream.rangeClosed(line + 1, source.lines())
        .filter(it -> !source.line(it).isBlank() && !source.line(it).strip().startsWith("#"))
        .findFirst()
        .orElse(0);
  }

  /**
   * @param indent how far in the node belongs if it begins a line
   */
  private void node(Node node, int indent) {
    if (node instanceof Node.Mapping mapping && !isAt(node.place(), '{')) {
      mapping.entries().forEach(entry -> entry(entry, indent));
    } else if (node instanceof Node.Sequence sequence && isAt(node.place(), '-')) {
      sequence.elements().forEach(element -> element(element, sequence.place(), indent));
    }
  }

  private void entry(Node.Entry entry, int indent) {
    start(entry.key().place().line(), indent);
    Node value = entry.value();
    tidy(entry.key().place(), value.place());
    block(value, indent);
    node(value, indent + STEP);
  }

  private void element(Node element, Place sequence, int indent) {
    int line = element.place().line();
    while (line > sequence.line() && !isAt(new Place(line, sequence.column(), 1), '-')) {
      line--;
    }
    start(line, indent);
    block(element, indent);
    node(element, indent + STEP);
  }

  /** A line belongs where its first dash or name does. */
  private void start(int line, int indent) {
    starts.putIfAbsent(line, indent);
  }

  private void tidy(Place key, Place value) {
    if (key.line() != value.line() || value.column() < key.column() + key.length()) {
      return;
    }
    String line = source.line(key.line());
    int from = line.offsetByCodePoints(0, key.column() - 1 + key.length());
    int to = line.offsetByCodePoints(0, value.column() - 1);
    if (COLON.matcher(line.substring(from, to)).matches()) {
      tidied.put(key.line(), line.substring(0, from) + ": " + line.substring(to));
    }
  }

  private void block(Node node, int parent) {
    Place place = node.place();
    if (!(node instanceof Node.Scalar scalar) || scalar.style() == Node.Style.PLAIN) {
      return;
    }
    String line = source.line(place.line());
    Matcher header =
        BLOCK_HEADER.matcher(line.substring(line.offsetByCodePoints(0, place.column() - 1)));
    if (!header.matches()) {
      return;
    }
    int least = starts.getOrDefault(place.line(), 0);
    int written = indentOf(source.line(place.line()));
    int content = 0;
    int last = place.line();
    for (int at = last + 1; at <= source.lines() && isInBlock(at, written); at++) {
      String text = source.line(at);
      content = content == 0 && !text.isBlank() ? indentOf(text) : content;
      last = text.isBlank() && !header.group().contains("+") ? last : at;
    }
    IntStream.rangeClosed(place.line() + 1, last).forEach(it -> blockLines.put(it, place.line()));
    if (header.group(1) == null && content > 0) {
      blockIndents.put(place.line(), content);
      blockParents.put(place.line(), Math.max(parent, least));
    }
  }

  private boolean isInBlock(int line, int parent) {
    String text = source.line(line);
    return text.isBlank() || indentOf(text) > parent;
  }

  private boolean isAt(Place place, char expected) {
    String line = source.line(place.line());
    int at = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
    int offset = line.offsetByCodePoints(0, at);
    return offset < line.length() && line.charAt(offset) == expected;
  }
}
