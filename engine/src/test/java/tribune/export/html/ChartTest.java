package tribune.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts over as many audits as a trail may have. */
class ChartTest {
  private static final List<Chart.Part> PARTS =
      List.of(new Chart.Part("FAIL", "fail"), new Chart.Part("PASS", "pass"));

  @Test
  void bars_keep_their_length_over_millions_of_findings() {
    Chart.Counts counts = new Chart.Counts();
    for (int i = 0; i < 4_000_000; i++) {
      counts.add("LONG", i % 2 == 0 ? "FAIL" : "PASS");
    }
    Chart.Bar bar = counts.longestFirst("id", "title", PARTS).bars().get(0);
    assertThat(bar.total()).isEqualTo(4_000_000);
    assertThat(bar.pieces()).extracting(Chart.Piece::width).containsExactly(285, 285);
    assertThat(bar.pieces().get(1).x()).isEqualTo(bar.pieces().get(0).x() + 285);
  }

  @Test
  void labels_that_others_choose_are_told_apart_up_to_a_limit_and_counted_together_beyond() {
    Chart.Counts counts = new Chart.Counts();
    int labels = Chart.LIMIT_LABELS + 5;
    for (int i = 0; i < labels; i++) {
      counts.add("department " + i, "FAIL");
      counts.add("department " + i, "PASS");
    }
    List<Chart.Bar> bars = counts.longestFirst("id", "title", PARTS).bars();
    Chart.Bar others = bars.get(bars.size() - 1);
    assertThat(others.label()).isEqualTo("all others");
    assertThat(bars.stream().mapToInt(Chart.Bar::total).sum()).isEqualTo(2 * labels);
  }
}
