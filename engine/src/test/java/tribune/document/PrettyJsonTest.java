package tribune.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
  @Test
  void members_and_elements_stand_one_a_line() {
    Json value =
        Json.Members.of(
            Map.of(
                "verdict", new Json.Text("PASS"),
                "findings",
                    new Json.Elements(
                        List.of(
                            Json.Members.of(Map.of("check", new Json.Text("LTR-01"))),
                            Json.Members.of(Map.of()))),
                "counts", new Json.Elements(List.of(new Json.Whole(1), new Json.Whole(-2))),
                "waivers", new Json.Elements(List.of())));
    assertThat(PrettyJson.write(value))
        .isEqualTo(
            """
            {
              "counts": [
                1,
                -2
              ],
              "findings": [
                {
                  "check": "LTR-01"
                },
                {}
              ],
              "verdict": "PASS",
              "waivers": []
            }
            """);
  }

  @Test
  void nothing_that_moves_a_cursor_or_turns_the_text_gets_through() {
    assertThat(PrettyJson.write(new Json.Text("\u001b[2J\u009b\u007f\u202e\u2028\u00e9\n\"\\")))
        .isEqualTo("\"\\u001b[2J\\u009b\\u007f\\u202e\\u2028\u00e9\\n\\\"\\\\\"\n");
  }
}
