package tribune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.export.format.ExportFormats;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.trail.Samples;

/** {@code export verify} finds an export sound, and names what anybody changed in it. */
class ExportCheckTest {
  private static final long SEED = 77_301L;
  private static final int FLIPS = Integer.getInteger("tribune.flips", 1_000);

  @TempDir static Path shared;
  private static ExportedTrail sample;

  @TempDir Path own;

  @BeforeAll
  static void export_a_trail() throws Exception {
    sample = ExportedTrail.in(shared);
  }

  @Test
  void a_sound_export_is_sound() throws IOException {
    CheckedExport checked =
        check(sample.export())
            .check(
                Optional.of(SignedCheckpoint.parse(Files.readAllBytes(sample.old()))),
                ExportCheck.Signing.REQUIRED,
                ExportProgress.SILENT);

    assertThat(checked.manifest().records()).isEqualTo(14);
    assertThat(checked.facts()).isEqualTo(13);
    assertThat(checked.ruleBases()).isEqualTo(3);
    assertThat(checked.derived())
        .containsExactly("csv", "xlsx", "html", "markdown", "junit", "oscal");
    assertThat(checked.notDerived()).isEmpty();
    assertThat(checked.statement())
        .contains(new CheckedExport.Signed(Samples.ACTOR, Exports.AT, Optional.empty()));
  }

  @Test
  void a_part_is_sound_too() throws IOException {
    CheckedExport checked =
        check(sample.part())
            .check(
                Optional.of(SignedCheckpoint.parse(Files.readAllBytes(sample.old()))),
                ExportCheck.Signing.REQUIRED,
                ExportProgress.SILENT);
    assertThat(checked.manifest().records()).isEqualTo(5);
    assertThat(checked.manifest().context().since()).isPresent();
  }

  @Test
  void what_another_version_wrote_is_known_by_its_hash_alone() {
    CheckedExport checked =
        new ExportCheck(
                sample.export(), VerifierKey.parse(sample.key()), ExportFormats.all(), "9.9.9")
            .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
    assertThat(checked.notDerived())
        .containsExactly("csv", "html", "junit", "markdown", "oscal", "xlsx");
  }

  @Test
  void a_line_of_a_table_is_named_and_what_should_be_there() throws IOException {
    Path attacked = copy(sample.export());
    FileEdits.edit(
        attacked,
        "decisions.csv",
        lines -> {
          lines.set(3, lines.get(3).replace("\"FAIL\"", "\"PASS\""));
          return lines;
        });

    ExportUnsound unsound = unsound(attacked);

    assertThat(unsound.where()).isEqualTo("decisions.csv, line 4");
    assertThat(unsound.found()).startsWith("'PASS\"");
    assertThat(unsound.expected()).startsWith("'FAIL\"");
  }

  @Test
  void a_fork_and_a_foreign_key_are_refused() throws IOException {
    SignedCheckpoint forked = SignedCheckpoint.parse(Files.readAllBytes(sample.forked()));
    assertThatThrownBy(
            () ->
                check(sample.export())
                    .check(
                        Optional.of(forked), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT))
        .isInstanceOf(ExportUnsound.class)
        .hasMessageContaining("records.jsonl, lines 1 to 6");
    assertThatThrownBy(
            () ->
                check(sample.part())
                    .check(
                        Optional.of(forked), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT))
        .isInstanceOf(ExportRefused.class);
    assertThat(ExportCheck.keyIn(sample.export()).text()).isEqualTo(sample.key());
    ExportCheck foreign =
        new ExportCheck(
            sample.export(),
            VerifierKey.parse(sample.otherLog().key()),
            List.of(),
            Samples.ENGINE.tribune());
    assertThatThrownBy(
            () ->
                foreign.check(
                    Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT))
        .isInstanceOf(ExportUnsound.class)
        .hasMessageContaining("key.vkey");
  }

  @Test
  void a_line_of_what_another_version_wrote_is_named_too() throws IOException {
    Path attacked = copy(sample.export());
    FileEdits.edit(attacked, "findings.csv", lines -> FileEdits.inserted(lines, 5, "forged"));
    ExportUnsound unsound =
        catchThrowableOfType(
            ExportUnsound.class,
            () ->
                new ExportCheck(
                        attacked, VerifierKey.parse(sample.key()), ExportFormats.all(), "9.9.9")
                    .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT));
    assertThat(unsound.where()).isEqualTo("findings.csv, line 6");
    assertThat(unsound.found()).isEqualTo("a line more, 'forged'");
    assertThat(unsound.expected()).matches("a line with SHA-256 [0-9a-f]{16}\\.\\.\\. as listed");
  }

  static Stream<Arguments> tablesOfAnotherVersion() {
    return Stream.concat(TableAttacks.onTables(sample.export()), TableAttacks.onWorkbook());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tablesOfAnotherVersion")
  void a_place_in_what_another_version_wrote_is_named(
      String name, String where, ExportAttacks.Attack attack) throws IOException {
    Path attacked = copy(sample.export());
    attack.on(attacked);
    ExportCheck check =
        new ExportCheck(attacked, VerifierKey.parse(sample.key()), ExportFormats.all(), "9.9.9");
    assertThatThrownBy(
            () ->
                check.check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT))
        .isInstanceOfSatisfying(
            ExportUnsound.class, unsound -> assertThat(unsound.where()).isEqualTo(where));
  }

  @Test
  void an_export_of_before_there_were_lists_of_lines_is_sound_and_names_the_file()
      throws IOException {
    Path before = copy(ExportedTrail.BEFORE_LINES);
    ExportCheck check =
        new ExportCheck(
            before, ExportCheck.keyIn(before), ExportFormats.all(), Samples.ENGINE.tribune());
    assertThat(
            check
                .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT)
                .notDerived())
        .containsExactly("csv", "markdown");
    FileEdits.edit(before, "decisions.csv", lines -> FileEdits.swapped(lines, 2));
    assertThatThrownBy(
            () ->
                check.check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT))
        .isInstanceOf(ExportUnsound.class)
        .hasMessageStartingWith("decisions.csv: found");
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
            ExportAttacks.on(sample),
            TableAttacks.onTables(sample.export()),
            TableAttacks.onWorkbook())
        .flatMap(it -> it);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void an_attack_is_found_where_it_was_made(String name, String where, ExportAttacks.Attack attack)
      throws IOException {
    Path attacked = copy(sample.export());
    attack.on(attacked);
    String named = unsound(attacked).where();
    assertThat(named).matches(it -> it.equals(where) || it.endsWith(where), where);
  }

  static Stream<Arguments> attacksOnPart() {
    return ExportAttacks.onPart();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacksOnPart")
  void an_attack_on_a_part_is_found(String name, String where, ExportAttacks.Attack attack)
      throws IOException {
    Path attacked = copy(sample.part());
    attack.on(attacked);
    assertThat(unsound(attacked).where()).startsWith(where);
  }

  @Test
  void an_unsigned_export_is_taken_only_if_that_is_said() throws IOException {
    Path unsigned = copy(sample.export());
    Files.delete(unsigned.resolve("statement.dsse.json"));
    assertThat(unsound(unsigned).where()).isEqualTo("statement.dsse.json");
    assertThat(
            check(unsigned)
                .check(Optional.empty(), ExportCheck.Signing.OPTIONAL, ExportProgress.SILENT)
                .statement())
        .isEmpty();
  }

  @Test
  void every_flipped_bit_is_found() throws IOException {
    for (Path export : List.of(sample.export(), sample.part())) {
      Path attacked = own.resolve(export.getFileName());
      CompiledVerifier.copy(export, attacked);
      SplittableRandom random = new SplittableRandom(SEED);
      List<Path> files = CompiledVerifier.files(attacked);
      for (int i = 0; i < FLIPS; i++) {
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        int place = random.nextInt(bytes.length);
        byte[] flipped = bytes.clone();
        flipped[place] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, flipped);
        String what = "seed " + SEED + ", flip " + i + ", " + file + ", byte " + place;
        String where = unsound(attacked).where();
        assertThat(where).as(what).contains(attacked.relativize(file).toString());
        Files.write(file, bytes);
      }
      check(attacked).check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
    }
  }

  private static ExportCheck check(Path export) {
    return new ExportCheck(
        export, VerifierKey.parse(sample.key()), ExportFormats.all(), Samples.ENGINE.tribune());
  }

  private static ExportUnsound unsound(Path export) {
    return catchThrowableOfType(
        ExportUnsound.class,
        () ->
            check(export)
                .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT));
  }

  private Path copy(Path export) throws IOException {
    Path copy = own.resolve("copy");
    CompiledVerifier.copy(export, copy);
    return copy;
  }
}
