package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class YamlWriterTest {
  private static final long SEED = 4_711L;
  private static final int COLUMNS = 60;
  private static final List<String> WORDS =
      List.of(
          "yes",
          "35%",
          "a: b",
          "",
          "~",
          "null",
          "- x",
          "#no",
          "[1]",
          "\"",
          "é 12",
          "a, b",
          "two\nlines",
          "tab\there",
          "'q'",
          "-3",
          "x:",
          " blank ",
          "{",
          "&a",
          "*",
          "2025-03-11");

  @Test
  void records_of_a_list_stand_on_one_line_where_they_fit() {
    String written =
        """
        decision: {kind: PRICING, adverse: yes}   # a comment
        segments: [{name: families, share: 30%}, {name: "a, b", effect: WORSE, role: USER, vulnerable: unstated}]
        evidence: []
        metrics: {}
        review:
          metrics: [NPS, "CES_7"]
        """;
    assertThat(YamlWriter.text(read(written), COLUMNS))
        .isEqualTo(
            """
            decision:
              kind: PRICING
              adverse: yes
            segments:
              - {name: families, share: 30%}
              - name: "a, b"
                effect: WORSE
                role: USER
                vulnerable: unstated
            evidence: []
            metrics: {}
            review:
              metrics: [NPS, "CES_7"]
            """);
  }

  @Test
  void what_is_written_is_read_as_the_same_values() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      Node node = mapping(random, 3);
      String text = YamlWriter.text(node, 10 + random.nextInt(90));
      assertThat(values(read(text)))
          .as("tree %s of seed %s:%n%s", i, SEED, text)
          .isEqualTo(values(node));
    }
  }

  private static Node read(String text) {
    return YamlReader.read(Source.of("test.yaml", text)).orThrow().root();
  }

  private static Node.Mapping mapping(SplittableRandom random, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    int size = random.nextInt(4) + (depth == 3 ? 1 : 0);
    for (int i = 0; i < size; i++) {
      Node.Scalar key = new Node.Scalar("m" + i, Node.Style.PLAIN, Place.START);
      entries.add(new Node.Entry(key, node(random, depth - 1)));
    }
    return new Node.Mapping(entries, Place.START);
  }

  private static Node node(SplittableRandom random, int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(3);
    if (choice == 0) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      Node.Style style = random.nextBoolean() ? Node.Style.PLAIN : Node.Style.QUOTED;
      return new Node.Scalar(word, style, Place.START);
    }
    if (choice == 1) {
      return mapping(random, depth);
    }
    List<Node> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(node(random, depth - 1));
    }
    return new Node.Sequence(elements, Place.START);
  }

  /** The values with their shape, whatever the style and the place. */
  private static String values(Node node) {
    return node.fold(
        scalar -> scalar.isUnstated() ? "unstated" : "<" + scalar.text() + ">",
        sequence -> sequence.elements().stream().map(YamlWriterTest::values).toList().toString(),
        mapping ->
            mapping.entries().stream()
                .map(entry -> entry.key().text() + "=" + values(entry.value()))
                .toList()
                .toString());
  }
}
