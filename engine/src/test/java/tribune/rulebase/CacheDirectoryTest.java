package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a cache keeps, and what goes when it is too much. */
class CacheDirectoryTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final CacheLimit THREE = new CacheLimit(3, 1_000, Duration.ofHours(1));

  @TempDir Path directory;

  private Instant now = START;

  @Test
  void beyond_so_many_entries_the_one_used_longest_ago_goes() throws IOException {
    for (String key : List.of("a", "b", "c")) {
      write(key);
    }
    assertThat(read("a")).isPresent();
    write("d");
    assertThat(read("b")).isEmpty();
    assertThat(List.of(read("a"), read("c"), read("d"))).allMatch(Optional::isPresent);
  }

  @Test
  void beyond_so_many_bytes_the_ones_used_longest_ago_go() throws IOException {
    write("a", 300);
    write("b", 300);
    write("c", 800);
    assertThat(List.of(read("a"), read("b"))).allMatch(Optional::isEmpty);
    assertThat(read("c")).isPresent();
  }

  @Test
  void what_is_larger_than_all_may_be_is_not_kept_and_takes_nothing_away() throws IOException {
    write("a", 300);
    write("b", 2_000);
    assertThat(read("b")).isEmpty();
    assertThat(read("a")).isPresent();
  }

  @Test
  void an_entry_that_has_grown_too_large_is_not_read() throws IOException {
    write("a", 300);
    Files.write(directory.resolve("a.rules"), new byte[1_001]);
    assertThat(read("a")).isEmpty();
  }

  @Test
  void what_a_process_left_unfinished_goes_when_it_is_old() throws IOException {
    write("a");
    Path old = Files.writeString(directory.resolve("compiling1.part"), "half");
    Path young = Files.writeString(directory.resolve("compiling2.part"), "half");
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofMinutes(5))));
    write("b");
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(List.of(read("a"), read("b"))).allMatch(Optional::isPresent);
  }

  @Test
  void other_files_are_let_alone() throws IOException {
    Path note = Files.writeString(directory.resolve("note.txt"), "mine");
    Path folder = Files.createDirectory(directory.resolve("folder.rules"));
    for (String key : List.of("a", "b", "c", "d", "e")) {
      write(key);
    }
    assertThat(note).hasContent("mine");
    assertThat(folder).isDirectory();
    assertThat(cache().use().entries()).isEqualTo(3);
  }

  /** Several at once, as processes are: each entry is whole or not there. */
  @Test
  void an_entry_that_another_takes_away_is_whole_or_not_there() throws Exception {
    List<Callable<Integer>> users = new ArrayList<>();
    for (int user = 0; user < 4; user++) {
      int first = user;
      users.add(() -> use(first));
    }
    ExecutorService together = Executors.newFixedThreadPool(users.size());
    try {
      int found = 0;
      for (Future<Integer> user : together.invokeAll(users)) {
        found += user.get();
      }
      assertThat(found).isPositive();
    } finally {
      together.shutdownNow();
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(it -> it.toString().endsWith(".part"))).isEmpty();
    }
  }

  private int use(int first) throws IOException {
    CacheDirectory cache =
        new CacheDirectory(directory, SecureRandom::new, Clock.systemUTC(), THREE);
    int found = 0;
    for (int i = 0; i < 300; i++) {
      String key = "key" + (first + i) % 6;
      Optional<byte[]> content = readIfThere(cache, key);
      if (content.isPresent()) {
        assertThat(new String(content.get(), UTF_8)).isEqualTo(key);
        found++;
      } else {
        cache.write(key, key.getBytes(UTF_8));
      }
    }
    return found;
  }

  /** What goes while it is read cannot be read, which is no different from not being there. */
  private static Optional<byte[]> readIfThere(CacheDirectory cache, String key) {
    try {
      return cache.read(key);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void write(String key) throws IOException {
    write(key, 100);
  }

  private void write(String key, int bytes) throws IOException {
    now = now.plusSeconds(1);
    cache().write(key, new byte[bytes]);
  }

  private Optional<byte[]> read(String key) throws IOException {
    now = now.plusSeconds(1);
    return cache().read(key);
  }

  private CacheDirectory cache() {
    return new CacheDirectory(
        directory, SecureRandom::new, Clock.fixed(now, ZoneOffset.UTC), THREE);
  }
}
