package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.document.Diagnostic;
import tribune.document.Source;
import tribune.schema.Member;
import tribune.schema.RecordType;

class ProposalTemplateTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void it_is_a_proposal_once_the_required_members_are_filled_in(Kind kind) {
    String filled =
        ProposalTemplate.of(kind)
            .replaceFirst("\n {2}id:\n", "\n  id: bags\n")
            .replaceFirst("\n {2}title:\n", "\n  title: Charge for bags\n");

    Proposal proposal = ProposalReader.read(Source.of("t.yaml", filled)).orThrow();

    assertThat(Facts.of(proposal)).extracting(Facts.Placed::path).containsExactly("decision");
    assertThat(proposal.decision().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void blank_it_lacks_the_id_and_the_title_only(Kind kind) {
    assertThat(ProposalReader.read(Source.of("t.yaml", ProposalTemplate.of(kind))).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("decision.id is missing", "decision.title is missing");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_section_is_asked_for_or_named(Kind kind) {
    String template = ProposalTemplate.of(kind);

    for (Member section : RecordType.of(Proposal.class).members()) {
      assertThat(template).containsPattern("(?m)^(#   )?" + section.name() + ":");
    }
  }

  @Test
  void its_lines_fit_a_page() {
    assertThat(ProposalTemplate.of(Kind.PRODUCT).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(101));
  }

  @Test
  void a_record_of_a_list_shows_its_questions_in_the_column_of_the_dash() {
    assertThat(ProposalTemplate.of(Kind.POLICY))
        .contains(
            """
            departments:
              # REQUIRED: Department
              - name:
                # How strongly is it touched? (one of LOW, MEDIUM, HIGH)
                impact:
            """);
  }
}
