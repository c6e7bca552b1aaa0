package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.document.Source;

class FactsTest {
  private final Proposal proposal =
      ProposalReader.read(
              Source.of(
                  "x",
                  """
                  decision:
                    id: bags
                    kind: PRICING
                    title: Charge for bags
                    reach: 35%
                    alternatives:
                      - name: do nothing
                  departments:
                    - name: Risk [EU]
                      impact: HIGH
                    - name: Risk
                  evidence:
                    - id: E1
                  pilot:
                    done: yes
                  sources:
                    - id: S1
                      title: A report
                  """))
          .orThrow();

  @Test
  void they_stand_in_the_order_of_the_sections_each_with_its_path() {
    assertThat(Facts.of(proposal))
        .extracting(Facts.Placed::path)
        .containsExactly(
            "decision",
            "decision.alternatives[do nothing]",
            "departments[Risk [EU]]",
            "departments[Risk]",
            "evidence[E1]",
            "pilot");
  }

  @Test
  void a_fact_is_found_by_identity() {
    IdentityHashMap<Fact, String> paths = Facts.paths(proposal);

    assertThat(paths.get(proposal.departments().get(1))).isEqualTo("departments[Risk]");
    assertThat(paths).doesNotContainKey(new Pilot(Tri.YES, null, null));
  }

  @Test
  void every_path_of_a_fact_is_found_again() {
    RandomProposals proposals = new RandomProposals(1);
    for (int i = 0; i < 200; i++) {
      Proposal random = proposals.any();
      FactPaths paths = FactPaths.of(random);
      for (Facts.Placed placed : Facts.of(random)) {
        Object found =
            paths.find(placed.path()).fold(FactPaths.Value::value, nothing -> nothing.part());
        assertThat(found).as("round %d, %s", i, placed.path()).isSameAs(placed.fact());
      }
    }
  }

  @Test
  void a_path_names_a_member_and_its_value() {
    assertThat(text("decision.reach")).isEqualTo("35%");
    assertThat(text("decision.adverse")).isEqualTo("unstated");
    assertThat(text("departments[Risk [EU]].impact")).isEqualTo("HIGH");
    assertThat(text("departments")).isEqualTo("Risk [EU], Risk");
    assertThat(text("evidence[E1]")).isEqualTo("E1");
    assertThat(text("decision.alternatives[do nothing].doNothing")).isEqualTo("unstated");
    assertThat(text("disclosure")).isEqualTo("unstated");
    assertThat(text("disclosure.notice")).isEqualTo("unstated");
  }

  @Test
  void a_path_that_names_nothing_says_what_was_meant() {
    assertThat(nearest("decision.reech")).isEqualTo("decision.reach");
    assertThat(nearest("departements")).isEqualTo("departments");
    assertThat(nearest("departments[Risc].impact")).isEqualTo("departments[Risk].impact");
    assertThat(nearest("decision.reach.x")).isEqualTo("decision.reach");
    assertThat(nearest("evidence[E1")).isEqualTo("evidence[E1]");
    assertThat(nearest("")).isEqualTo("none");
  }

  @Test
  void the_known_names_are_given_where_none_is_near() {
    FactPaths.Nothing nothing =
        (FactPaths.Nothing) FactPaths.of(proposal).find("departments[Sales]");

    assertThat(nothing.known()).isEqualTo(List.of("Risk [EU]", "Risk"));
  }

  private String text(String path) {
    return FactPaths.of(proposal).find(path).fold(FactPaths.Value::text, nothing -> "nothing");
  }

  private String nearest(String path) {
    return FactPaths.of(proposal)
        .find(path)
        .fold(FactPaths.Value::text, nothing -> nothing.nearest().orElse("none"));
  }
}
