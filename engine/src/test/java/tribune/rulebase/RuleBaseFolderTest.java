package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.layout.LaidOut;

/** A directory that somebody sent, with links, pipes and folders that lead away or never end. */
@Timeout(60)
class RuleBaseFolderTest {
  private static final Path SMALL = Path.of("src/test/resources/rulebases/small");
  private static final String SECRET = "the secret of somebody else";

  @TempDir Path temporary;
  private Path directory;
  private Path outside;

  @BeforeEach
  void copy() throws IOException {
    directory = temporary.resolve("rules");
    try (Stream<Path> walk = Files.walk(SMALL)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(SMALL.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    outside = Files.writeString(temporary.resolve("outside.txt"), SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rulebase.yaml", "extra.drl", "principles/deal/deal.drl", "gaps.yaml"})
  void a_link_that_leads_out_is_refused_and_what_it_leads_to_is_not_read(String name)
      throws IOException {
    Files.deleteIfExists(directory.resolve(name));
    Files.createSymbolicLink(directory.resolve(name), outside);
    assertThat(refused())
        .contains("error[RB-006]: this is a link that leads out of the rule base")
        .contains("--> " + directory.resolve(name))
        .contains("put the file itself in its place")
        .doesNotContain(SECRET);
  }

  @Test
  void a_link_out_by_way_of_the_parent_is_refused_too() throws IOException {
    Files.createSymbolicLink(directory.resolve("extra.drl"), Path.of("../outside.txt"));
    assertThat(refused()).contains("RB-006");
  }

  @Test
  void a_link_to_a_file_within_is_that_file() throws IOException {
    String before = RuleBaseFiles.in(directory).orThrow().sha256();
    Path drl = directory.resolve(SmallRuleBase.DRL);
    Path text = directory.resolve("principles/deal/deal.txt");
    Files.move(drl, text);
    Files.createSymbolicLink(drl, Path.of("deal.txt"));
    assertThat(RuleBaseFiles.in(directory).orThrow().sha256()).isEqualTo(before);
  }

  @Test
  void the_directory_itself_may_be_a_link() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
    RuleBaseFiles files = RuleBaseFiles.in(link).orThrow();
    assertThat(files.sha256()).isEqualTo(RuleBaseFiles.in(directory).orThrow().sha256());
    assertThat(files.place()).isEqualTo(link.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"principles/more", "base"})
  void a_link_to_a_folder_is_refused_wherever_it_leads(String name) throws IOException {
    Files.createSymbolicLink(directory.resolve(name), directory.resolve("principles"));
    assertThat(refused())
        .contains("error[RB-006]: this is a link to a folder")
        .contains("--> " + directory.resolve(name));
  }

  @Test
  void a_link_to_nowhere_is_refused_but_for_the_lock_of_an_editor() throws IOException {
    Path principle = directory.resolve("principles/deal");
    Files.createSymbolicLink(principle.resolve(".#deal.drl"), Path.of("me@here.4711"));
    assertThat(RuleBaseFiles.in(directory).diagnostics()).isEmpty();
    Files.createSymbolicLink(principle.resolve("more.drl"), Path.of("gone.drl"));
    assertThat(refused()).contains("error[RB-006]: this is a link to nowhere");
  }

  @Test
  void a_pipe_is_refused_and_not_waited_for() throws IOException, InterruptedException {
    Path pipe = directory.resolve("extra.drl");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(refused()).contains("error[RB-006]: this is no file").contains("a pipe");
    Files.delete(pipe);
    Path named = temporary.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", named.toString()).start().waitFor()).isZero();
    Files.createSymbolicLink(pipe, named);
    assertThat(refused()).contains("error[RB-006]");
  }

  @Test
  void a_device_is_refused_and_not_read() throws IOException {
    Files.createSymbolicLink(directory.resolve("extra.drl"), Path.of("/dev/zero"));
    assertThat(refused()).contains("error[RB-006]");
  }

  @Test
  void folders_that_stand_in_each_other_too_deeply_are_refused() throws IOException {
    Path deep = directory.resolve("principles");
    for (int i = 0; i < 40; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    assertThat(refused()).contains("error[RB-002]").contains("more than 10 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%d.drl", "%d.txt"})
  void too_many_files_are_refused_whatever_they_are(String name) throws IOException {
    int many = name.endsWith(".drl") ? 2_100 : 21_000;
    for (int i = 0; i < many; i++) {
      Files.createFile(directory.resolve("principles/deal").resolve(name.formatted(i)));
    }
    assertThat(refused()).contains("error[RB-002]: too large: it has too many files");
  }

  @Test
  void a_file_that_is_too_large_is_refused() throws IOException {
    Files.write(directory.resolve("extra.drl"), new byte[Source.LIMIT_BYTES + 1]);
    assertThat(refused()).contains("error[RB-002]: too large: extra.drl");
  }

  @Test
  void files_that_are_too_large_together_are_refused() throws IOException {
    byte[] much = " ".repeat(Source.LIMIT_BYTES).getBytes(UTF_8);
    for (int i = 0; i < 33; i++) {
      Files.write(directory.resolve(i + ".drl"), much);
    }
    assertThat(refused())
        .contains("error[RB-002]: too large: its files have more bytes together")
        .contains("32 MiB in all");
  }

  @Test
  void what_is_no_part_of_a_rule_base_may_be_anything() throws IOException {
    String before = RuleBaseFiles.in(directory).orThrow().sha256();
    Files.createSymbolicLink(directory.resolve("notes"), directory);
    Files.createSymbolicLink(directory.resolve("essay.txt"), outside);
    Files.createSymbolicLink(directory.resolve("principles/deal/essay.txt"), outside);
    Files.createDirectories(directory.resolve("target/1/2/3/4/5/6/7/8/9/10/11/12/13"));
    assertThat(RuleBaseFiles.in(directory).orThrow().sha256()).isEqualTo(before);
  }

  @Test
  void nothing_is_laid_out_through_a_link() throws IOException {
    Files.writeString(outside, "name:   other");
    Path description = directory.resolve("rulebase.yaml");
    Files.delete(description);
    Files.createSymbolicLink(description, outside);
    Reading<List<LaidOut>> laidOut = LaidOut.in(directory);
    assertThat(laidOut.diagnostics()).extracting(it -> it.code().id()).containsExactly("RB-006");
    assertThat(outside).hasContent("name:   other");
  }

  @Test
  void a_link_within_is_laid_out_as_the_file_it_leads_to() throws IOException {
    Path more = directory.resolve("principles/deal/more.drl");
    Files.createSymbolicLink(more, Path.of("deal.drl"));
    assertThat(LaidOut.in(directory).orThrow())
        .filteredOn(it -> it.path().toString().endsWith(".drl"))
        .extracting(LaidOut::path)
        .containsExactly(
            directory.resolve("derivations.drl"), directory.resolve(SmallRuleBase.DRL));
  }

  private String refused() {
    return RuleBaseFiles.in(directory).fold(sound -> "sound", Reading.Faulty::text);
  }
}
