package tribune.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void it_tells_the_rate_and_the_time_that_is_left() {
    assertThat(Progress.of(1_200, 50_000, "records written", Duration.ofSeconds(3)))
        .isEqualTo("1,200 of 50,000 records written, 400 a second, 2 min 2 s left");
    assertThat(Progress.of(49_999, 50_000, "records written", Duration.ofSeconds(100)))
        .isEqualTo("49,999 of 50,000 records written, 500 a second, 1 s left");
  }

  @Test
  void before_the_first_step_there_is_no_rate() {
    assertThat(Progress.of(0, 50_000, "records copied", Duration.ofSeconds(3)))
        .isEqualTo("0 of 50,000 records copied");
  }
}
