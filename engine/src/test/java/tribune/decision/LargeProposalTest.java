package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.document.Reading;
import tribune.document.Source;

/** However a file of a mebibyte is made, it is read or refused, and little is said of it. */
class LargeProposalTest {
  private static final int SIZE = Source.LIMIT_BYTES - 200;
  private static final String HEAD = "decision: {id: a, kind: POLICY, title: t}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "a:\n",
        "&a ",
        "*a ",
        "- {a: *a}\n",
        "\"",
        "'",
        "x ",
        "\\",
        " ",
        "\t"
      })
  void one_piece_repeated(String piece) {
    read(piece.repeat(SIZE / piece.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  reach: a%sb", "  id: %s", "  adverse: %sx", "  effectiveOn: 2%s"})
  void one_long_value(String member) {
    for (String filling : new String[] {" ", "9", "9,", "a"}) {
      String value = filling.repeat(SIZE / filling.length());
      read("decision:\n" + member.replace("%s", value) + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decision:\n%  m#: 1\n",
        HEAD + "evidence:\n%- {id: E#, answeredBy: [F#]}\n",
        HEAD + "evidence:\n%- {id: E#, segments: [S#, T#, S#]}\n",
        HEAD
            + "harms:\n"
            + "- {description: d}\n"
            + "provenance:\n"
            + "- standing: REPORTED\n"
            + "  facts:\n"
            + "%  - harms[#]\n",
        HEAD + "segments:\n%- {name: x, share: #}\n"
      })
  void many_mistakes(String pattern) {
    String[] parts = pattern.split("%", 2);
    read(parts[0] + repeated(i -> parts[1].replace("#", String.valueOf(i)), parts[0].length()));
  }

  private static String repeated(IntFunction<String> line, int used) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() + used < SIZE; i++) {
      text.append(line.apply(i));
    }
    return text.toString();
  }

  private static void read(String text) {
    String said =
        Source.decode("large", text.getBytes(StandardCharsets.UTF_8))
            .then(ProposalReader::read)
            .fold(sound -> "sound", Reading.Faulty::text);

    assertThat(said.length()).isLessThan(200_000);
  }
}
