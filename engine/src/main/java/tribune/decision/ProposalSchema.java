package tribune.decision;

import tribune.schema.JsonSchema;
import tribune.schema.RecordType;

/** The JSON Schema of proposals; docs/proposal.schema.json is a copy of it. */
public final class ProposalSchema {
  private ProposalSchema() {}

  /** The schema as JSON text. */
  public static String text() {
    return JsonSchema.of(
        RecordType.of(Proposal.class), "urn:tribune:proposal", "A proposal for Tribune");
  }
}
