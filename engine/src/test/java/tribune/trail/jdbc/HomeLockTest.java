package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailHeld;
import tribune.trail.TrailSetup;

class HomeLockTest {
  private TestHome home;

  @BeforeEach
  void fresh(@TempDir Path directory) {
    home = new TestHome(directory.resolve("home"));
  }

  @Test
  void a_second_opener_in_the_same_process_is_told_who_has_it() {
    try (Trail trail = home.open()) {
      TrailHeld held = catchThrowableOfType(TrailHeld.class, home::open);
      assertThat(held)
          .hasMessageContaining(home.file("").toString())
          .hasMessageContaining(
              "in use by process 42 on host.example since 2026-01-01T00:00:00Z"
                  + " (tribune audit bags.yaml)")
          .hasMessageContaining("wait until that one ends, or use another home");
      assertThat(held.holder().orElseThrow().pid()).isEqualTo(42);
      assertThat(trail.append(Samples.draft("a", 1)).seq()).isEqualTo(1);
    }
    home.open().close();
  }

  @Test
  void the_same_home_under_another_name_is_the_same_home(@TempDir Path links) throws IOException {
    try (Trail trail = home.open()) {
      Path link = Files.createSymbolicLink(links.resolve("link"), home.path());
      assertThatThrownBy(new TestHome(link)::open).isInstanceOf(TrailHeld.class);
      assertThatThrownBy(new TestHome(home.path().resolve("../home"))::open)
          .isInstanceOf(TrailHeld.class);
      assertThat(trail.head().size()).isEqualTo(1);
    }
  }

  @Test
  void another_process_is_told_who_has_it_even_after_a_second_try_here() throws Exception {
    try (Trail trail = home.open()) {
      assertThatThrownBy(home::open).isInstanceOf(TrailHeld.class);
      ChildWriter child = ChildWriter.start(home, 1);
      assertThat(child.output())
          .contains("TrailHeld")
          .contains("process 42 on host.example since 2026-01-01T00:00:00Z");
      assertThat(trail.append(Samples.draft("a", 1)).seq()).isEqualTo(1);
    }
  }

  @Test
  void this_process_is_told_which_other_one_has_it() throws Exception {
    ChildWriter child = ChildWriter.start(home, Integer.MAX_VALUE);
    child.awaitAcknowledgements(1);
    TrailHeld held = catchThrowableOfType(TrailHeld.class, home::open);
    assertThat(held).hasMessageContaining("in use by process " + child.pid() + " on");
    child.kill();
    try (Trail trail = home.open()) {
      assertThat(trail.head().size()).isGreaterThan(1);
    }
  }

  @Test
  void the_text_of_a_dead_process_blocks_nobody() throws IOException {
    home.open().close();
    for (String text : new String[] {"pid 1\nhost h\nsince 2026-01-01T00:00:00Z\n", "", "\0\0"}) {
      Files.writeString(home.file("lock"), text);
      home.open().close();
    }
    assertThat(home.file("lock")).content().startsWith("pid 42\nhost host.example\n");
  }

  @Test
  void who_waits_gets_it_when_it_becomes_free() throws Exception {
    Trail first = home.open();
    CountDownLatch waiting = new CountDownLatch(1);
    Thread closer =
        new Thread(
            () -> {
              awaitQuietly(waiting);
              first.close();
            });
    closer.start();
    waiting.countDown();
    try (Trail second = home.open(home.setup().withPatience(Duration.ofMinutes(1)))) {
      assertThat(second.head().size()).isEqualTo(1);
    }
    closer.join();
  }

  @Test
  void patience_ends() {
    try (Trail trail = home.open()) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> home.open(home.setup().withPatience(Duration.ofMillis(150))))
          .isInstanceOf(TrailHeld.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
      assertThat(trail.head().size()).isEqualTo(1);
    }
  }

  @Test
  void a_command_that_spans_lines_does_not_break_the_text() throws IOException {
    TrailSetup odd =
        TrailSetup.of(
            home.clock(),
            new SecureRandom(),
            Samples.ACTOR,
            Samples.ENGINE,
            7,
            "tribune audit a\nb\tc" + "x".repeat(300));
    try (Trail trail = home.open(odd)) {
      assertThat(Files.readAllLines(home.file("lock"))).hasSize(4);
      assertThat(trail.head().size()).isEqualTo(1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
