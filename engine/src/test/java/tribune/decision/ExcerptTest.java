package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tribune.document.CanonicalJson;
import tribune.document.Diagnostic;
import tribune.document.Json;
import tribune.document.Source;
import tribune.schema.RecordWriter;

/** An excerpt states what it was asked to keep, and nothing that hangs in the air. */
class ExcerptTest {
  private static final long SEED = 31_415L;
  private static final int ROUNDS = 300;
  private static final String PROPOSAL =
      """
      decision: {id: X-1, title: a fee, kind: PRICING, reach: 35%, adverse: yes}
      segments:
        - {name: families, share: 20%, effect: WORSE}
        - {name: pilots, share: 1%}
      evidence:
        - {id: E1, method: SURVEY, segments: [families, pilots]}
      harms:
        - {description: late, segment: pilots}
      sources: [{id: S, title: a report}]
      provenance:
        - {facts: [decision.reach, "segments[pilots]"], standing: ASSUMED}
        - {facts: ["segments[pilots].share"], standing: ASSUMED}
        - {standing: REPORTED, source: S}
      """;

  @Test
  void an_excerpt_of_everything_is_the_proposal() {
    RandomProposals proposals = new RandomProposals(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      Proposal proposal = proposals.sound();
      assertThat(Excerpt.of(proposal, path -> true)).as("round " + i).isEqualTo(proposal);
    }
  }

  @Test
  void an_excerpt_of_nothing_states_what_has_to_be_stated() {
    RandomProposals proposals = new RandomProposals(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      Proposal proposal = proposals.sound();
      Json.Members left = RecordWriter.json(Excerpt.of(proposal, path -> false));
      assertThat(left.values().keySet()).as("round " + i).isSubsetOf("decision", "provenance");
      assertThat(((Json.Members) left.values().get("decision")).values())
          .containsOnlyKeys("id", "revision", "kind", "title");
    }
  }

  @Test
  void no_excerpt_refers_to_what_is_gone() {
    RandomProposals proposals = new RandomProposals(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      long coin = SEED + i;
      Proposal excerpt =
          Excerpt.of(
              proposals.sound(),
              path -> new SplittableRandom(coin * 31 + path.hashCode()).nextBoolean());
      assertThat(diagnostics(excerpt))
          .as("seed %d, round %d", SEED, i)
          .extracting(Diagnostic::code)
          .extracting(Object::toString)
          .doesNotContain("DANGLING_REFERENCE", "UNKNOWN_PATH");
    }
  }

  @Test
  void a_member_that_is_not_kept_is_unstated() {
    Proposal excerpt = Excerpt.of(proposal(), path -> !path.equals("decision.reach"));

    assertThat(excerpt.decision().reach()).isNull();
    assertThat(excerpt.decision().adverse()).isEqualTo(Tri.YES);
  }

  @Test
  void a_record_of_which_only_the_key_is_kept_stays() {
    Proposal excerpt = Excerpt.of(proposal(), path -> !path.equals("segments[pilots].share"));

    assertThat(excerpt.segments())
        .extracting(CustomerSegment::name)
        .containsExactly("families", "pilots");
    assertThat(excerpt.segments().get(1).share()).isNull();
  }

  @Test
  void a_record_goes_with_the_last_thing_said_of_it_and_takes_the_references_along() {
    Proposal excerpt = Excerpt.of(proposal(), path -> !path.startsWith("segments[pilots]"));

    assertThat(excerpt.segments()).extracting(CustomerSegment::name).containsExactly("families");
    assertThat(excerpt.evidence().get(0).segments()).containsExactly("families");
    assertThat(excerpt.harms().get(0).segment()).isNull();
  }

  @Test
  void provenance_goes_with_what_it_speaks_of_and_never_comes_to_speak_of_everything() {
    Proposal excerpt = Excerpt.of(proposal(), path -> !path.startsWith("segments[pilots]"));

    assertThat(excerpt.provenance())
        .extracting(Provenance::facts)
        .containsExactly(List.of("decision.reach"), List.of());
  }

  private static Proposal proposal() {
    return ProposalReader.read(Source.of("fee.yaml", PROPOSAL)).orThrow();
  }

  private static List<Diagnostic> diagnostics(Proposal proposal) {
    byte[] written = CanonicalJson.write(RecordWriter.json(proposal));
    return Source.decode("excerpt.json", written).then(ProposalReader::read).diagnostics();
  }
}
