package tribune.rulebase.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static final long SEED = 1_729L;

  @Test
  void what_is_gone_and_what_came_stand_among_the_lines_around_them() {
    assertThat(LineDiff.of("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nX\nf\ng\nh\n"))
        .extracting(LineDiff.Line::toString)
        .containsExactly("  ...", "  c", "  d", "- e", "+ X", "  f", "  g", "  ...");
  }

  @Test
  void the_same_lines_are_no_difference() {
    assertThat(LineDiff.of("a\nb", "a\r\nb\n")).isEmpty();
    assertThat(LineDiff.of("", "")).isEmpty();
  }

  @Test
  void a_text_that_is_new_or_gone_is_told_whole() {
    assertThat(LineDiff.of("", "a\nb"))
        .extracting(LineDiff.Line::toString)
        .containsExactly("+ a", "+ b");
    assertThat(LineDiff.of("a", "")).extracting(LineDiff.Line::toString).containsExactly("- a");
  }

  @Test
  void texts_beyond_all_measure_are_told_as_replaced() {
    String old = "x\n".repeat(2_001);
    assertThat(LineDiff.of(old, old)).isEmpty();
    assertThat(LineDiff.of(old, "y")).hasSize(2_002);
  }

  @Test
  void what_stays_is_as_long_as_it_can_be_and_leads_from_one_text_to_the_other() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      List<String> old = lines(random);
      List<String> fresh = lines(random);
      List<LineDiff.Line> diff =
          LineDiff.of(String.join("\n", old) + "\n", String.join("\n", fresh) + "\n");
      long gone = diff.stream().filter(it -> it.kind() == LineDiff.Kind.GONE).count();
      long came = diff.stream().filter(it -> it.kind() == LineDiff.Kind.CAME).count();
      int common = common(old, fresh);
      assertThat(gone).as("seed %d, case %d", SEED, i).isEqualTo(old.size() - common);
      assertThat(came).as("seed %d, case %d", SEED, i).isEqualTo(fresh.size() - common);
    }
  }

  private static List<String> lines(SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    for (int i = 1 + random.nextInt(7); i > 0; i--) {
      lines.add("line " + random.nextInt(4));
    }
    return lines;
  }

  /** The length of the longest common subsequence, by trying everything. */
  private static int common(List<String> old, List<String> fresh) {
    if (old.isEmpty() || fresh.isEmpty()) {
      return 0;
    }
    List<String> restOld = old.subList(1, old.size());
    List<String> restFresh = fresh.subList(1, fresh.size());
    return old.get(0).equals(fresh.get(0))
        ? 1 + common(restOld, restFresh)
        : Math.max(common(restOld, fresh), common(old, restFresh));
  }
}
