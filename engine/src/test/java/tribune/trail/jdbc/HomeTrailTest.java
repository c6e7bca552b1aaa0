package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tribune.document.Json;
import tribune.trail.Body;
import tribune.trail.Draft;
import tribune.trail.Head;
import tribune.trail.NoRoomLeft;
import tribune.trail.Opening;
import tribune.trail.RecordTooLarge;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;

class HomeTrailTest extends TrailContract {
  private TestHome home;

  @Override
  TestStore store(Path directory) {
    home = new TestHome(directory.resolve("a home with blanks").resolve("tribune"));
    return home;
  }

  @Test
  void a_new_home_begins_with_the_record_that_opens_the_trail() throws IOException {
    try (Trail trail = home.open()) {
      assertThat(trail.opening()).isEqualTo(new Opening(Opening.State.NEW, 0, 0));
      assertThat(trail.origin()).matches("tribune\\.local/[0-9a-f]{8}");
      StoredRecord first = trail.at(0).orElseThrow();
      assertThat(first.content().body()).isEqualTo(new Body.Opened(Samples.ENGINE));
      assertThat(first.content().log()).isEqualTo(trail.origin());
      assertThat(first.content().actor()).isEqualTo(Samples.ACTOR);
      assertThat(trail.head()).isEqualTo(new Head(1, first.leaf()));
      assertSound(trail);
    }
    String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path()));
    assertThat(rights).isEqualTo("rwx------");
    try (var files = Files.list(home.file("."))) {
      assertThat(files.toList())
          .hasSize(5)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .as("%s", file)
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_batch_is_lines_of_text_and_a_rule_base_is_written_once() throws IOException {
    try (Trail trail = home.open()) {
      trail.appendAll(IntStream.range(0, 250).mapToObj(i -> Samples.draft("d" + i, 1)).toList());
    }
    try (var lines = Files.lines(home.journal())) {
      Map<String, Long> words =
          lines.collect(
              Collectors.groupingBy(line -> line.split("[\t ]", 2)[0], Collectors.counting()));
      assertThat(words)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "tribune",
                  1L,
                  "record",
                  251L,
                  "checkpoint",
                  2L,
                  "seal",
                  2L,
                  "file",
                  2L,
                  "rulebase",
                  1L));
    }
  }

  @Test
  void what_is_refused_leaves_no_byte_in_the_journal() throws IOException {
    Json.Members longFacts = Json.Members.of(Map.of("x", new Json.Text("y".repeat(1_048_576))));
    try (Trail trail = home.open()) {
      long before = Files.size(home.journal());
      assertThatThrownBy(() -> trail.append(Samples.withFacts(Samples.draft("a", 1), longFacts)))
          .isInstanceOf(RecordTooLarge.class);
      assertThat(Files.size(home.journal())).isEqualTo(before);
    }
  }

  @Test
  void texts_and_lengths_of_all_kinds_outlive_the_index() {
    Json.Members facts = Json.Members.of(Map.of("x", new Json.Text("y".repeat(1_048_576 - 8))));
    Draft odd =
        Samples.draft(
            "e\u0301 \ud83d\ude00", 1, "tab\tquote\" \u2028", List.of("\u00c4mter"), List.of());
    StoredRuleBase rules =
        StoredRuleBase.of("big", "1", Map.of("a.drl", new byte[StoredRuleBase.MAX_FILE_BYTES]));
    try (Trail trail = home.open()) {
      trail.append(odd);
      trail.append(Samples.withRules(Samples.withFacts(Samples.draft("a", 1), facts), rules));
    }
    home.deleteIndex();
    try (Trail trail = home.open()) {
      assertThat(trail.find("\u00e9 \ud83d\ude00")).isPresent();
      assertThat(trail.payload(2).orElseThrow().json()).isEqualTo(facts);
      assertThat(trail.ruleBase(rules.sha256())).contains(rules);
      assertSound(trail);
    }
  }

  @Test
  void a_disk_that_is_nearly_full_is_not_filled() {
    try (Trail trail = home.open()) {
      trail.append(Samples.draft("a", 1));
    }
    try (Trail trail = home.open(home.setup().withReserveBytes(Long.MAX_VALUE / 2))) {
      assertThatThrownBy(() -> trail.append(Samples.draft("b", 1)))
          .isInstanceOf(NoRoomLeft.class)
          .hasMessageContaining("make room and try again");
      assertThat(trail.find("a")).isPresent();
    }
    try (Trail trail = home.open()) {
      assertThat(trail.append(Samples.draft("b", 1)).seq()).isEqualTo(2);
    }
  }

  @Test
  void a_home_whose_path_could_pass_for_settings_is_refused() {
    TestHome odd = new TestHome(home.path().resolveSibling("x;INIT=RUNSCRIPT"));
    assertThatThrownBy(odd::open).hasMessageContaining("semicolon");
    assertThat(odd.path()).doesNotExist();
  }
}
