package tribune.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static tribune.shell.Desk.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.engine.AuditEngine;
import tribune.live.Candidate;
import tribune.rulebase.Budget;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBaseFiles;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.ExitCode;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/** Homes that are in use, unusable or tampered with, and what the demo and the doctor do there. */
class HomeTest {

  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");

  private static final String PRINCIPLE = "principles/deal/principle.yaml";

  /** And shorter than those wait who record. */
  private static final long LONGER_THAN_READERS_WAIT_MS = 600;

  private Desk desk;

  @BeforeEach
  void clear(TestInfo test) {
    desk = Desk.cleared("home-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void a_home_in_use_is_not_recorded_in_and_who_uses_it_is_told() {
    desk.house("audit", proposal("fails.yaml"));
    try (Trail held = held()) {
      for (String line :
          List.of(
              "audit " + proposal("fails.yaml"),
              "import " + Path.of("src", "test", "resources", "desk", "imports", "year.jsonl"),
              "rules use " + Desk.rules() + " --reason why --yes",
              "export --format jsonl --to " + desk.home().resolve("export"),
              "trail key rotate --reason why",
              "trail rebuild")) {
        Trial.Outcome outcome = desk.house(line.split(" "));
        assertThat(outcome.code()).as(line).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.out()).as(line).isEmpty();
        assertThat(outcome.err().lines().filter(it -> !it.startsWith("warning: stopped")))
            .as("nothing is read for %s", line)
            .hasSize(1);
        assertThat(outcome.err().replaceAll("\\s+", " "))
            .contains("in use by process 4711 on testhost since 2026-01-02T03:04:05Z")
            .contains("(tribune audit bags.yaml)")
            .doesNotContain("Exception");
      }
      assertThat(held.head().size()).isEqualTo(2);
    }
    assertThat(desk.house("audit", proposal("fails.yaml")).code()).isEqualTo(ExitCode.FAIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decisions",
        "show BAGS",
        "explain BAGS",
        "trail status",
        "trail verify",
        "doctor"
      })
  void a_home_in_use_is_read_as_it_is_now_and_who_uses_it_is_told(String line) {
    desk.house("audit", proposal("fails.yaml"));
    Trial.Outcome alone = desk.house(line.split(" "));
    try (Trail held = held()) {
      Trial.Outcome outcome = desk.house(line.split(" "));
      assertThat(outcome.code()).isEqualTo(ExitCode.OK);
      assertThat(stable(outcome)).isEqualTo(stable(alone));
      assertThat(outcome.out().contains("not compared")).isEqualTo(line.equals("trail verify"));
      assertThat(outcome.err().replaceAll("\\s+", " "))
          .contains("warning: process 4711 on testhost since 2026-01-02T03:04:05Z")
          .contains("(tribune audit bags.yaml) has the trail open")
          .contains("2 records as of now");
      assertThat(held.head().size()).isEqualTo(2);
    }
  }

  @Test
  void an_audit_that_waits_is_on_the_rule_base_that_was_activated_meanwhile() throws Exception {
    desk.run("audit", proposal("passes.yaml"));
    Path lighter = desk.rulesWith(PRINCIPLE, "severity: MAJOR", "severity: MINOR");
    Trail held = held();
    Candidate candidate = candidate(lighter);
    Thread other =
        new Thread(
            () -> {
              pause(LONGER_THAN_READERS_WAIT_MS);
              candidate.activate(held, Given.actor(), "it weighed too much");
              held.close();
            });
    other.start();
    Trial.Outcome outcome = desk.run("audit", proposal("fails.yaml"), "--output", "json");
    other.join();
    assertThat(outcome.err()).doesNotContain("has the trail open");
    JsonNode shown = StrictJson.read(desk.run("show", "BAGS", "--output", "json").out());
    assertThat(shown.at("/record/rulebase/name").asText()).isEqualTo("house-rules");
    assertThat(shown.at("/record/seq").asInt()).isEqualTo(3);
    assertThat(desk.run("trail", "verify").code()).isEqualTo(ExitCode.OK);
  }

  /** One that may go live, all of its cases run. */
  private static Candidate candidate(Path directory) {
    RuleBaseFiles files = RuleBaseFiles.in(directory, ShippedRuleBase.byName()).orThrow();
    Candidate candidate = Candidate.of(files, CompiledRulesCache.none(), Budget.DEFAULT).orThrow();
    assertThat(candidate.test().holds()).isTrue();
    candidate.backtest(Optional.empty(), 1, 0, each -> {});
    return candidate;
  }

  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this", e);
    }
  }

  @Test
  void faulty_rules_begin_no_trail() {
    Path broken = desk.rulesWith("principles/deal/deal.drl", "kind == Kind", "knd == Kind");
    Trial.Outcome outcome = desk.run("audit", proposal("fails.yaml"), "--rules", broken.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(desk.home().resolve("trail")).doesNotExist();
  }

  private static String stable(Trial.Outcome outcome) {
    return outcome
        .out()
        .replaceAll("\\d+ ms", "(so) ms")
        .replaceAll("\\d+ MiB", "(much)")
        .replaceAll("(?m)^index .*\\R(?: +.*\\R)*", "");
  }

  private Trail held() {
    TrailSetup setup =
        TrailSetup.of(
            Clock.fixed(SINCE, ZoneOffset.UTC),
            Given.random(),
            Given.actor(),
            AuditEngine.version(),
            4711,
            "tribune audit bags.yaml");
    return HomeTrail.open(desk.home(), setup);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "decisions", "show BAGS", "explain BAGS", "demo", "doctor"})
  void a_home_that_is_a_file_is_refused(String command) throws IOException {
    Files.createDirectories(desk.home().getParent());
    Files.createFile(desk.home());
    String line = command.equals("audit") ? "audit " + proposal("fails.yaml") : command;
    Trial.Outcome outcome = desk.house(line.split(" "));
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
    assertThat((outcome.out() + outcome.err()).replaceAll("\\s+", " "))
        .contains("cannot be used: it is a file, and a directory is needed")
        .contains("--home")
        .doesNotContain("Exception");
  }

  @Test
  void a_home_with_a_file_where_the_trail_should_be_is_refused() throws IOException {
    Files.createDirectories(desk.home());
    Files.createFile(desk.home().resolve("trail"));
    Trial.Outcome outcome = desk.house("audit", proposal("fails.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).contains("cannot be used").doesNotContain("Exception");
  }

  @Test
  void a_semicolon_in_the_path_is_refused_before_anything_is_made() {
    Desk odd = desk.within("a;b");
    Trial.Outcome outcome = odd.house("audit", proposal("fails.yaml"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("may not hold a semicolon");
    assertThat(odd.home()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "decisions", "show REFUNDS", "explain REFUNDS", "doctor"})
  void a_trail_whose_end_was_tampered_with_is_unsound(String command) throws IOException {
    desk.house("audit", proposal("fails.yaml"));
    desk.house("audit", proposal("passes.yaml"));
    replaceLast(desk.home().resolve("trail").resolve("journal"), "Refunds", "refunds");
    String line = command.equals("audit") ? "audit " + proposal("fails.yaml") : command;
    Trial.Outcome outcome = desk.house(line.split(" "));
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.UNSOUND);
    assertThat(outcome.out() + outcome.err()).doesNotContain("Exception");
  }

  @Test
  void a_trail_that_was_tampered_with_anywhere_is_unsound_to_the_doctor() throws IOException {
    desk.house("audit", proposal("fails.yaml"));
    desk.house("audit", proposal("passes.yaml"));
    replaceLast(desk.home().resolve("trail").resolve("journal"), "25 dollars", "15 dollars");
    Trial.Outcome outcome = desk.house("doctor");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNSOUND);
    assertThat(outcome.out()).contains("trail  BAD").doesNotContain("Exception");
  }

  @Test
  void what_an_audit_prints_is_what_is_shown_later() {
    JsonNode audited =
        StrictJson.read(desk.house("audit", proposal("fails.yaml"), "--output", "json").out());
    JsonNode receipt = audited.at("/audits/0/receipt");
    JsonNode shown = StrictJson.read(desk.house("show", "BAGS", "--output", "json").out());
    assertThat(shown.get("leaf")).isEqualTo(receipt.get("leaf"));
    assertThat(shown.at("/record/seq")).isEqualTo(receipt.get("seq"));
    assertThat(shown.at("/record/result/findings")).isEqualTo(audited.at("/audits/0/findings"));
    assertThat(audited.at("/audits/0/findings")).hasSize(4);
    JsonNode listed = StrictJson.read(desk.house("decisions", "--output", "json").out());
    assertThat(listed.at("/records/0")).isEqualTo(shown.get("record"));
  }

  @Test
  void a_record_keeps_its_rule_base_so_other_rules_explain_nothing() {
    desk.house("audit", proposal("fails.yaml"));
    Trial.Outcome outcome = desk.run("explain", "BAGS", "DEA-01");
    assertThat(outcome.out())
        .contains("Existing customers keep their deal")
        .contains("contract.txt");
    assertThat(outcome.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void the_demo_leaves_the_history_alone_and_what_it_suggests_works() {
    desk = Desk.cleared("d");
    Trial.Outcome demo = desk.run("demo");
    assertThat(demo.code()).isEqualTo(ExitCode.OK);
    assertThat(demo.err()).isEmpty();
    assertThat(desk.run("decisions").out()).isEmpty();
    List<String> suggested = suggestions(demo.out());
    assertThat(suggested).hasSize(5);
    for (String line : suggested) {
      Trial.Outcome outcome = desk.within("demo").run(line.split(" "));
      assertThat(outcome.code()).as(line).isEqualTo(ExitCode.OK);
      assertThat(outcome.out()).as(line).isNotEmpty();
    }
    assertThat(desk.run("demo").code()).isEqualTo(ExitCode.OK);
    JsonNode json = StrictJson.read(desk.run("demo", "--output", "json").out());
    assertThat(json.get("audits")).hasSize(6);
    assertThat(json.at("/audits/0/receipt/seq").asInt()).isEqualTo(13);
  }

  @Test
  void the_demo_says_what_to_do_when_its_samples_have_changed() {
    String other = "{decision: {id: NETFLIX-2011, title: Another one, kind: PRICING}}";
    Trial.Outcome old = desk.within("demo").house(new Trial().input(other), "audit", "-");
    assertThat(old.code().isAnswer()).isTrue();
    Trial.Outcome demo = desk.run("demo");
    assertThat(demo.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(demo.err()).contains("remove that directory, then run demo again");
  }

  @Test
  void the_doctor_reads_the_whole_trail() {
    String nothing = doctor("table").replaceAll("\\s+", " ");
    assertThat(nothing).contains("none yet").contains("made when the first");
    assertThat(desk.home()).doesNotExist();
    desk.house("audit", proposal("fails.yaml"), proposal("passes.yaml"));
    Golden.check("doctor-plain.txt", Desk.stable(doctor("plain")));
    String json = doctor("json");
    assertThat(StrictJson.read(json).get("findings")).hasSize(6);
    Golden.check("doctor.json", Desk.stable(json));
    assertThat(doctor("table").lines().filter(it -> it.contains("  OK  "))).hasSize(6);
  }

  private String doctor(String format) {
    Trial trial = new Trial().environment("TRIBUNE_CACHE", desk.cache().toString());
    return desk.house(trial, "doctor", "--output", format).out();
  }

  @ParameterizedTest
  @CsvSource({
    "/own/cache, /xdg, /own/cache/rules",
    "'', /xdg, /xdg/tribune/rules",
    "'', '', /nowhere/.cache/tribune/rules",
    "'', not/absolute, /nowhere/.cache/tribune/rules"
  })
  void the_cache_is_the_users_and_in_no_home(String own, String xdg, String expected) {
    Trial trial = new Trial().environment("TRIBUNE_CACHE", own).environment("XDG_CACHE_HOME", xdg);
    JsonNode found = StrictJson.read(desk.run(trial, "doctor", "--output", "json").out());
    assertThat(found.get("findings"))
        .filteredOn(it -> it.get("what").asText().equals("cache"))
        .singleElement()
        .satisfies(it -> assertThat(it.get("says").asText()).startsWith(expected));
  }

  @Test
  void a_cache_that_cannot_be_written_costs_time_and_the_doctor_says_so() throws IOException {
    Path file = Files.writeString(Files.createTempFile("cache", ".txt"), "in the way");
    Trial trial = new Trial().environment("TRIBUNE_CACHE", file.toString());
    Trial.Outcome doctor = desk.house(trial, "doctor");
    assertThat(doctor.code()).isEqualTo(ExitCode.OK);
    assertThat(doctor.out().replaceAll("\\s+", " "))
        .contains("cache LOOK")
        .contains("is not used: it cannot be written")
        .contains("Name another directory with TRIBUNE_CACHE");
    assertThat(file).hasContent("in the way");
  }

  @Test
  void a_template_is_the_same_in_every_format() {
    String table = desk.run("template", "pricing").out();
    assertThat(table).contains("kind: PRICING");
    assertThat(desk.run("template", "pricing", "--output", "plain").out()).isEqualTo(table);
    JsonNode json = StrictJson.read(desk.run("template", "pricing", "--output", "json").out());
    assertThat(json.get("template").asText().lines())
        .containsExactlyElementsOf(table.lines().toList());
  }

  @Test
  void a_script_audits_and_looks_back_in_one_session() {
    Trial trial =
        new Trial()
            .input(
                "audit " + proposal("fails.yaml") + "\nshow BAGS\nexplain BAGS DEA-01\ndoctor\n");
    Trial.Outcome outcome = desk.house(trial);
    assertThat(outcome.code()).isEqualTo(ExitCode.FAIL);
    assertThat(outcome.out()).contains("no. 1 of tribune.local/").contains("2 records, all sound");
    assertThat(outcome.err())
        .isEqualTo(
            "Next: `explain BAGS` says more; correct the proposal, raise its revision, audit"
                + " again.\n");
  }

  private static List<String> suggestions(String printed) {
    return printed
        .lines()
        .dropWhile(line -> !line.startsWith("Try next"))
        .skip(1)
        .map(line -> line.strip().replaceAll(" {2,}.*", ""))
        .toList();
  }

  private static void replaceLast(Path file, String found, String replacement) throws IOException {
    String text = Files.readString(file, ISO_8859_1);
    int at = text.lastIndexOf(found);
    String changed = text.substring(0, at) + replacement + text.substring(at + found.length());
    Files.writeString(file, changed, ISO_8859_1);
  }
}
