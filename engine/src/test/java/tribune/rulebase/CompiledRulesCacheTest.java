package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.RuleCase;

class CompiledRulesCacheTest {
  @TempDir Path directory;

  private final RuleBaseFiles files = SmallRuleBase.asShipped().files();

  @Test
  void a_second_process_finds_what_the_first_compiled() throws IOException {
    CompiledRulesCache cache = cache();
    assertThat(cache.find(files.sha256())).isEmpty();
    RuleBase.load(files, cache).orThrow();
    assertThat(cache.find(files.sha256())).isPresent();
    byte[] before = Files.readAllBytes(entry());
    RuleBase again = RuleBase.load(files, cache).orThrow();
    assertThat(Files.readAllBytes(entry())).isEqualTo(before);
    for (RuleCase it : CaseFile.readAll(files).orThrow()) {
      assertThat(it.run(again)).isEmpty();
    }
  }

  /** In processes of their own, as a build does it: Drools numbers variables per process. */
  @Test
  void two_builds_pack_the_same_bytes() throws IOException, InterruptedException {
    Path one = packInAProcessOfItsOwn("one");
    Path other = packInAProcessOfItsOwn("other");
    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }

  @Test
  void a_damaged_entry_is_passed_over_wherever_it_is_damaged() {
    byte[] whole = RuleBase.compile(files).orThrow().toBytes("key");
    assertThat(CompiledRules.fromBytes(whole, "key")).isPresent();
    for (int i = 0; i < whole.length; i += 1 + whole.length / 500) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertThat(CompiledRules.fromBytes(damaged, "key")).as("byte " + i).isEmpty();
    }
    for (int length = 0; length < whole.length; length += 1 + whole.length / 100) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(CompiledRules.fromBytes(cut, "key")).as("length " + length).isEmpty();
    }
  }

  @Test
  void an_entry_for_another_rule_base_or_engine_is_passed_over() {
    byte[] whole = RuleBase.compile(files).orThrow().toBytes("key");
    assertThat(CompiledRules.fromBytes(whole, "yek")).isEmpty();
  }

  @Test
  void a_damaged_file_is_compiled_anew_and_replaced() throws IOException {
    CompiledRulesCache cache = cache();
    RuleBase.load(files, cache).orThrow();
    Files.write(entry(), new byte[] {1, 2, 3});
    RuleBase.load(files, cache).orThrow();
    assertThat(cache.find(files.sha256())).isPresent();
  }

  @Test
  void an_entry_that_is_whole_and_no_rule_base_is_compiled_anew() throws IOException {
    CompiledRulesCache cache = cache();
    CompiledRules hollow =
        new CompiledRules(
            java.util.List.of("rules.Nothing"),
            new java.util.TreeMap<>(),
            RuleIndex.of(java.util.List.of()));
    cache.keep(files.sha256(), hollow);
    RuleBase loaded = RuleBase.load(files, cache).orThrow();
    for (RuleCase it : CaseFile.readAll(files).orThrow()) {
      assertThat(it.run(loaded)).isEmpty();
    }
  }

  @Test
  void an_entry_that_another_home_made_is_compiled_anew() throws IOException {
    CompiledRulesCache cache = cache();
    CompiledRulesCache foreign =
        CompiledRulesCache.in(directory.resolve("foreign"), SecureRandom::new, Clock.systemUTC());
    RuleBase.load(files, cache).orThrow();
    RuleBase.load(files, foreign).orThrow();
    Path theirs = directory.resolve("foreign").resolve(entry().getFileName());
    Files.copy(theirs, entry(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(cache.find(files.sha256())).isEmpty();
    RuleBase.load(files, cache).orThrow();
    assertThat(cache.find(files.sha256())).isPresent();
  }

  @Test
  void an_entry_under_another_name_is_compiled_anew() throws IOException {
    CompiledRulesCache cache = cache();
    RuleBaseFiles other =
        SmallRuleBase.asShipped().replacing(SmallRuleBase.DRL, "the deal", "the offer").files();
    RuleBase.load(files, cache).orThrow();
    Path first = entry();
    String name = first.getFileName().toString();
    String key = CompiledRulesCache.key(other.sha256());
    Files.move(first, first.resolveSibling(key + ".rules"));
    assertThat(name).isNotEqualTo(key + ".rules");
    assertThat(cache.find(other.sha256())).isEmpty();
  }

  @Test
  void the_secret_is_its_owners_alone_and_made_anew_if_others_could_read_it() throws IOException {
    CompiledRulesCache cache = cache();
    RuleBase.load(files, cache).orThrow();
    Path secret = directory.resolve("made/when/needed/secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    byte[] before = Files.readAllBytes(secret);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(cache.find(files.sha256())).isEmpty();
    RuleBase.load(files, cache).orThrow();
    assertThat(Files.readAllBytes(secret)).isNotEqualTo(before);
    assertThat(cache.find(files.sha256())).isPresent();
  }

  @Test
  void an_entry_that_the_wall_would_not_let_through_is_not_used_whoever_sealed_it()
      throws IOException {
    CompiledRulesCache cache = cache();
    CompiledRules compiled = RuleBase.compile(files).orThrow();
    var classes = new java.util.TreeMap<>(compiled.classes());
    classes.put("rules.Intruder", Intruder.bytes());
    cache.keep(files.sha256(), new CompiledRules(compiled.models(), classes, compiled.index()));
    assertThat(cache.find(files.sha256())).isEmpty();
  }

  @Test
  void a_directory_that_cannot_be_written_costs_only_time() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    RuleBase.load(files, CompiledRulesCache.in(file, SecureRandom::new, Clock.systemUTC()))
        .orThrow();
    assertThat(file).hasContent("in the way");
  }

  @Test
  void a_directory_that_others_can_write_is_not_used() throws IOException {
    Path kept = directory.resolve("made/when/needed");
    RuleBase.load(files, cache()).orThrow();
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwxrwx---"));
    assertThat(cache().find(files.sha256())).isEmpty();
    RuleBase.load(files, cache()).orThrow();
    assertThat(cache().find(files.sha256())).isEmpty();
    assertThat(cache().use().orElseThrow().trouble()).contains("others can write it");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwx------"));
    assertThat(cache().find(files.sha256())).isPresent();
  }

  @Test
  void an_entry_that_is_a_link_is_compiled_anew() throws IOException {
    RuleBase.load(files, cache()).orThrow();
    Path elsewhere = Files.move(entry(), directory.resolve("elsewhere"));
    Files.createSymbolicLink(
        directory
            .resolve("made/when/needed")
            .resolve(CompiledRulesCache.key(files.sha256()) + ".rules"),
        elsewhere);
    assertThat(cache().find(files.sha256())).isEmpty();
  }

  @Test
  void packed_rules_are_found_without_compiling() throws IOException {
    Path packed = directory.resolve("rulebase.classes");
    PackRuleBase.pack(Path.of("src/test/resources/rulebases/small"), packed);
    CompiledRulesCache cache =
        CompiledRulesCache.none()
            .after(
                () -> {
                  try {
                    return java.util.Optional.of(Files.newInputStream(packed));
                  } catch (IOException e) {
                    return java.util.Optional.empty();
                  }
                });
    assertThat(cache.find(files.sha256())).isPresent();
    assertThat(directory.resolve("rulebase.manifest"))
        .content()
        .contains("  principles/deal/deal.drl\n")
        .doesNotContain("cases");
  }

  private CompiledRulesCache cache() {
    return CompiledRulesCache.in(
        directory.resolve("made/when/needed"), SecureRandom::new, Clock.systemUTC());
  }

  private Path packInAProcessOfItsOwn(String name) throws IOException, InterruptedException {
    Path output = directory.resolve(name);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                PackRuleBase.class.getName(),
                "src/test/resources/rulebases/small",
                output.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private Path entry() throws IOException {
    try (Stream<Path> all = Files.list(directory.resolve("made/when/needed"))) {
      return all.filter(it -> it.toString().endsWith(".rules")).findFirst().orElseThrow();
    }
  }
}
