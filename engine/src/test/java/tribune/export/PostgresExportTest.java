package tribune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.export.format.ExportFormats;
import tribune.trail.Filter;
import tribune.trail.KeyPlace;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.PostgresAddress;
import tribune.trail.jdbc.PostgresTrail;
import tribune.trail.jdbc.TestPostgres;

/** A trail in PostgreSQL is exported as one in a home is. */
class PostgresExportTest {
  @TempDir Path directory;
  private Trail trail;

  @BeforeEach
  void open() {
    TestPostgres server = TestPostgres.shared();
    String url = server.url(server.createTrail(), TestPostgres.APPLICATION);
    trail =
        PostgresTrail.open(
            PostgresAddress.of(url, Optional.empty()),
            ExportedTrail.setup().withKeys(new KeyPlace.InHome(directory.resolve("keys"))));
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String text = HostileTexts.ALL.get(i);
      trail.append(Samples.draft("H-" + i, 1, text, List.of("Sales"), Samples.failing()));
    }
    trail.append(Samples.draft("BAGS", 1));
  }

  @AfterEach
  void close() {
    if (trail != null) { // there is none where PostgreSQL does not run
      trail.close();
    }
  }

  private static CheckedExport checked(Path export) {
    return new ExportCheck(
            export, ExportCheck.keyIn(export), ExportFormats.all(), Samples.ENGINE.tribune())
        .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
  }

  @Test
  void the_whole_is_sound_and_written_again_byte_for_byte() {
    Exports.all(trail, directory.resolve("whole"));
    CheckedExport checked = checked(directory.resolve("whole"));
    assertThat(checked.manifest().records()).isEqualTo(trail.head().size());
    assertThat(checked.facts()).isEqualTo(HostileTexts.ALL.size() + 1);
    assertThat(checked.notDerived()).isEmpty();
  }

  @Test
  void a_part_is_sound() {
    Exports.of(
        trail,
        ExportRequest.of(ExportFormats.all())
            .withFilter(Optional.of(Filter.ALL.withSearch("bags"))),
        directory.resolve("part"));
    CheckedExport checked = checked(directory.resolve("part"));
    assertThat(checked.manifest().records()).isEqualTo(1);
    assertThat(checked.notDerived()).isEmpty();
  }

  @Test
  void the_same_checkpoint_gives_the_same_bytes() throws IOException {
    Exports.all(trail, directory.resolve("one"));
    Exports.all(trail, directory.resolve("two"));
    List<Path> files = CompiledVerifier.files(directory.resolve("one"));
    assertThat(files).hasSameSizeAs(CompiledVerifier.files(directory.resolve("two")));
    for (Path file : files) {
      Path other = directory.resolve("two").resolve(directory.resolve("one").relativize(file));
      assertThat(other).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void a_changed_byte_of_a_workbook_is_named() throws IOException {
    Exports.all(trail, directory.resolve("changed"));
    Path book = directory.resolve("changed/decisions.xlsx");
    byte[] bytes = Files.readAllBytes(book);
    bytes[bytes.length / 2] ^= 1;
    Files.write(book, bytes);
    assertThatThrownBy(() -> checked(directory.resolve("changed")))
        .isInstanceOf(ExportUnsound.class)
        .hasMessageContaining("decisions.xlsx");
  }
}
