package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;

/** The stand-alone verifier finds an export sound, and names what anybody changed in it. */
class VerifyTest {
  private static final long SEED = 90_210L;
  private static final int FLIPS = 300;

  @TempDir static Path shared;
  private static CompiledVerifier verifier;
  private static ExportedTrail sample;

  @TempDir Path own;

  interface Attack {
    void on(Path export) throws IOException;
  }

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
      String key = LegalCopy.of(trail, export, count -> {}).key();
      CompiledVerifier.Outcome outcome = verifier.run(export.toString(), "--key", key);
      assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.line("records")).startsWith("1,");
    }
  }

  @Test
  void the_source_file_runs_with_a_jdk_and_nothing_else() throws Exception {
    assertThat(child(sample.export())).isZero();
    Path attacked = copy();
    edit(attacked, "records.jsonl", lines -> swapped(lines, 3));
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
        attack(
            "a letter of a record",
            "records.jsonl, line 4, seq 3",
            dir ->
                text(
                    dir, "records.jsonl", it -> it.replaceFirst("(REAL-3.*)PRICING", "$1PRICINH"))),
        attack(
            "a verdict",
            "records.jsonl, line 2, seq 1",
            dir ->
                text(
                    dir,
                    "records.jsonl",
                    it -> it.replaceFirst("\"verdict\":\"FAIL\"", "\"verdict\":\"PASS\""))),
        attack(
            "a record taken out",
            "records.jsonl, line 4, seq 3",
            dir -> edit(dir, "records.jsonl", it -> without(it, 3))),
        attack(
            "two records swapped",
            "records.jsonl, line 4, seq 3",
            dir -> edit(dir, "records.jsonl", it -> swapped(it, 3))),
        attack(
            "a record twice",
            "records.jsonl, line 5, seq 4",
            dir -> edit(dir, "records.jsonl", it -> twice(it, 3))),
        attack(
            "a record appended",
            "records.jsonl, line 15",
            dir ->
                edit(
                    dir,
                    "records.jsonl",
                    it -> appended(it, it.get(13).replace("\"seq\":13", "\"seq\":14")))),
        attack(
            "the last record cut off",
            "records.jsonl, line 14, seq 13",
            dir -> edit(dir, "records.jsonl", it -> without(it, 13))),
        attack(
            "the last newline cut off",
            "records.jsonl, line 14, seq 13",
            dir -> text(dir, "records.jsonl", it -> it.substring(0, it.length() - 1))),
        attack(
            "carriage returns",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replace("\n", "\r\n"))),
        attack(
            "an empty line",
            "records.jsonl, line 3, seq 2",
            dir -> edit(dir, "records.jsonl", it -> inserted(it, 2, ""))),
        attack(
            "an earlier time",
            "records.jsonl, line 6, seq 5",
            dir ->
                edit(
                    dir, "records.jsonl", it -> replaced(it, 5, "\"at\":\"2026", "\"at\":\"2025"))),
        attack(
            "a record of another trail",
            "records.jsonl, line 6, seq 5",
            dir ->
                edit(
                    dir,
                    "records.jsonl",
                    it -> replaced(it, 5, "\"log\":\"tribune", "\"log\":\"tribunx"))),
        attack(
            "white space in a record",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replaceFirst(",", ", "))),
        attack(
            "a member twice",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> it.replaceFirst("\"v\":1", "\"v\":1,\"v\":1"))),
        attack(
            "cut consistently",
            "records.jsonl, line 14, seq 13",
            dir -> {
              edit(dir, "records.jsonl", it -> without(it, 13));
              edit(dir, "leaves.txt", it -> without(it, 13));
              edit(dir, "payloads.jsonl", it -> without(it, 12));
            }),
        attack(
            "a leaf",
            "leaves.txt, line 1, seq 0",
            dir ->
                text(dir, "leaves.txt", it -> (it.startsWith("0") ? "1" : "0") + it.substring(1))),
        attack(
            "a leaf too many",
            "leaves.txt, line 15",
            dir -> edit(dir, "leaves.txt", it -> appended(it, it.get(0)))),
        attack(
            "facts",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> replaced(it, 2, "PRICING", "PRODUCT"))),
        attack(
            "longer facts",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> replaced(it, 2, "PRICING", "PRICINGS"))),
        attack(
            "a salt",
            "payloads.jsonl, line 1, seq 1",
            dir ->
                text(
                    dir,
                    "payloads.jsonl",
                    it -> it.replaceFirst("(\"salt\":\"[0-9a-f]{63}).", "$10"))),
        attack(
            "facts taken out",
            "payloads.jsonl, line 3, seq 3",
            dir -> edit(dir, "payloads.jsonl", it -> without(it, 2))),
        attack(
            "the last facts taken out",
            "payloads.jsonl, line 13, seq 13",
            dir -> edit(dir, "payloads.jsonl", it -> without(it, 12))),
        attack(
            "facts of no record",
            "payloads.jsonl, line 14",
            dir -> edit(dir, "payloads.jsonl", it -> appended(it, it.get(0)))),
        attack(
            "a rule file",
            "/rulebase.yaml",
            dir -> Files.writeString(ruleFile(dir, "rulebase.yaml"), "version: 9\n")),
        attack(
            "a rule file taken out",
            "/rulebase.yaml",
            dir -> Files.delete(ruleFile(dir, "rulebase.yaml"))),
        attack(
            "a rule file added",
            "/waivers.yaml",
            dir ->
                Files.writeString(
                    ruleFile(dir, "rulebase.yaml").resolveSibling("waivers.yaml"), "")),
        attack(
            "a manifest",
            ".manifest",
            dir ->
                Files.writeString(
                    ruleFile(dir, ".manifest"), "0".repeat(64) + "  rulebase.yaml\n")),
        attack(
            "a manifest taken out", ".manifest", dir -> Files.delete(ruleFile(dir, ".manifest"))),
        attack(
            "a directory added",
            "rulebases/empty",
            dir -> Files.createDirectory(dir.resolve("rulebases/empty"))),
        attack(
            "a link to the rule bases",
            "rulebases",
            dir -> {
              Path elsewhere = Files.move(dir.resolve("rulebases"), dir.resolveSibling("rules"));
              Files.createSymbolicLink(dir.resolve("rulebases"), elsewhere);
            }),
        attack("a file added", "notes.txt", dir -> Files.writeString(dir.resolve("notes.txt"), "")),
        attack("a file taken out", "leaves.txt", dir -> Files.delete(dir.resolve("leaves.txt"))),
        attack(
            "the checkpoint taken out",
            "checkpoint",
            dir -> Files.delete(dir.resolve("checkpoint"))),
        attack(
            "an older checkpoint in its place",
            "records.jsonl, line 10",
            dir ->
                Files.copy(
                    sample.old(), dir.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING)),
        attack(
            "the checkpoint of a fork",
            "records.jsonl, line 7",
            dir ->
                Files.copy(
                    sample.forked(),
                    dir.resolve("checkpoint"),
                    StandardCopyOption.REPLACE_EXISTING)),
        attack(
            "the checkpoint of another trail",
            "checkpoint",
            dir -> Files.write(dir.resolve("checkpoint"), sample.otherLog().note().toArray())),
        attack(
            "a size that was not signed",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replace("\n14\n", "\n13\n"))),
        attack(
            "a forged signature",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replaceFirst(".{10}(\n)$", "AAAAAAAAA=$1"))),
        attack(
            "a checkpoint without signature",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.substring(0, it.indexOf("\n\n") + 2))),
        attack(
            "a checkpoint cut off",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.substring(0, it.length() - 20))),
        attack(
            "a signature line more",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it + "\u2014 witness AAAAAAAAAAAA\n")),
        attack(
            "carriage returns in the checkpoint",
            "checkpoint",
            dir -> text(dir, "checkpoint", it -> it.replace("\n", "\r\n"))),
        attack(
            "the key",
            "key.vkey",
            dir -> Files.writeString(dir.resolve("key.vkey"), sample.otherLog().key() + "\n")),
        attack(
            "an empty history",
            "records.jsonl, line 1, seq 0",
            dir -> text(dir, "records.jsonl", it -> "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void an_attack_is_found_where_it_was_made(String name, String where, Attack attack)
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
  void every_flipped_bit_is_found() throws IOException {
    Path attacked = copy();
    List<Path> files = CompiledVerifier.files(attacked);
    files.removeIf(file -> file.endsWith("README.txt") || file.endsWith("Verify.java"));
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

  private static Arguments attack(String name, String where, Attack attack) {
    return arguments(name, where, attack);
  }

  private static Path ruleFile(Path export, String ending) {
    return CompiledVerifier.files(export.resolve("rulebases")).stream()
        .filter(file -> file.toString().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  /** Edits a file as text, byte for byte, and makes sure that it is another one then. */
  private static void text(Path export, String name, UnaryOperator<String> change)
      throws IOException {
    Path file = export.resolve(name);
    byte[] before = Files.readAllBytes(file);
    java.nio.charset.Charset charset = name.equals("checkpoint") ? UTF_8 : ISO_8859_1;
    byte[] after = change.apply(new String(before, charset)).getBytes(charset);
    assertThat(after).isNotEqualTo(before);
    Files.write(file, after);
  }

  private static void edit(Path export, String name, UnaryOperator<List<String>> change)
      throws IOException {
    text(
        export,
        name,
        it -> String.join("\n", change.apply(new ArrayList<>(List.of(it.split("\n"))))) + "\n");
  }

  private static List<String> without(List<String> lines, int index) {
    lines.remove(index);
    return lines;
  }

  private static List<String> swapped(List<String> lines, int index) {
    Collections.swap(lines, index, index + 1);
    return lines;
  }

  private static List<String> twice(List<String> lines, int index) {
    return inserted(lines, index, lines.get(index));
  }

  private static List<String> appended(List<String> lines, String line) {
    return inserted(lines, lines.size(), line);
  }

  private static List<String> inserted(List<String> lines, int index, String line) {
    lines.add(index, line);
    return lines;
  }

  private static List<String> replaced(List<String> lines, int index, String from, String to) {
    lines.set(index, lines.get(index).replace(from, to));
    return lines;
  }
}
