package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.shell.line.ExitCode;

/** What {@code rules new} writes is sound, fully tested and laid out as it stands. */
class RulesNewTest {
  private final Desk desk = Desk.cleared("rules-new");
  private final Path rules = desk.home().resolve("Our rules 2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--principle FAIR --check FAI-100",
        "--title=It's \"ours\": all",
        "--extends customer-centricity --principle OWN2",
      })
  void a_rule_base_is_whole_and_so_is_it_with_more_in_it(String options) {
    begin(options);
    isWhole();
    String check =
        options.contains("FAIR") ? "FAI-101" : options.contains("OWN2") ? "OWN-02" : "OURS-02";
    begin("--check " + check);
    isWhole();
    begin("--principle TRUST3 --title=Told:_early");
    begin("--principle TRUST3 --check TRU-999");
    isWhole();
  }

  @Test
  void nothing_that_is_there_is_written_over() throws IOException {
    begin("");
    Path cases = rules.resolve("principles/ours/ours-02.cases.yaml");
    Files.writeString(cases, "mine");
    List<String> before = texts();
    assertThat(refused("--check OURS-02")).contains("there already").contains("ours-02.cases.yaml");
    assertThat(refused("")).contains("there is a rule base").contains("--check ID");
    assertThat(texts()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--principle TWO"})
  void nothing_is_made_behind_a_link_that_leads_away(String options) throws IOException {
    Path outside = Files.createDirectories(desk.home().resolve("outside"));
    if (options.isEmpty()) {
      Files.createDirectories(rules);
      Files.createSymbolicLink(rules.resolve("principles"), outside.toAbsolutePath());
    } else {
      begin("");
      Files.createSymbolicLink(rules.resolve("principles/two"), outside.toAbsolutePath());
    }
    assertThat(refused(options)).contains("error[RB-006]").contains("a link to a folder");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void ids_that_are_taken_or_malformed_or_of_no_principle_are_refused() {
    begin("");
    assertThat(refused("--check OURS-01")).contains("free is OURS-02");
    assertThat(refused("--check OURS-1")).contains("LTR-03");
    assertThat(refused("--principle ours")).contains("capitals");
    assertThat(refused("--principle OURS")).contains("--check OURS-02");
    begin("--principle TWO");
    assertThat(refused("--check XX-01")).contains("--principle OURS|TWO");
    Trial.Outcome outcome =
        desk.run("rules", "new", rules + "x", "--extends", "customer-centricty");
    assertThat(outcome.err()).contains("did you mean customer-centricity?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "two\rlines",
        "two\r\nlines",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u000bb",
        "a\u0000b",
        "a\tb",
        "a\u202eb",
        "a\u200bb",
        "a \\u000a b",
        "   ",
        ""
      })
  void a_title_that_would_break_its_line_or_hide_something_is_refused(String title) {
    for (String more : List.of("", "--check OURS-02", "--principle TWO")) {
      List<String> words = new ArrayList<>(List.of("new", rules.toString(), "--title=" + title));
      words.addAll(Stream.of(more.split(" ")).filter(it -> !it.isEmpty()).toList());
      Trial.Outcome outcome = run(words.toArray(String[]::new));
      assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.err()).contains("title").contains("one line");
      assertThat(outcome.out()).isEmpty();
      begunUnlessThere();
    }
  }

  @Test
  void a_title_is_no_longer_than_people_read() {
    assertThat(refused("--title=" + "long".repeat(61))).contains("240 characters");
  }

  /** All in one rule base, as compiling takes its time. */
  @Test
  void a_title_may_say_anything_else() {
    List<String> titles =
        List.of(
            "yes",
            "rule \"OURS-01 fails\" when then end",
            "*/ /* # not: a [comment]",
            "C:\\Users \\ \"",
            "null",
            "1.0",
            "- - -",
            "it's ' \" \\",
            "@CHECK@ @NOSUCH@",
            "\u20ac 5 \u2014 f\u00fcr \u201ealle\u201c \ud83d\ude00");
    for (int i = 0; i < titles.size(); i++) {
      String title = "--title=" + titles.get(i);
      Trial.Outcome outcome =
          run("new", rules.toString(), String.format("--check=OURS-%02d", i + 1), title);
      assertThat(outcome.code()).as(title + outcome.err()).isEqualTo(ExitCode.OK);
    }
    isWhole();
    for (int i = 1; i < titles.size(); i++) {
      String id = String.format("OURS-%02d", i + 1);
      String page = run("show", id, "--rules", rules.toString(), "--output", "json").out();
      assertThat(StrictJson.read(page).findValuesAsText("title")).as(id).contains(titles.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUST\n", "TR\nUST", "T\u0000", "TRUST\u2028", " TRUST"})
  void an_id_holds_capitals_and_digits_and_nothing_else(String id) {
    for (String option : List.of("--principle=", "--check=", "--check=OURS-01")) {
      Trial.Outcome outcome = run("new", rules.toString(), option + id);
      assertThat(outcome.code()).as(option + id).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.err()).contains("capitals");
      assertThat(rules).doesNotExist();
    }
  }

  private void begunUnlessThere() {
    if (!Files.exists(rules)) {
      begin("");
    }
  }

  private void isWhole() {
    assertThat(run("check", "--strict", "--rules", rules.toString()).out())
        .isEqualTo("SOUND  nothing was found\n");
    Trial.Outcome test =
        run("test", "--coverage", "--min-coverage", "100", "--rules", rules.toString());
    assertThat(test.code()).as(test.out() + test.err()).isEqualTo(ExitCode.OK);
    assertThat(test.out()).doesNotContain("no case").doesNotContain("NO ").doesNotContain("none");
    assertThat(run("fmt", rules.toString(), "--check").out()).startsWith("SAME");
  }

  private void begin(String options) {
    Trial.Outcome outcome = begun(options);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }

  private String refused(String options) {
    Trial.Outcome outcome = begun(options);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    return outcome.err();
  }

  private Trial.Outcome begun(String options) {
    List<String> given =
        options.startsWith("--title") ? List.of(options) : List.of(options.strip().split(" +", -1));
    Stream<String> words = Stream.concat(Stream.of("new", rules.toString()), given.stream());
    return run(words.filter(it -> !it.isEmpty()).toArray(String[]::new));
  }

  private Trial.Outcome run(String... words) {
    return desk.run(Stream.concat(Stream.of("rules"), Stream.of(words)).toArray(String[]::new));
  }

  private List<String> texts() throws IOException {
    try (Stream<Path> files = Files.walk(rules)) {
      return files.filter(Files::isRegularFile).sorted().map(RulesNewTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return file + "\n" + Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
