package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.document.Document;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.verdict.CheckId;

class ProposalReaderTest {
  private static final String HEAD =
      "decision:\n  id: bags\n  kind: PRICING\n  title: Charge for bags\n";

  @Test
  void values_are_held_as_what_they_mean() {
    Proposal proposal =
        read(HEAD
                + """
                  reach: 35%
                  adverse: yes
                  priceChange: -12.5%
                  submittedOn: 2025-03-11
                financials:
                  investment: 2.5M USD
                  payback: 1 month
                disclosure:
                  notice: 90 days
                """)
            .orThrow();

    assertThat(proposal.decision().reach()).isEqualTo(new BigDecimal("0.35"));
    assertThat(proposal.decision().adverse()).isEqualTo(Tri.YES);
    assertThat(proposal.decision().phased()).isEqualTo(Tri.UNSTATED);
    assertThat(proposal.decision().priceChange()).isEqualTo(new BigDecimal("-0.125"));
    assertThat(proposal.decision().submittedOn()).isEqualTo(LocalDate.of(2025, 3, 11));
    assertThat(proposal.financials().investment())
        .isEqualTo(new Money(new BigDecimal("2500000"), Currency.getInstance("USD")));
    assertThat(proposal.financials().payback()).isEqualTo(1);
    assertThat(proposal.disclosure().notice()).isEqualTo(90);
  }

  @Test
  void the_revision_is_one_if_it_is_left_out() {
    assertThat(read(HEAD).orThrow().decision().revision()).isEqualTo(1);
  }

  @Test
  void what_is_left_blank_is_not_stated() {
    String blank =
        """
          summary:
          adverse: ~
          reach: null
        segments:
        evidence: []
        pilot:
          done:
        harms:
          - description:
            severity:
          -
        """;

    assertThat(read(HEAD + blank).orThrow()).isEqualTo(read(HEAD).orThrow());
  }

  @Test
  void json_is_read_like_yaml() {
    String json =
        """
        {
        	"decision": {
        		"id": "bags", "kind": "PRICING", "title": "Charge for bags",
        		"adverse": "yes", "reach": "35%", "summary": null
        	},
        	"metrics": [{"id":"M1","metric":"NPS","baseline":-12.5,"horizon":"12 months"}],
        	"evidence": [{"id": "E1", "sampleSize": 384}]
        }
        """;
    String yaml =
        HEAD
            + """
              adverse: yes
              reach: 35%
            metrics:
              - id: M1
                metric: NPS
                baseline: -12.5
                horizon: 12 months
            evidence:
              - id: E1
                sampleSize: 384
            """;

    assertThat(read(json).orThrow()).isEqualTo(read(yaml).orThrow());
  }

  @Test
  void text_is_kept_in_unicode_normal_form_without_blanks_around_it() {
    Proposal proposal = read(HEAD + "  sponsor: \"  Rene\u0301e \"\n").orThrow();

    assertThat(proposal.decision().sponsor()).isEqualTo("Ren\u00E9e");
  }

  @Test
  void mistakes_of_form_of_values_and_of_sense_are_reported_in_one_run() {
    assertThat(
            codes(
                HEAD + "  reach: 0.35\n  inputGathered: no\n  reach: 1%\nevidence:\n  - id: E1\n"))
        .containsExactly("IN-106", "IN-203", "IN-009");
  }

  @Test
  void a_decision_not_to_act_now_may_say_that_nothing_changes() {
    String nothing =
        "  urgency: REGULATORY_DEADLINE\n  retroactive: no\n  priceChange: 0.00%\n"
            + "  removesCapability: no\n";
    String something = "  retroactive: yes\n  priceChange: -1%\n  removesCapability: yes\n";

    assertThat(codes(HEAD + "  notNow: yes\n" + nothing)).isEmpty();
    assertThat(codes(HEAD + "  notNow: no\n" + something)).isEmpty();
    assertThat(codes(HEAD + something)).isEmpty();
  }

  @Test
  void a_proposal_with_more_facts_than_allowed_is_refused() {
    String departments = "departments:\n" + departments(FactLimit.LIMIT);

    assertThat(codes(HEAD + departments)).containsExactly("IN-207");
    assertThat(codes(HEAD + "departments:\n" + departments(FactLimit.LIMIT - 1))).isEmpty();
  }

  @Test
  void an_example_of_a_rule_base_needs_no_id_and_no_title() {
    Source source = Source.of("long.cases.yaml", "proposal:\n  decision: {kind: POLICY}\n");
    Node.Mapping cases = (Node.Mapping) YamlReader.read(source).orThrow().root();
    Document part = new Document(source, cases.get("proposal").orElseThrow());

    Proposal proposal = ProposalReader.readExample(part, "no notice").orThrow();

    assertThat(proposal.decision().title()).isEqualTo("no notice");
    assertThat(proposal.decision().kind()).isEqualTo(Kind.POLICY);
  }

  @Test
  void mistakes_in_an_example_point_into_the_document_around_it() {
    Source source = Source.of("x", "proposal:\n  decision:\n    kind: POLICE\n");
    Node.Mapping cases = (Node.Mapping) YamlReader.read(source).orThrow().root();
    Document part = new Document(source, cases.get("proposal").orElseThrow());

    Reading<Proposal> reading = ProposalReader.readExample(part, "no notice");

    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(reading.diagnostics().get(0).text()).contains("x:3:11", "did you mean POLICY?");
  }

  @Test
  void waivers_name_checks_the_way_check_ids_are_written() {
    for (String id :
        List.of("LTR-03", "A1-001", "LTR-3", "ltr-03", "LTR03", "L-01", "ABCDEFGHI-01")) {
      String waiver =
          "waivers:\n  - {check: %s, reason: r, approver: a, expiresOn: 2026-01-01}\n"
              .formatted(id);
      assertThat(codes(HEAD + waiver).isEmpty()).as(id).isEqualTo(CheckId.isWellFormed(id));
    }
  }

  private static String departments(int facts) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= facts; i++) {
      text.append("- name: d").append(i).append('\n');
    }
    return text.toString();
  }

  private static Reading<Proposal> read(String text) {
    return ProposalReader.read(Source.of("bags.yaml", text));
  }

  private static List<String> codes(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::code).map(c -> c.id()).toList();
  }
}
