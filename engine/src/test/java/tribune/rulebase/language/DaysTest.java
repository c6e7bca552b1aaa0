package tribune.rulebase.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

  @Test
  void june_has_thirty_days() {
    assertThat(Days.of(FIRST, LocalDate.of(2025, 6, 30))).isEqualTo(30);
  }

  @Test
  void a_period_of_one_day_has_one_day() {
    assertThat(Days.of(FIRST, FIRST)).isEqualTo(1);
  }

  @Test
  void a_leap_day_counts() {
    assertThat(Days.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1))).isEqualTo(30);
  }
}
