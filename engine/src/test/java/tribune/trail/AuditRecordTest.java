package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.decision.Kind;
import tribune.decision.Level;
import tribune.document.CanonicalJson;
import tribune.proof.TreeHash;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Outcome;
import tribune.verdict.Paths;
import tribune.verdict.Severity;
import tribune.verdict.Verdict;

class AuditRecordTest {
  private static final long SEED = 4711;
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.060Z");
  private static final String LOG = "tribune.local/1f0c9a2e";

  @Test
  void an_audit_is_written_like_this() throws IOException {
    byte[] bytes = audited(Samples.failing()).bytes();
    assertThat(new String(bytes, UTF_8))
        .isEqualTo(golden("audited.json").replace("RULES", Samples.RULES.sha256().hex()));
    assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
  }

  @Test
  void records_of_the_trail_itself_are_written_like_this() {
    AuditRecord opened =
        new AuditRecord(LOG, 0, AT, new Actor("ada", null, "h"), new Body.Opened(Samples.ENGINE));
    assertThat(new String(opened.bytes(), UTF_8))
        .isEqualTo(
            ("{'actor':{'host':'h','name':'ada'},'at':'2026-01-02T03:04:05.060Z',"
                    + "'engine':{'drools':'10.2.0','jdk':'17.0.15','tribune':'0.1.0'},"
                    + "'log':'tribune.local/1f0c9a2e','seq':0,'type':'trail.opened','v':1}")
                .replace('\'', '"'));
    AuditRecord recovered =
        new AuditRecord(LOG, 3, AT, Samples.ACTOR, new Body.Recovered(Samples.ENGINE, 113));
    assertThat(new String(recovered.bytes(), UTF_8))
        .contains("\"recovery\":{\"bytes\":113}", "\"type\":\"trail.recovered\"");
    assertThat(AuditRecord.read(opened.bytes())).isEqualTo(opened);
    assertThat(AuditRecord.read(recovered.bytes())).isEqualTo(recovered);
  }

  @Test
  void a_rule_base_that_goes_live_is_written_like_this() {
    AuditRecord record = activated();
    String text =
        ("{'actor':{'host':'host.example','name':'ada','role':'board'},"
                + "'at':'2026-01-02T03:04:05.060Z',"
                + "'engine':{'drools':'10.2.0','jdk':'17.0.15','tribune':'0.1.0'},"
                + "'log':'tribune.local/1f0c9a2e','reason':'stricter since 2',"
                + "'rehearsal':{'backtest':{'audits':2,"
                + "'flips':[{'count':1,'from':'PASS','to':'FAIL'}],'notRerun':1,'records':3},"
                + "'cases':12,'warnings':1},"
                + "'rulebase':{'name':'shipped','sha256':'RULES','version':'2'},"
                + "'seq':7,'type':'rulebase.activated','v':1}")
            .replace('\'', '"')
            .replace("RULES", Samples.rules("2").sha256().hex());
    assertThat(new String(record.bytes(), UTF_8)).isEqualTo(text);
    assertThat(AuditRecord.read(record.bytes())).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"stricter since 2\"|\" \"|reason: found 1 characters",
        "\"to\":\"FAIL\"|\"to\":\"PASS\"|found 1 flips from PASS to PASS",
        "\"count\":1|\"count\":0|found 0 flips",
        "\"cases\":12|\"cases\":-12|a count below 0",
        "\"cases\":12|\"cases\":12,\"casez\":1|rehearsal.casez: a member that is not known",
        "\"reason\"|\"reasom\"|reason: missing"
      })
  void an_activation_that_does_not_make_sense_is_not_read(String good, String bad, String why) {
    String text = new String(activated().bytes(), UTF_8);
    assertThat(text).contains(good);
    assertThatThrownBy(() -> AuditRecord.read(text.replace(good, bad).getBytes(UTF_8)))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining(why);
  }

  @Test
  void an_activation_that_was_changed_never_breaks_the_reader() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] good = activated().bytes();
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(good.length)] = (byte) random.nextInt(32, 127);
      try {
        AuditRecord.read(changed);
      } catch (UnreadableRecord e) {
        assertThat(e).as("seed %d, case %d", SEED, i).hasMessageMatching("(?s).+");
      }
    }
  }

  private static AuditRecord activated() {
    Activation it = Samples.activation("2");
    Body body = new Body.Activated(it.ruleBase().ref(), it.reason(), it.engine(), it.rehearsal());
    return new AuditRecord(LOG, 7, AT, Samples.ACTOR, body);
  }

  @Test
  void every_record_is_read_back_as_it_was() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      AuditRecord record = audited(Samples.random(random));
      assertThat(AuditRecord.read(record.bytes()))
          .as("seed %d, case %d", SEED, i)
          .isEqualTo(record);
    }
  }

  @Test
  void bytes_that_were_changed_never_break_the_reader() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] good = audited(Samples.failing()).bytes();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(good.length)] = (byte) random.nextInt(32, 127);
      try {
        AuditRecord.read(changed);
        read++;
      } catch (UnreadableRecord e) {
        assertThat(e).as("seed %d, case %d", SEED, i).hasMessageMatching("(?s).+");
      }
    }
    assertThat(read).isBetween(1, 15_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"v\":1|\"v\":2|v: a version",
        "\"v\":1|\"w\":1|v: missing",
        "decision.audited|decision.revoked|newer Tribune",
        "\"seq\":7|\"seq\":0|opened by record 0",
        "03:04:05.060Z|03:04:05.06Z|at: found",
        "03:04:05.060Z|03:04:05.0601Z|at: found",
        "2026-01-02T|2026-02-30T|at: found",
        "\"verdict\":\"FAIL\"|\"verdict\":\"PASS\"|result.verdict: found PASS",
        "\"fail\":1|\"fail\":2|result.counts.fail: found 2",
        "\"outcome\":\"FAIL\"|\"outcome\":\"FALL\"|result.findings[0].outcome: found 'FALL'",
        "\"outcome\":\"FAIL\"|\"outcome\":\"NOT_APPLICABLE\"|a member that is not known here",
        "\"revision\":2|\"revision\":0|revisions count from 1",
        "\"asOf\":\"2025-03-11\"|\"asOf\":\"2025-03-32\"|result.asOf: found",
        "\"stakes\":\"HIGH\"|\"stakes\":\"HUGE\"|expected one of [LOW, MEDIUM, HIGH]",
        "\"check\":\"SIL-01\"|\"check\":\"LTR-01\"|two findings of check LTR-01",
        "\"bytes\":17|\"bytes\":-7|out of range",
        "\"bytes\":17|\"bytes\":\"x\"|expected a whole number"
      })
  void a_record_that_does_not_make_sense_is_not_read(String good, String bad, String problem) {
    String text = new String(audited(Samples.failing()).bytes(), UTF_8);
    assertThat(text).contains(good);
    assertThatThrownBy(() -> AuditRecord.read(text.replace(good, bad).getBytes(UTF_8)))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining(problem);
  }

  @Test
  void findings_stand_in_order_of_their_checks_and_are_counted() {
    AuditResult result = AuditResult.of(Level.LOW, List.of(), Samples.DAY, Samples.failing());
    assertThat(result.findings())
        .extracting(f -> f.check().text())
        .containsExactly("LTR-01", "SIL-01");
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.counts())
        .containsEntry(Outcome.FAIL, 1)
        .containsEntry(Outcome.NOT_APPLICABLE, 1)
        .containsEntry(Outcome.PASS, 0)
        .hasSize(5);
  }

  @Test
  void an_audit_without_stakes_and_title_is_read_back() {
    Body.Audited body =
        new Body.Audited(
            new DecisionRef("bags", 1, Kind.POLICY, null),
            new FactsRef("proposal/1", TreeHash.empty(), 0),
            Samples.RULES.ref(),
            Samples.ENGINE,
            AuditResult.of(null, List.of(), Samples.DAY, Samples.faulty()));
    AuditRecord record = new AuditRecord(LOG, 1, AT, Samples.ACTOR, body);
    assertThat(new String(record.bytes(), UTF_8)).doesNotContain("stakes", "title", "null");
    assertThat(AuditRecord.read(record.bytes())).isEqualTo(record);
  }

  @Test
  void a_record_that_is_too_long_says_which_finding_is_the_largest() {
    Finding huge =
        new Finding.Fail(
            new CheckId("CIN-07"),
            Severity.MINOR,
            Grounds.of(List.of(new Ground("r", "x".repeat(70_000), List.of(), Paths.NONE))));
    AuditRecord record = audited(List.of(Samples.failing().get(0), huge));
    assertThatThrownBy(() -> StoredRecord.of(record))
        .isInstanceOf(RecordTooLarge.class)
        .hasMessageContaining("expected at most 65535")
        .hasMessageContaining("the largest finding is CIN-07 (FAIL, 70");
    assertThatThrownBy(() -> AuditRecord.read(record.bytes())).isInstanceOf(UnreadableRecord.class);
  }

  @Test
  void times_have_whole_milliseconds() {
    assertThatThrownBy(
            () ->
                new AuditRecord(
                    LOG, 0, AT.plusNanos(1), Samples.ACTOR, new Body.Opened(Samples.ENGINE)))
        .hasMessageContaining("whole milliseconds");
    AuditRecord whole =
        new AuditRecord(
            LOG,
            0,
            Instant.parse("2026-01-01T00:00:00Z"),
            Samples.ACTOR,
            new Body.Opened(Samples.ENGINE));
    assertThat(new String(whole.bytes(), UTF_8)).contains("\"at\":\"2026-01-01T00:00:00.000Z\"");
  }

  private static AuditRecord audited(List<Finding> findings) {
    Body.Audited body =
        new Body.Audited(
            new DecisionRef("bags", 2, Kind.PRICING, "Charge for bags"),
            new FactsRef("proposal/1", TreeHash.empty(), 17),
            Samples.RULES.ref(),
            Samples.ENGINE,
            AuditResult.of(Level.HIGH, List.of(), Samples.DAY, findings));
    return new AuditRecord(LOG, 7, AT, Samples.ACTOR, body);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = AuditRecordTest.class.getResourceAsStream(name)) {
      return new String(requireNonNull(in).readAllBytes(), UTF_8).strip();
    }
  }
}
