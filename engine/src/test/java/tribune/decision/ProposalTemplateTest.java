package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.schema.Member;
import tribune.schema.RecordType;

class ProposalTemplateTest {
  /** Some check asks for every member there is, but for those of waivers. */
  static final Asked EVERYTHING = new Asked("all-asking 1.0.0", everything(), Map.of());

  private static final Asked LITTLE =
      new Asked(
          "small 1.0.0",
          Map.of(
              "decision.adverse", List.of("DEA-01", "DEA-02"),
              "departments.impact", List.of("DEA-01"),
              "harms", List.of("DEA-03")),
          Map.of(
              "decision.reach", List.of("A-01", "A-02", "A-03", "A-04"),
              "decision.alternatives.doNothing", List.of("A-01")));

  @ParameterizedTest
  @EnumSource(Kind.class)
  void it_is_a_proposal_once_the_required_members_are_filled_in(Kind kind) {
    String filled =
        ProposalTemplate.of(kind, EVERYTHING)
            .replaceFirst("\n {2}id:\n", "\n  id: bags\n")
            .replaceFirst("\n {2}title:\n", "\n  title: Charge for bags\n");

    Proposal proposal = ProposalReader.read(Source.of("t.yaml", filled)).orThrow();

    assertThat(Facts.of(proposal)).extracting(Facts.Placed::path).containsExactly("decision");
    assertThat(proposal.decision().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void blank_it_lacks_the_id_and_the_title_only(Kind kind) {
    String blank = ProposalTemplate.of(kind, EVERYTHING);
    assertThat(ProposalReader.read(Source.of("t.yaml", blank)).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("decision.id is missing", "decision.title is missing");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void with_every_question_answered_it_reads_without_a_diagnostic(Kind kind) {
    String filled = FilledTemplate.of(ProposalTemplate.of(kind, EVERYTHING));

    assertThat(ProposalReader.read(Source.of("t.yaml", filled)).diagnostics()).isEmpty();
    assertThat(filled).doesNotContainPattern("(?m)^ *(- )?(id|effect|doNothing|notice|by):$");
  }

  @Test
  void every_member_is_asked_for_or_named_at_the_end() {
    String template = ProposalTemplate.of(Kind.POLICY, LITTLE);
    List<String> asked = FilledTemplate.paths(template);

    assertThat(asked)
        .containsExactly(
            "decision",
            "decision.id",
            "decision.kind",
            "decision.title",
            "decision.summary",
            "decision.submittedOn",
            "decision.reach",
            "decision.adverse",
            "decision.alternatives",
            "decision.alternatives.name",
            "decision.alternatives.doNothing",
            "harms",
            "harms.description",
            "departments",
            "departments.name",
            "departments.impact");
    for (Member section : RecordType.of(Proposal.class).members()) {
      String name = section.name();
      assertThat(asked.contains(name) || template.contains("\n#   " + name + ": ")).isTrue();
    }
    assertThat(template)
        .contains("\n#   departments.note: What did it say?\n")
        .contains("\n#   decision.alternatives.whyRejected: Why was it not chosen?\n");
  }

  @Test
  void below_a_question_stands_who_wants_to_know() {
    assertThat(ProposalTemplate.of(Kind.POLICY, LITTLE))
        .startsWith("# A proposal of kind POLICY, with the questions of small 1.0.0.\n")
        .contains(
            """
              # Does any customer lose something by it (money, a feature, a right, time)? (yes or no)
              #   asked by DEA-01, DEA-02
              adverse:
            """)
        .contains("#   weighed by A-01, A-02, A-03 and 1 more\n  reach:\n")
        .contains(
            """
            departments:
              # Which department? (required in each entry)
              - name:
                # How strongly is it touched? (one of LOW, MEDIUM, HIGH)
                #   asked by DEA-01
                impact:
            """);
  }

  @Test
  void its_lines_fit_a_page() {
    for (Asked asked : List.of(EVERYTHING, LITTLE)) {
      assertThat(ProposalTemplate.of(Kind.PRODUCT, asked).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(101));
    }
  }

  private static Map<String, List<String>> everything() {
    Map<String, List<String>> all = new TreeMap<>();
    add("", RecordType.of(Proposal.class), all);
    return all;
  }

  private static void add(String at, RecordType<?> type, Map<String, List<String>> all) {
    for (Member member : type.members()) {
      String path = at + member.name();
      if (!path.equals("waivers")) {
        all.put(path, List.of("ALL-01"));
        member.kind().records().ifPresent(inner -> add(path + ".", inner, all));
      }
    }
  }
}
