package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.document.CanonicalJson;
import tribune.schema.RecordWriter;

class ProposalSchemaTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "proposal.schema.json");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ProposalSchema.text());

  @Test
  void the_published_schema_is_up_to_date() throws IOException {
    assertThat(Files.readString(PUBLISHED)).isEqualTo(ProposalSchema.text());
  }

  @Test
  void it_is_a_schema_of_its_draft() {
    JsonSchema draft =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(com.networknt.schema.SchemaLocation.of(SCHEMA_OF_SCHEMAS));

    assertThat(draft.validate(ProposalSchema.text(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void it_accepts_every_proposal_that_is_written() {
    long seed = 5;
    RandomProposals proposals = new RandomProposals(seed);
    for (int i = 0; i < 150; i++) {
      byte[] written = CanonicalJson.write(RecordWriter.json(proposals.any()));
      assertThat(mistakes(new String(written, StandardCharsets.UTF_8)))
          .as("seed %d, round %d", seed, i)
          .isEmpty();
    }
  }

  @Test
  void it_accepts_what_is_left_blank() {
    assertThat(
            mistakes(
                """
                {"decision": {"id": "bags", "kind": "PRICING", "title": "t", "reach": null,
                  "adverse": null, "revision": null}, "pilot": null, "evidence": null}\
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING'}}",
        "{'decision': {'id': 'b b', 'kind': 'PRICING', 'title': 't'}}",
        "{'decision': {'id': 'bags', 'kind': 'pricing', 'title': 't'}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't', 'reach': 0.35}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't', 'reach': '35 %'}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't', 'adverse': true}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't', 'adversity': 'yes'}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't'}, 'evidence': {'id': 'E1'}}",
        "{'decision': {'id': 'bags', 'kind': 'PRICING', 'title': 't'}, 'disclosure': {'notice':"
            + " 90}}"
      })
  void it_refuses_what_the_reader_refuses(String json) {
    assertThat(mistakes(json.replace('\'', '"'))).isNotEmpty();
  }

  private static final String SCHEMA_OF_SCHEMAS = "https://json-schema.org/draft/2020-12/schema";

  private static Set<ValidationMessage> mistakes(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}
