package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.document.Manifest;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;

/** What an export holds, and when there is none. */
class ExporterTest {
  @TempDir Path directory;
  private Trail trail;

  @BeforeEach
  void open() {
    trail = HomeTrail.open(directory.resolve("home"), ExportedTrail.setup());
    trail.append(Samples.draft("BAGS", 1));
    trail.append(Samples.draft("SEATS", 2));
  }

  @AfterEach
  void close() {
    trail.close();
  }

  @Test
  void it_has_the_bytes_that_are_stored() throws IOException {
    Path export = directory.resolve("exports/2026/copy");
    Exported exported = Exports.whole(trail, export);

    ByteArrayOutputStream records = new ByteArrayOutputStream();
    StringBuilder leaves = new StringBuilder();
    trail
        .records(0)
        .forEach(
            record -> {
              records.writeBytes(record.bytes());
              records.write('\n');
              leaves.append(record.leaf()).append('\n');
            });
    assertThat(export.resolve("records.jsonl")).hasBinaryContent(records.toByteArray());
    assertThat(export.resolve("leaves.txt")).hasContent(leaves.toString());
    assertThat(Files.readString(export.resolve("payloads.jsonl"), UTF_8))
        .startsWith("{\"facts\":" + new String(trail.payload(1).orElseThrow().facts(), UTF_8))
        .hasLineCount(2);
    assertThat(export.resolve("checkpoint"))
        .hasBinaryContent(trail.proofs().newest().orElseThrow().note().toArray());
    Path rules = export.resolve("rulebases/" + Samples.RULES.sha256().hex());
    for (Map.Entry<String, byte[]> file : Samples.RULES.files().entrySet()) {
      assertThat(rules.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
    assertThat(rules.resolveSibling(Samples.RULES.sha256().hex() + ".manifest"))
        .hasContent(Manifest.of(Samples.RULES.files()));
    assertThat(exported.records()).isEqualTo(3);
    assertThat(exported.payloads()).isEqualTo(2);
    assertThat(exported.ruleBases()).isEqualTo(1);
    assertThat(exported.later()).isZero();
  }

  @Test
  void the_same_checkpoint_gives_the_same_bytes() throws IOException {
    Exports.all(trail, directory.resolve("one"));
    Exports.all(trail, Files.createDirectory(directory.resolve("two")));

    Map<String, String> one = contents(directory.resolve("one"));
    assertThat(contents(directory.resolve("two"))).isEqualTo(one);
    assertThat(one).hasSize(28);
  }

  @Test
  void nothing_is_written_where_something_is() throws IOException {
    Path taken = Files.createDirectory(directory.resolve("taken"));
    Files.writeString(taken.resolve("mine"), "mine");

    assertThatThrownBy(() -> Exports.whole(trail, taken))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("not an empty directory");
    assertThatThrownBy(() -> Exports.whole(trail, taken.resolve("mine")))
        .isInstanceOf(ExportRefused.class);
    assertThat(CompiledVerifier.files(taken)).containsExactly(taken.resolve("mine"));
  }

  @Test
  void what_was_stopped_half_way_is_no_export_and_leaves_nothing() throws IOException {
    Path export = directory.resolve("copies/stopped");
    for (String step : List.of("2 of 3", "finishing jsonl")) {
      Steps stopping =
          new Steps(
              told -> {
                assertThat(export).doesNotExist();
                if (told.equals(step)) {
                  throw new IllegalStateException("stopped");
                }
              });

      assertThatThrownBy(() -> export(export, stopping)).as(step).hasMessage("stopped");
      assertThat(directory.resolve("copies")).as(step).isEmptyDirectory();
    }
  }

  @Test
  void whoever_waits_is_told_of_each_record_and_each_long_step() throws IOException {
    Path export = directory.resolve("watched");
    List<String> told = new ArrayList<>();

    export(export, new Steps(told::add));
    assertThat(told)
        .containsExactly("1 of 3", "2 of 3", "3 of 3", "finishing proofs", "finishing jsonl");

    told.clear();
    new ExportCheck(
            export, ExportCheck.keyIn(export), List.of(new JsonlFormat()), Samples.ENGINE.tribune())
        .check(Optional.empty(), ExportCheck.Signing.REQUIRED, new Steps(told::add));
    assertThat(told)
        .contains("hashing records.jsonl")
        .containsSubsequence("1 of 3", "2 of 3", "3 of 3", "comparing what was written again");
  }

  private void export(Path export, ExportProgress progress) {
    new Exporter(trail, Samples.ENGINE)
        .export(ExportRequest.of(List.of(new JsonlFormat())), export, Exports.RECORDED, progress);
  }

  private record Steps(Consumer<String> told) implements ExportProgress {
    @Override
    public void record(long done, long total) {
      told.accept(done + " of " + total);
    }

    @Override
    public void begins(String step) {
      told.accept(step);
    }
  }

  private static Map<String, String> contents(Path export) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : CompiledVerifier.files(export)) {
      contents.put(export.relativize(file).toString(), Files.readString(file, ISO_8859_1));
    }
    return contents;
  }
}
