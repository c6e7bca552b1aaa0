package tribune.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tribune.document.CanonicalJson;
import tribune.document.Json;

class ComparisonTest {
  private static final String RECORDED =
      "{\"findings\":[{\"check\":\"A-01\",\"outcome\":\"PASS\"},"
          + "{\"check\":\"B-01\",\"outcome\":\"FAIL\"}],\"verdict\":\"FAIL\"}";

  @Test
  void equal_results_have_no_drift() {
    assertThat(Comparison.of(json(RECORDED), json(RECORDED))).isEmpty();
  }

  @Test
  void a_drift_names_the_check_and_both_values() {
    assertThat(drifts(RECORDED.replace("\"PASS\"", "\"FAIL\"")))
        .extracting(Drift::toString)
        .containsExactly("findings[A-01].outcome: recorded \"PASS\", now \"FAIL\"");
  }

  @Test
  void a_finding_more_does_not_shift_the_others() {
    assertThat(drifts(RECORDED.replace("[{", "[{\"check\":\"A-00\"},{")))
        .extracting(Drift::toString)
        .containsExactly("findings[A-00]: recorded nothing, now {\"check\":\"A-00\"}");
  }

  @Test
  void another_order_is_a_drift() {
    String turned =
        "{\"findings\":[{\"check\":\"B-01\",\"outcome\":\"FAIL\"},"
            + "{\"check\":\"A-01\",\"outcome\":\"PASS\"}],\"verdict\":\"FAIL\"}";
    assertThat(drifts(turned)).extracting(Drift::path).containsExactly("findings (order)");
  }

  @Test
  void the_same_name_twice_hides_nothing() {
    String twice = RECORDED.replace("[{", "[{\"check\":\"A-01\",\"outcome\":\"FAIL\"},{");
    assertThat(drifts(twice)).isNotEmpty();
  }

  private static List<Drift> drifts(String rerun) {
    return Comparison.of(json(RECORDED), json(rerun));
  }

  private static Json json(String text) {
    return CanonicalJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
