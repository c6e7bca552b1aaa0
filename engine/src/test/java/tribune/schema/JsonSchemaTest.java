package tribune.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  @Doc("A box.")
  record Box(
      @Doc("Its \"name\"") @Key @Required String id,
      @Doc("Its weight") @Between(min = "0", max = "5") @Nullable Integer weight,
      @Doc("What is in it") Set<Thing> things,
      @Doc("The box inside") @Nullable Lid lid) {}

  @Doc("A lid.")
  record Lid(@Doc("Closed since") @In(Unit.DAYS) @Nullable Integer closed) {}

  enum Thing {
    NAIL,
    SCREW
  }

  @Test
  void it_tells_members_forms_and_what_is_required() {
    assertThat(JsonSchema.of(RecordType.of(Box.class), "urn:box", "Box"))
        .isEqualTo(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:box",
              "title": "Box",
              "description": "A box.",
              "type": "object",
              "properties": {
                "id": {
                  "description": "Its \\"name\\" (a name)",
                  "maxLength": 200,
                  "type": "string"
                },
                "weight": {
                  "description": "Its weight (a whole number, from 0 to 5)",
                  "maximum": 5,
                  "minimum": 0,
                  "type": ["integer", "null"]
                },
                "things": {
                  "description": "What is in it",
                  "type": ["array", "null"],
                  "items": {
                    "enum": ["NAIL", "SCREW"]
                  },
                  "uniqueItems": true
                },
                "lid": {
                  "description": "The box inside",
                  "anyOf": [{"$ref": "#/$defs/Lid"}, {"type": "null"}]
                }
              },
              "required": ["id"],
              "additionalProperties": false,
              "$defs": {
                "Lid": {
                  "description": "A lid.",
                  "type": "object",
                  "properties": {
                    "closed": {
                      "description": "Closed since (a number of days such as 90 days)",
                      "pattern": "^(1 day|(0|[2-9]|[1-9][0-9]{1,5}) days)$",
                      "type": ["string", "null"]
                    }
                  },
                  "additionalProperties": false
                }
              }
            }
            """);
  }
}
