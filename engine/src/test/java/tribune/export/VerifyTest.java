package tribune.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
import tribune.trail.KeyExchange;
import tribune.trail.OldKey;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;

/** The stand-alone verifier finds an export sound, and names what anybody changed in it. */
class VerifyTest {
  private static final long SEED = 90_210L;
  private static final int FLIPS = Integer.getInteger("tribune.flips", 1_000);

  @TempDir static Path shared;
  private static CompiledVerifier verifier;
  private static ExportedTrail sample;

  @TempDir Path own;

  @BeforeAll
  static void export_a_trail() throws Exception {
    verifier = CompiledVerifier.in(Files.createDirectories(shared.resolve("compiled")));
    sample = ExportedTrail.in(shared);
  }

  @Test
  void a_sound_export_is_sound() {
    CompiledVerifier.Outcome outcome = verify(sample.export());

    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.line("records")).isEqualTo("14, in order, none missing");
    assertThat(outcome.line("root")).isEqualTo(sample.exported().checkpoint().root().hex());
    assertThat(outcome.line("facts")).isEqualTo("13 fit their commitments");
    assertThat(outcome.line("rule bases")).isEqualTo("3 fit their hashes");
  }

  @Test
  void a_trail_without_audits_is_sound_too() {
    Path export = own.resolve("empty");
    try (Trail trail = HomeTrail.open(own.resolve("home"), ExportedTrail.setup())) {
      String key = Exports.whole(trail, export).key();
      CompiledVerifier.Outcome outcome = verifier.run(export.toString(), "--key", key);
      assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.line("records")).startsWith("1,");
    }
  }

  @Test
  void a_rule_base_that_went_live_and_no_audit_used_is_exported_and_checked() throws Exception {
    Path export = own.resolve("activated");
    try (Trail trail = HomeTrail.open(own.resolve("home"), ExportedTrail.setup())) {
      trail.append(Samples.draft("a", 1));
      trail.activate(Samples.activation("2"));
      String key = Exports.whole(trail, export).key();
      CompiledVerifier.Outcome outcome = verifier.run(export.toString(), "--key", key);
      assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.line("rule bases")).isEqualTo("2 fit their hashes");
      Path file =
          export.resolve("rulebases/" + Samples.rules("2").sha256().hex() + "/rulebase.yaml");
      Files.writeString(file, "version: 3\n");
      assertThat(verifier.run(export.toString(), "--key", key).code()).isEqualTo(6);
    }
  }

  @Test
  void an_export_of_a_trail_whose_key_was_exchanged_is_sound() throws IOException {
    try (Trail trail = HomeTrail.open(own.resolve("home"), ExportedTrail.setup())) {
      Path old = own.resolve("old.checkpoint");
      Files.write(old, trail.proofs().newest().orElseThrow().note().toArray());
      for (int i = 0; i < 2; i++) {
        KeyExchange exchange =
            trail.rotateKey(Samples.ACTOR, Samples.ENGINE, "because " + i, OldKey.KEPT);
        Path both = own.resolve("both" + i);
        Exports.whole(trail, both);
        requireSound(both, exchange.newKey(), old);
        trail.append(Samples.draft("d" + i, 1));
        Path later = own.resolve("later" + i);
        Exports.whole(trail, later);
        requireSound(later, exchange.newKey(), old);
        assertThat(verifier.run(later.toString(), "--key", exchange.oldKey()).code()).isEqualTo(6);
        Path kept = own.resolve("kept" + i);
        Files.write(kept, trail.proofs().newest().orElseThrow().note().toArray());
        requireSound(later, exchange.newKey(), kept);
      }
    }
  }

  /** Both verifiers say so. */
  private static void requireSound(Path export, String key, Path old) throws IOException {
    new ExportCheck(export, VerifierKey.parse(key), ExportFormats.all(), Samples.ENGINE.tribune())
        .check(
            Optional.of(SignedCheckpoint.parse(Files.readAllBytes(old))),
            ExportCheck.Signing.REQUIRED,
            ExportProgress.SILENT);
    CompiledVerifier.Outcome outcome =
        verifier.run(export.toString(), "--key", key, "--old", old.toString());
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
  }

  @Test
  void the_source_file_runs_with_a_jdk_and_nothing_else() throws Exception {
    assertThat(child(sample.export())).isZero();
    Path attacked = copy();
    FileEdits.edit(attacked, "records.jsonl", lines -> FileEdits.swapped(lines, 3));
    assertThat(child(attacked)).isEqualTo(6);
  }

  @Test
  void it_goes_on_from_an_older_checkpoint_and_not_from_that_of_a_fork() {
    CompiledVerifier.Outcome sound =
        verifier.run(sample.export().toString(), "--key", sample.key(), "--old", "" + sample.old());
    assertThat(sound.code()).as(sound.out()).isZero();
    assertThat(sound.line("older")).isEqualTo("goes on from 9 records");

    CompiledVerifier.Outcome forked =
        verifier.run(
            sample.export().toString(), "--key", sample.key(), "--old", "" + sample.forked());
    assertThat(forked.code()).isEqualTo(6);
    assertThat(forked.line("where")).isEqualTo("records.jsonl, lines 1 to 6");
    assertThat(forked.line("expected")).contains("forked.checkpoint");
  }

  @Test
  void an_older_checkpoint_must_be_signed_and_no_longer_than_the_export() throws IOException {
    Path attacked = copy();
    Path later = sample.export().resolve("checkpoint");
    assertThat(
            verifier
                .run(attacked.toString(), "--key", sample.key(), "--old", later.toString())
                .code())
        .isZero();
    Path forged = own.resolve("forged");
    Files.writeString(forged, Files.readString(sample.old()).replace("\n9\n", "\n8\n"));
    CompiledVerifier.Outcome outcome =
        verifier.run(attacked.toString(), "--key", sample.key(), "--old", forged.toString());
    assertThat(outcome.code()).isEqualTo(6);
    assertThat(outcome.line("where")).isEqualTo(forged.toString());
  }

  @Test
  void a_foreign_key_has_signed_nothing_here() {
    CompiledVerifier.Outcome outcome =
        verifier.run(sample.export().toString(), "--key", sample.otherLog().key());
    assertThat(outcome.code()).isEqualTo(6);
    assertThat(outcome.line("where")).isEqualTo("key.vkey");
    assertThat(outcome.line("expected")).isEqualTo(sample.otherLog().key());
  }

  @Test
  void what_cannot_be_checked_is_not_called_unsound() {
    String export = sample.export().toString();
    String misspelt = sample.key().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");
    List<String[]> lines =
        List.of(
            new String[] {},
            new String[] {export},
            new String[] {export, "--kay", sample.key()},
            new String[] {export, "--key", "no key"},
            new String[] {export, "--key", misspelt},
            new String[] {export + "-not-there", "--key", sample.key()},
            new String[] {export, "--key", sample.key(), "--old", export + "-not-there"});
    for (String[] line : lines) {
      CompiledVerifier.Outcome outcome = verifier.run(line);
      assertThat(outcome.code()).as(String.join(" ", line)).isEqualTo(2);
      assertThat(outcome.err()).startsWith("not checked: ").contains("usage: java Verify.java");
      assertThat(outcome.out()).isEmpty();
    }
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
    Path attacked = copy();
    attack.on(attacked);

    CompiledVerifier.Outcome outcome = verify(attacked);

    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(6);
    assertThat(outcome.out()).startsWith("UNSOUND\n");
    String named = outcome.line("where");
    assertThat(named).as(outcome.out()).matches(it -> it.equals(where) || it.endsWith(where));
    assertThat(outcome.line("found")).isNotEmpty();
    assertThat(outcome.line("expected")).isNotEmpty();
    assertThat(outcome.line("do")).isNotEmpty();
  }

  @Test
  void it_says_whether_a_line_was_edited_added_or_taken_out() throws IOException {
    List<String> lines = Files.readAllLines(sample.export().resolve("decisions.csv"));
    assertThat(found(it -> FileEdits.changed(it, 3, line -> "~" + line)))
        .startsWith("'~" + lines.get(3).substring(0, 40));
    assertThat(found(it -> FileEdits.inserted(it, 3, "\"99\",\"forged\"")))
        .isEqualTo("a line more, '\"99\",\"forged\"'");
    assertThat(found(it -> FileEdits.without(it, 3)))
        .startsWith("the line that follows, '" + lines.get(4).substring(0, 40));
    assertThat(found(it -> FileEdits.without(it, it.size() - 1))).isEqualTo("the end of the file");
  }

  private String found(UnaryOperator<List<String>> change) throws IOException {
    Path attacked = Files.createTempDirectory(own, "attacked");
    CompiledVerifier.copy(sample.export(), attacked);
    FileEdits.edit(attacked, "decisions.csv", change);
    return verify(attacked).line("found");
  }

  @Test
  void where_the_list_of_lines_was_changed_too_the_file_is_named() throws IOException {
    Path attacked = copy();
    for (String file : List.of("decisions.csv", "lines/decisions.csv.txt")) {
      FileEdits.edit(attacked, file, lines -> FileEdits.swapped(lines, 3));
    }
    assertThat(verify(attacked).line("where")).isEqualTo("decisions.csv");
  }

  @Test
  void an_export_of_before_there_were_lists_of_lines_is_sound_and_names_the_file()
      throws IOException {
    Path before = own.resolve("before");
    CompiledVerifier.copy(ExportedTrail.BEFORE_LINES, before);
    String key = Files.readString(before.resolve("key.vkey")).strip();
    assertThat(verifier.run(before.toString(), "--key", key).code()).isZero();
    FileEdits.edit(before, "decisions.csv", lines -> FileEdits.swapped(lines, 2));
    assertThat(verifier.run(before.toString(), "--key", key).line("where"))
        .isEqualTo("decisions.csv");
  }

  static Stream<Arguments> attacksOnPart() {
    return ExportAttacks.onPart();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacksOnPart")
  void an_attack_on_a_part_is_found(String name, String where, ExportAttacks.Attack attack)
      throws IOException {
    Path attacked = own.resolve("part");
    CompiledVerifier.copy(sample.part(), attacked);
    attack.on(attacked);

    CompiledVerifier.Outcome outcome = verify(attacked);

    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(6);
    assertThat(outcome.line("where")).as(outcome.out()).isEqualTo(where);
  }

  @Test
  void a_part_is_sound_and_goes_on_from_where_it_begins() {
    CompiledVerifier.Outcome outcome =
        verifier.run(sample.part().toString(), "--key", sample.key(), "--old", "" + sample.old());
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.line("records")).isEqualTo("5 of 14");
    assertThat(outcome.line("older")).isEqualTo("goes on from 9 records");
    assertThat(
            verifier
                .run(sample.part().toString(), "--key", sample.key(), "--old", "" + sample.forked())
                .code())
        .isEqualTo(2);
  }

  @Test
  void an_unsigned_export_is_taken_only_if_that_is_said() throws IOException {
    Path unsigned = copy();
    Files.delete(unsigned.resolve("statement.dsse.json"));
    assertThat(verify(unsigned).code()).isEqualTo(6);
    CompiledVerifier.Outcome outcome =
        verifier.run(unsigned.toString(), "--key", sample.key(), "--unsigned");
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.line("files")).contains("nobody signed");
  }

  @Test
  void a_key_may_stand_in_a_file() throws IOException {
    Path file = own.resolve("their.vkey");
    Files.writeString(file, sample.key() + "\n");
    assertThat(verifier.run(sample.export().toString(), "--key", file.toString()).code()).isZero();
  }

  @Test
  void every_flipped_bit_is_found() throws IOException {
    Path attacked = copy();
    List<Path> files = CompiledVerifier.files(attacked);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < FLIPS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(file);
      int place = random.nextInt(bytes.length);
      byte[] flipped = bytes.clone();
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);

      CompiledVerifier.Outcome outcome = verify(attacked);

      String what = "seed " + SEED + ", flip " + i + ", " + file + ", byte " + place;
      assertThat(outcome.code()).as(what + "\n" + outcome.err()).isEqualTo(6);
      String name = attacked.relativize(file).toString();
      assertThat(outcome.line("where")).as(what).contains(name);
      Files.write(file, bytes);
    }
    assertThat(verify(attacked).code()).isZero();
  }

  private static CompiledVerifier.Outcome verify(Path export) {
    return verifier.run(export.toString(), "--key", sample.key());
  }

  private Path copy() throws IOException {
    Path copy = own.resolve("copy");
    CompiledVerifier.copy(sample.export(), copy);
    return copy;
  }

  private static int child(Path export) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "Verify.java",
                ".",
                "--key",
                sample.key())
            .directory(export.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
