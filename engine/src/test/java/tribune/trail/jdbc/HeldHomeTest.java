package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.Hash;
import tribune.trail.Opening;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailHeld;
import tribune.trail.TrailUnsound;

/** Reading what another process is recording. */
class HeldHomeTest {
  private TestHome home;

  @BeforeEach
  void fresh(@TempDir Path directory) {
    home = new TestHome(directory.resolve("home"));
  }

  @Test
  void a_home_that_nobody_has_open_is_opened_as_ever() {
    home.open().close();
    try (Trail trail = toRead()) {
      assertThat(trail.held()).isEmpty();
      assertThat(trail.append(Samples.draft("a", 1)).seq()).isEqualTo(1);
    }
  }

  @Test
  void what_is_recorded_until_now_is_read_and_nothing_in_the_home_is_written() throws IOException {
    try (Trail writer = home.open()) {
      writer.append(Samples.draft("a", 1));
      writer.append(Samples.withRules(Samples.draft("b", 1), Samples.rules("2")));
      Map<String, String> before = contents();
      try (Trail reader = toRead()) {
        writer.append(Samples.draft("c", 1));
        assertThat(reader.opening()).isEqualTo(new Opening(Opening.State.READ, 3, 0));
        assertThat(reader.held().orElseThrow().holder().orElseThrow().pid()).isEqualTo(42);
        assertThat(reader.origin()).isEqualTo(writer.origin());
        assertThat(reader.head().size()).isEqualTo(3);
        assertThat(reader.find("b").orElseThrow().leaf())
            .isEqualTo(writer.find("b").orElseThrow().leaf());
        assertThat(reader.find("c")).isEmpty();
        assertThat(reader.payload(2)).isEqualTo(writer.payload(2));
        assertThat(reader.ruleBase(Samples.rules("2").sha256())).contains(Samples.rules("2"));
        assertThat(reader.proofs().newest().orElseThrow().size()).isEqualTo(3);
        assertSound(reader);
        assertThatThrownBy(() -> reader.append(Samples.draft("d", 1)))
            .isInstanceOf(TrailHeld.class)
            .hasMessageContaining("in use by process 42 on host.example since 2026-01-01");
      }
      assertThat(contents().keySet()).isEqualTo(before.keySet());
      assertThat(contents()).containsEntry("key.pem", before.get("key.pem"));
      assertThat(writer.append(Samples.draft("d", 1)).seq()).isEqualTo(4);
      assertSound(writer);
    }
  }

  @Test
  void a_batch_that_is_being_written_is_not_read_and_not_cut_off() throws IOException {
    try (Trail writer = home.open()) {
      writer.append(Samples.draft("a", 1));
      String half = "record\t00";
      Files.writeString(home.journal(), half, StandardOpenOption.APPEND);
      long size = Files.size(home.journal());
      try (Trail reader = toRead()) {
        assertThat(reader.head()).isEqualTo(writer.head());
        assertSound(reader);
      }
      assertThat(Files.size(home.journal())).isEqualTo(size);
    }
  }

  @Test
  void a_journal_that_was_forged_is_refused_to_readers_too() throws IOException {
    try (Trail writer = home.open()) {
      writer.append(Samples.draft("a", 1));
      writer.append(Samples.draft("b", 1));
      byte[] forged = Files.readAllBytes(home.journal());
      forged[1_500] ^= 1;
      Files.write(home.journal(), forged);
      assertThatThrownBy(this::toRead).isInstanceOf(TrailUnsound.class);
      assertThat(writer.head().size()).isEqualTo(3);
    }
  }

  @Test
  void a_trail_that_another_process_has_not_begun_yet_is_in_use() throws IOException {
    try (Trail writer = home.open()) {
      Files.write(home.journal(), new byte[0]);
      assertThatThrownBy(this::toRead).isInstanceOf(TrailHeld.class);
      assertThat(writer.head().size()).isEqualTo(1);
    }
  }

  @Test
  void while_another_process_writes_each_reader_sees_all_that_was_acknowledged_before()
      throws Exception {
    ChildWriter child = ChildWriter.start(home, Integer.MAX_VALUE);
    try {
      for (int i = 1; i <= 4; i++) {
        child.awaitAcknowledgements(40 * i);
        Map<Long, Hash> before = new TreeMap<>(child.acknowledged());
        try (Trail reader = toRead()) {
          before.forEach(
              (seq, leaf) -> assertThat(reader.at(seq).orElseThrow().leaf()).isEqualTo(leaf));
          assertThat(reader.held().orElseThrow()).hasMessageContaining("process " + child.pid());
          assertSound(reader);
        }
      }
    } finally {
      child.kill();
    }
    try (Trail trail = home.open()) {
      assertSound(trail);
    }
  }

  private Trail toRead() {
    return HomeTrail.openToRead(home.path(), home.setup());
  }

  /** What is in the directory of the trail, without what the writer goes on to change. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.file("."))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean grows = name.equals("journal") || name.startsWith("index");
        contents.put(name, grows ? "" : Files.readString(file));
      }
    }
    return contents;
  }
}
