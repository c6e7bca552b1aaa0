package tribune.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tribune.document.Document;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;

class BinderTest {
  enum Size {
    SMALL,
    LARGE
  }

  record Shelf(
      @Doc("Name") @Required String name,
      @Doc("Boxes") List<Box> boxes,
      @Doc("Label") @Nullable Label label,
      @Doc("Whatever") @Nullable Node rest) {}

  record Box(
      @Doc("Id") @Key @Required String id,
      @Doc("Size") @Nullable Size size,
      @Doc("Under") @Refers(Box.class) Set<String> under) {}

  record Label(@Doc("Text") @Nullable String text, @Doc("Lines") @Nullable Integer lines) {
    Label {
      if (text == null && lines != null) {
        throw new IllegalArgumentException("lines without a text");
      }
    }
  }

  record Counted(@Doc("Count") @Required int count) {}

  @Test
  void a_document_becomes_a_record() {
    Shelf shelf =
        read("""
        name: a
        boxes:
        - id: B1
          size: LARGE
        - id: B2
          under: [B1]
        label: {text: x}
        """)
            .orThrow();

    assertThat(shelf.name()).isEqualTo("a");
    assertThat(shelf.boxes())
        .containsExactly(new Box("B1", Size.LARGE, Set.of()), new Box("B2", null, Set.of("B1")));
    assertThat(shelf.label()).isEqualTo(new Label("x", null));
  }

  @Test
  void a_part_of_a_document_can_be_kept_for_another_reader() {
    Shelf shelf = read("name: a\nrest:\n  anything: [goes]\n").orThrow();

    assertThat(shelf.rest()).isInstanceOf(Node.Mapping.class);
  }

  @Test
  void an_optional_record_of_which_nothing_is_stated_is_not_there() {
    assertThat(read("name: a\nlabel: {}\n").orThrow().label()).isNull();
    assertThat(read("name: a\nlabel: {text: , lines: ~}\n").orThrow().label()).isNull();
  }

  @Test
  void all_mistakes_are_reported_in_the_order_of_the_text() {
    assertThat(
            codes("boxes:\n- id: [B1]\n- size: huge\n- id: B2\n  under: [B9]\nlable: x\nname: a\n"))
        .containsExactly("IN-103", "IN-102", "IN-104", "IN-112", "IN-101");
  }

  @Test
  void a_misspelt_member_is_not_missing_too() {
    assertThat(codes("nmae: a\n")).containsExactly("IN-101");
  }

  @Test
  void a_wrong_value_is_not_missing_too() {
    assertThat(codes("name: [a]\n")).containsExactly("IN-103");
    assertThat(codes("name: *a\n")).containsExactly("IN-006");
  }

  @Test
  void a_record_that_refuses_its_values_says_why_at_its_place() {
    Reading<Shelf> reading = read("name: a\nlabel: {lines: 2}\n");

    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(reading.diagnostics().get(0).text())
        .contains("IN-113", "label is not possible", "shelf.yaml:2:8", "lines without a text");
  }

  @Test
  void a_record_that_cannot_be_made_without_a_missing_member_is_reported_once() {
    Reading<Counted> reading = Binder.read(Source.of("x", "{}"), Counted.class);

    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(reading.diagnostics().get(0).code()).isEqualTo(BindingCode.MISSING_MEMBER);
    assertThat(Binder.read(Source.of("x", "count: 3"), Counted.class).orThrow())
        .isEqualTo(new Counted(3));
  }

  @Test
  void a_part_of_a_document_is_bound_with_places_in_the_whole() {
    Source source = Source.of("outer.yaml", "shelves:\n  - name: a\n    label: 3\n");
    Node.Mapping root = (Node.Mapping) YamlReader.read(source).orThrow().root();
    Node.Sequence shelves = (Node.Sequence) root.get("shelves").orElseThrow();

    Reading<Shelf> reading =
        Binder.read(new Document(source, shelves.elements().get(0)), Shelf.class);

    assertThat(reading.diagnostics().get(0).text()).contains("outer.yaml:3:12");
  }

  @Test
  void a_value_of_a_closed_form_is_not_looked_at_if_it_is_long() {
    assertThat(codes("name: a\nboxes:\n- id: B1\n  size: " + "L ".repeat(60) + "\n"))
        .containsExactly("IN-108");
  }

  @Test
  void a_part_that_states_nothing_is_reported() {
    Source source = Source.of("outer.yaml", "shelf:\n");
    Node.Mapping root = (Node.Mapping) YamlReader.read(source).orThrow().root();

    Reading<Shelf> reading =
        Binder.read(new Document(source, root.get("shelf").orElseThrow()), Shelf.class);

    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(reading.diagnostics().get(0).text()).contains("IN-102", "nothing is stated here");
  }

  @Test
  void keys_that_look_alike_after_normalisation_are_the_same_key() {
    assertThat(codes("name: a\nboxes:\n- id: \"\u00E9\"\n- id: \"e\u0301 \"\n"))
        .containsExactly("IN-111");
  }

  private static Reading<Shelf> read(String text) {
    return Binder.read(Source.of("shelf.yaml", text), Shelf.class);
  }

  private static List<String> codes(String text) {
    return read(text).diagnostics().stream().map(d -> d.code().id()).toList();
  }
}
