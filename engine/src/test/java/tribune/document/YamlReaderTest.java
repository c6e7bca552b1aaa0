package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  @Test
  void members_keep_their_order_and_their_places() {
    Node.Mapping root = mapping("b: 1\na:\n  - x\n  - y: z\n");

    assertThat(root.entries()).extracting(e -> e.key().text()).containsExactly("b", "a");
    assertThat(root.get("b")).map(Node::place).contains(new Place(1, 4, 1));
    Node.Sequence list = (Node.Sequence) root.get("a").orElseThrow();
    assertThat(list.elements().get(0).place()).isEqualTo(new Place(3, 5, 1));
    assertThat(list.elements().get(1).place()).isEqualTo(new Place(4, 5, 1));
  }

  @Test
  void words_are_never_given_a_meaning() {
    Node.Mapping root = mapping("a: yes\nb: 010\nc: 2025-03-11\nd: 1e3\n");

    assertThat(root.entries())
        .extracting(e -> ((Node.Scalar) e.value()).text())
        .containsExactly("yes", "010", "2025-03-11", "1e3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a: null", "a: ~", "a: \"\"", "a: ' '", "{\"a\": null}", "{a: }"})
  void null_and_blank_values_state_nothing(String text) {
    assertThat(mapping(text).get("a")).map(Node::isUnstated).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 'null'", "a: \"~\"", "a: nul", "a: []", "a: {}"})
  void other_values_state_something(String text) {
    assertThat(mapping(text).get("a")).map(Node::isUnstated).contains(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\t\"a\":\\t1,\\n\\t\"b\":[true,false]\\n}\\n",
        "{\\n\\t\"a\": {\\n\\t\\t\"b\":\\t[\\t1\\t,\\n\\t\\t\\t2]\\n\\t}\\n}",
        "{\"a\":1,\"b\":{}}",
        "{ \"a\" : \"\\\\ud83d\\\\ude00 \\\\/ \\\\u00e9\" }",
        "{\"a\":-1.5e3}",
        "[]",
        "{\\r\\n\"a\" : 1\\r\\n}\\r\\n"
      })
  void json_is_read_as_it_is(String escaped) {
    String text =
        escaped
            .replace("\\\\", "\u0001")
            .replace("\\t", "\t")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\u0001", "\\");

    assertThat(YamlReader.read(Source.of("x.json", text)).diagnostics()).isEmpty();
  }

  @Test
  void surrogate_escapes_of_json_become_one_character() {
    Node.Mapping root = mapping("{\"a\":\"\\ud83d\\ude00\\u00e9\"}");

    assertThat(((Node.Scalar) root.get("a").orElseThrow()).text()).isEqualTo("\uD83D\uDE00\u00E9");
  }

  @Test
  void sixty_four_levels_are_allowed_and_one_more_is_not() {
    String deepest = "[".repeat(64) + "]".repeat(64);
    String deeper = "[".repeat(65) + "]".repeat(65);

    assertThat(YamlReader.read(Source.of("x", deepest)).diagnostics()).isEmpty();
    assertThat(codes(deeper)).containsExactly("IN-010");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | IN-003",
        "# only a comment   | IN-003",
        "null               | IN-003",
        "a: [1, 2           | IN-004",
        "a: 'x              | IN-004",
        "a: b: c            | IN-004",
        "a: @x              | IN-004",
        "{\"a\":1} x        | IN-004",
        "%YAML 2.0          | IN-004",
        "a: &x 1            | IN-006",
        "a: *x              | IN-006",
        "a: !!str 1         | IN-007",
        "a: !x {b: 1}       | IN-007",
        "? [a]              | IN-008",
        "{a: 1, a: 2}       | IN-009"
      })
  void what_a_reader_does_not_see_is_refused(String text, String code) {
    assertThat(codes(text)).containsExactly(code);
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(codes("a: 1\n---\nb: 2\n")).containsExactly("IN-005");
  }

  @Test
  void an_invisible_character_is_refused_where_it_stands() {
    Reading<Document> reading = YamlReader.read(Source.of("x", "a: 1\nb: \u0007"));

    assertThat(reading.diagnostics().get(0).place()).isEqualTo(new Place(2, 4, 1));
  }

  @Test
  void several_mistakes_of_form_are_reported_together() {
    assertThat(codes("a: &x 1\nb: *x\nb: !t 2\n"))
        .containsExactly("IN-006", "IN-006", "IN-009", "IN-007");
  }

  @Test
  void the_tree_can_be_looked_at_in_spite_of_mistakes_of_form() {
    Diagnostics diagnostics = new Diagnostics(Source.of("x", "a: &x 1\nb: *x\n"));

    Document document = YamlReader.read(diagnostics.source(), diagnostics).orElseThrow();

    Node.Mapping root = (Node.Mapping) document.root();
    assertThat(((Node.Scalar) root.get("a").orElseThrow()).text()).isEqualTo("1");
    assertThat(((Node.Scalar) root.get("b").orElseThrow()).style())
        .isEqualTo(Node.Style.UNREADABLE);
  }

  private static Node.Mapping mapping(String text) {
    return (Node.Mapping) YamlReader.read(Source.of("x", text)).orThrow().root();
  }

  private static java.util.List<String> codes(String text) {
    return YamlReader.read(Source.of("x", text)).diagnostics().stream()
        .map(diagnostic -> diagnostic.code().id())
        .toList();
  }
}
