package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.Source;
import tribune.schema.RecordWriter;

class RoundTripTest {
  private static final int ROUNDS = 400;
  private static final long SEED = 20_250_311;

  @Test
  void a_sound_proposal_that_is_written_and_read_is_equal() {
    RandomProposals proposals = new RandomProposals(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      Proposal proposal = proposals.sound();
      byte[] written = CanonicalJson.write(RecordWriter.json(proposal));
      Proposal read = Source.decode("p.json", written).then(ProposalReader::read).orThrow();
      assertThat(read).as("seed %d, round %d", SEED, i).isEqualTo(proposal);
    }
  }

  @Test
  void any_recorded_proposal_that_is_read_is_equal() {
    RandomProposals proposals = new RandomProposals(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      Proposal proposal = proposals.absurd();
      Json json = CanonicalJson.read(CanonicalJson.write(RecordWriter.json(proposal)));
      Proposal read = ProposalReader.readRecorded("p", json).orThrow();
      assertThat(read).as("seed %d, round %d", SEED, i).isEqualTo(proposal);
    }
  }

  @Test
  void an_empty_proposal_states_only_what_it_must() {
    Proposal empty = new RandomProposals(SEED).empty();

    Json.Members json = RecordWriter.json(empty);

    assertThat(json.values()).containsOnlyKeys("decision");
    assertThat(((Json.Members) json.values().get("decision")).values())
        .containsOnlyKeys("id", "revision", "kind", "title");
  }

  @Test
  void the_generator_reaches_every_section() {
    RandomProposals proposals = new RandomProposals(SEED);
    Set<String> stated = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      stated.addAll(RecordWriter.json(proposals.sound()).values().keySet());
    }

    assertThat(stated).containsAll(tribune.schema.RecordType.of(Proposal.class).memberNames());
  }
}
