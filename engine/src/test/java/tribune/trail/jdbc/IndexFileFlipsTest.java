package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Opening;
import tribune.trail.Trail;
import tribune.trail.TrailStopped;
import tribune.trail.TrailUnsound;

/**
 * Bytes of the file of the index, changed at random. Much of it is read by nobody: free pages, and
 * what older versions of pages were. So what counts is what the trail says afterwards.
 */
class IndexFileFlipsTest {
  /** What may come of it. */
  private enum Outcome {
    /** The trail says the same as before in every way. */
    HARMLESS,
    /** The index could not be read and was built anew. */
    REBUILT,
    /** The trail was refused when it was opened. */
    REFUSED,
    /** {@code trail verify} found it. */
    FOUND,
    /** The index broke while it was read; built anew, the trail says the same as before. */
    BROKEN,
    /**
     * All records, facts and proofs are as before and a search leaves something out, because what
     * H2 looks rows up by is damaged: nothing of Tribune is in it, and so {@code trail verify}
     * reads none of it. Built anew, the trail says the same as before. See threat-model.md.
     */
    MISLED
  }

  @TempDir private Path directory;

  @Test
  void a_byte_that_matters_is_found_or_the_index_is_built_anew() throws IOException {
    TestHome recorded = new TestHome(directory.resolve("recorded"));
    NineRecords.in(recorded);
    byte[] index = Files.readAllBytes(recorded.index());
    Reading before;
    try (Trail trail = recorded.copiedTo(directory.resolve("read")).open()) {
      before = Reading.of(trail);
    }
    TestHome home = recorded.copiedTo(directory.resolve("home"));
    SplittableRandom random = Flips.random();
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (int round = 0; round < Flips.many(60); round++) {
      int at = random.nextInt(index.length);
      byte[] changed = index.clone();
      changed[at] ^= (byte) random.nextInt(1, 256);
      Files.write(home.index(), changed);
      home.copy(recorded.journal(), home.journal());
      counts.merge(
          outcome(home, before, Flips.at(round, "byte " + at + " of the index")), 1, Integer::sum);
    }
    System.out.println("changes of bytes in the file of the index: " + counts);
    assertThat(counts).containsKey(Outcome.HARMLESS).hasSizeGreaterThan(1);
  }

  private static Outcome outcome(TestHome home, Reading before, String where) {
    Outcome outcome = opened(home, before, where);
    if (outcome == Outcome.BROKEN || outcome == Outcome.MISLED) {
      try (Trail trail = HomeTrail.rebuild(home.path(), home.setup())) {
        assertThat(Reading.of(trail)).as(where).isEqualTo(before);
      }
    }
    return outcome;
  }

  private static Outcome opened(TestHome home, Reading before, String where) {
    try (Trail trail = home.open()) {
      if (Noticed.inOpen(trail).isPresent()) {
        return Outcome.FOUND;
      }
      Reading now = Reading.of(trail);
      assertThat(now.byPlace()).as(where).isEqualTo(before.byPlace());
      if (!now.equals(before)) {
        return Outcome.MISLED;
      }
      return trail.opening().state() == Opening.State.REBUILT ? Outcome.REBUILT : Outcome.HARMLESS;
    } catch (TrailUnsound e) {
      return Outcome.REFUSED;
    } catch (TrailStopped e) {
      assertThat(e).as(where).hasMessageContaining("`trail rebuild`");
      return Outcome.BROKEN;
    } catch (RuntimeException e) {
      throw new AssertionError(where, e);
    }
  }
}
