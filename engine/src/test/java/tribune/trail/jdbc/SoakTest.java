package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Opening;
import tribune.trail.Trail;

/**
 * Processes that open one home, append and end in every way, and an index file that is lost, cut or
 * replaced by an older one in between: each opening finds all that was acknowledged and an index
 * that is up to date. {@code -Dtribune.soak.cycles=500} goes on longer, {@code
 * -Dtribune.soak.seed=N} otherwise.
 */
class SoakTest {
  private static final int CYCLES = Integer.getInteger("tribune.soak.cycles", 12);
  private static final long SEED = Long.getLong("tribune.soak.seed", 2_026);
  private static final int READ_ALL_EVERY = 10;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Kept kept = new Kept();
  private final Map<String, Integer> seen = new TreeMap<>();
  private TestHome home;

  @Test
  void every_opening_finds_the_history_and_an_index_that_is_up_to_date(@TempDir Path directory)
      throws Exception {
    home = new TestHome(directory.resolve("home"));
    Path older = directory.resolve("older.mv.db");
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      String end = ended(cycle);
      String index = cycle == 1 ? "kept" : withIndex(older);
      String what = "seed " + SEED + ", cycle " + cycle + ", " + end + ", index " + index;
      try (Trail trail = home.open()) {
        require(trail.opening(), end, index, what);
        kept.requireNewest(trail, what);
        if (cycle % READ_ALL_EVERY == 0 || cycle == CYCLES) {
          kept.requireAll(trail, what);
        }
      }
      if (random.nextInt(3) == 0) {
        home.copy(home.index(), older);
      }
    }
    System.out.println("soak, seed " + SEED + ": " + kept.size() + " acknowledged, " + seen);
  }

  private String ended(int cycle) throws Exception {
    int audits = random.nextInt(5, 60);
    switch (cycle % 3) {
      case 0 -> {
        kept.killedAfter(ChildWriter.start(home, Integer.MAX_VALUE), audits, random);
        return "killed";
      }
      case 1 -> {
        end(ChildWriter.start(home, audits, ChildWriter.End.CLOSE), audits);
        return "closed";
      }
      default -> {
        end(ChildWriter.start(home, audits, ChildWriter.End.HALT), audits);
        return "halted";
      }
    }
  }

  private void end(ChildWriter child, int audits) throws Exception {
    assertThat(child.output()).isEmpty();
    assertThat(child.acknowledged()).hasSize(audits);
    kept.take(child.acknowledged());
  }

  private String withIndex(Path older) throws Exception {
    switch (random.nextInt(6)) {
      case 0 -> {
        home.deleteIndex();
        return "deleted";
      }
      case 1 -> {
        byte[] whole = Files.readAllBytes(home.index());
        Files.write(home.index(), Arrays.copyOf(whole, random.nextInt(whole.length)));
        return "cut";
      }
      case 2 -> {
        if (Files.exists(older)) {
          home.copy(older, home.index());
          return "older";
        }
        return "kept";
      }
      default -> {
        return "kept";
      }
    }
  }

  private void require(Opening opening, String end, String index, String what) {
    String state = opening.state() + (opening.caughtUp() > 0 ? " caught up" : "");
    seen.merge(end + ", index " + index + ": " + state, 1, Integer::sum);
    Optional<Opening.State> expected =
        switch (index) {
          case "deleted" -> Optional.of(Opening.State.REBUILT);
          case "older" -> Optional.of(Opening.State.INDEXED);
          default -> Optional.empty();
        };
    expected.ifPresent(it -> assertThat(opening.state()).as(what).isEqualTo(it));
    if (end.equals("closed") && index.equals("kept")) {
      assertThat(opening).as(what).isEqualTo(new Opening(Opening.State.INDEXED, 0, 0));
    }
  }
}
