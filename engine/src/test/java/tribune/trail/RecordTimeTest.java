package tribune.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {
  private static final long SEED = 20261129;
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Test
  void what_is_written_is_read_back() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      long millis = FIRST + Math.floorMod(random.nextLong(), LAST - FIRST + 1);
      requireSame(Instant.ofEpochMilli(millis));
    }
    requireSame(Instant.ofEpochMilli(FIRST));
    requireSame(Instant.ofEpochMilli(LAST));
    requireSame(Instant.parse("2024-02-29T23:59:59.999Z"));
  }

  private static void requireSame(Instant at) {
    assertThat(RecordTime.read(RecordTime.write(at))).isEqualTo(at);
  }

  /** Two spellings of one time would be two records of one content. */
  @Test
  void whatever_is_read_is_written_so() {
    Random random = new Random(SEED);
    String letters = "0123456789-:.TZtz+ \u0661\u0000";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("2026-11-29T20:15:30.123Z");
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        text.setCharAt(
            random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(RecordTime.write(RecordTime.read(text.toString()))).isEqualTo(text.toString());
      } catch (UnreadableRecord refused) {
        assertThat(refused).hasMessageContaining("found '" + text + "'");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-29",
        "2026-11-29T20:15:30Z",
        "2026-11-29T20:15:30.12Z",
        "2026-11-29T20:15:30.1234Z",
        "2026-11-29T20:15:30.123z",
        "2026-11-29t20:15:30.123Z",
        "2026-11-29 20:15:30.123Z",
        "2026-11-29T20:15:30,123Z",
        "2026-11-29T20:15:30.123+",
        "2026-11-29T24:00:00.000Z",
        "2026-11-29T23:59:60.000Z",
        "2026-11-29T23:60:00.000Z",
        "2026-02-29T00:00:00.000Z",
        "2026-13-01T00:00:00.000Z",
        "2026-00-01T00:00:00.000Z",
        "2026-01-00T00:00:00.000Z",
        "-001-01-01T00:00:00.000Z",
        "+026-01-01T00:00:00.000Z",
        "2026-1a-01T00:00:00.000Z",
        "\u0662\u0660\u0662\u0666-11-29T20:15:30.123Z"
      })
  void nothing_else_is_a_time(String text) {
    assertThatThrownBy(() -> RecordTime.read(text))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessage("at: found '" + text + "', expected a time such as 0000-01-01T00:00:00.000Z");
  }
}
