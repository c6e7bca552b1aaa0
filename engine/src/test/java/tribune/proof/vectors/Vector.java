package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tribune.document.Node;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.text.Spelling;

/**
 * One file of fixtures/vectors: named members, each a text, a number, a yes or no, or a list of
 * texts.
 */
record Vector(String kind, String name, Map<String, Object> members) {

  /** A case that holds. */
  static Vector good(String kind, String name, String why) {
    return new Vector(kind, name, new LinkedHashMap<>()).with("valid", true).with("why", why);
  }

  /** A case that is refused for this. */
  static Vector bad(String kind, String name, Fault fault, String why) {
    return new Vector(kind, name, new LinkedHashMap<>())
        .with("valid", false)
        .with("fault", fault.word())
        .with("why", why);
  }

  /** The file as it is kept. */
  static Vector read(String kind, String name, byte[] bytes) {
    Node.Mapping root =
        Source.decode(name, bytes)
            .then(YamlReader::read)
            .fold(
                sound -> (Node.Mapping) sound.value().root(),
                faulty -> {
                  throw new AssertionError(faulty.text());
                });
    Vector vector = new Vector(kind, name, new LinkedHashMap<>());
    root.entries().forEach(entry -> vector.members.put(entry.key().text(), value(entry.value())));
    return vector;
  }

  Vector with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Vector(kind, name, more);
  }

  Vector withFile(byte[] file) {
    String text = new String(file, UTF_8);
    return Arrays.equals(text.getBytes(UTF_8), file)
        ? with("file", text)
        : with("fileBase64", Spelling.base64(file));
  }

  Vector withHashes(List<Hash> hashes) {
    return with("hashes", hashes.stream().map(Hash::base64).toList());
  }

  boolean isValid() {
    return text("valid").equals("true");
  }

  Optional<String> fault() {
    return Optional.ofNullable(members.get("fault")).map(String::valueOf);
  }

  String text(String member) {
    return String.valueOf(members.get(member));
  }

  long number(String member) {
    return Long.parseLong(text(member));
  }

  Hash hash(String member) {
    return Spelling.hash(text(member)).orElseThrow();
  }

  List<Hash> hashes() {
    return ((List<?>) members.get("hashes"))
        .stream().map(word -> Spelling.hash(String.valueOf(word)).orElseThrow()).toList();
  }

  byte[] file() {
    return members.containsKey("file")
        ? text("file").getBytes(UTF_8)
        : Spelling.base64(text("fileBase64")).orElseThrow();
  }

  String path() {
    return kind + "/" + name + ".json";
  }

  /** The file to keep. */
  String json() {
    return members.entrySet().stream()
        .map(member -> "  " + quoted(member.getKey()) + ": " + json(member.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  @Override
  public String toString() {
    return path();
  }

  private static String json(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "[]"
          : list.stream()
              .map(element -> "    " + json(element))
              .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> json.append(c < ' ' || c >= 0x7f ? "\\u%04x".formatted((int) c) : "" + c);
      }
    }
    return json.append('"').toString();
  }

  private static Object value(Node node) {
    return node.fold(
        Node.Scalar::text,
        sequence -> {
          List<Object> values = new ArrayList<>();
          sequence.elements().forEach(element -> values.add(value(element)));
          return values;
        },
        mapping -> {
          throw new AssertionError("a vector has no members within members");
        });
  }
}
