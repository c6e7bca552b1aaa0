package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.Hash;
import tribune.trail.NoRoomLeft;
import tribune.trail.Receipt;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailException;

/** A disk that really is full; skipped where none can be mounted. */
class FullDiskTest {
  private static final long BYTES = 16 << 20;

  @Test
  void a_full_disk_takes_nothing_back_and_more_room_mends_it(@TempDir Path directory)
      throws Exception {
    Path small = Files.createDirectory(directory.resolve("small"));
    mount(small);
    try {
      TestHome home = new TestHome(small.resolve("home"));
      Map<Long, Hash> acknowledged = fill(home, 0);
      Files.delete(small.resolve("ballast"));
      try (Trail trail = home.open(home.setup().withReserveBytes(0))) {
        acknowledged.forEach(
            (seq, leaf) -> assertThat(trail.at(seq).map(StoredRecord::leaf)).contains(leaf));
        trail.append(Samples.draft("later", 1));
        Kept.requireInOrder(trail, "full disk");
        TrailContract.assertSound(trail);
      }
    } finally {
      run("umount", small.toString());
    }
  }

  @Test
  void the_guard_refuses_before_the_disk_is_full(@TempDir Path directory) throws Exception {
    Path small = Files.createDirectory(directory.resolve("small"));
    mount(small);
    try {
      TestHome home = new TestHome(small.resolve("home"));
      fill(home, 3 << 20);
      assertThat(Files.getFileStore(small).getUsableSpace()).isGreaterThan(1 << 19);
      try (Trail trail = home.open(home.setup().withReserveBytes(0))) {
        trail.append(Samples.draft("later", 1));
        TrailContract.assertSound(trail);
      }
    } finally {
      run("umount", small.toString());
    }
  }

  /** Appends until it is refused. */
  private static Map<Long, Hash> fill(TestHome home, long reserve) throws IOException {
    Map<Long, Hash> acknowledged = new TreeMap<>();
    Files.createDirectories(home.path());
    Files.write(home.path().resolveSibling("ballast"), new byte[6 << 20]);
    try (Trail trail = home.open(home.setup().withReserveBytes(reserve))) {
      for (int i = 0; i < 10_000; i++) {
        Receipt receipt = trail.append(Samples.draft("d" + i, 1));
        acknowledged.put(receipt.seq(), receipt.leaf());
      }
      throw new AssertionError("10000 audits do not fit into " + BYTES + " bytes");
    } catch (TrailException refused) {
      if (reserve > 0) {
        assertThat(refused).isInstanceOf(NoRoomLeft.class);
      }
      assertThat(refused.toString()).containsAnyOf("No space left", "room left", "No space");
    }
    assertThat(acknowledged).hasSizeGreaterThan(10);
    return acknowledged;
  }

  private static void mount(Path at) throws IOException, InterruptedException {
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "tmpfs", at.toString()) == 0;
    if (!mounted) {
      System.err.println("skipped: no disk of one's own can be mounted here");
    }
    assumeTrue(mounted, "no disk of one's own can be mounted here");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException noSuchProgram) {
      return 1;
    }
  }
}
