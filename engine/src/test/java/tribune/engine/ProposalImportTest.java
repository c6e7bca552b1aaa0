package tribune.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.intake.Intake;
import tribune.intake.IntakeFormat;
import tribune.intake.RejectedLine;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Actor;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.verdict.Verdict;

/**
 * Many proposals from one file: none is lost, none is recorded twice, whatever happens meanwhile.
 * {@code -Dtribune.import.lines=N} imports more.
 */
class ProposalImportTest {
  private static final int LINES = Integer.getInteger("tribune.import.lines", 10_000);
  private static final Actor ACTOR = new Actor("board", null, "localhost");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final RuleBase RULES = SmallRuleBase.asShipped().load();
  private static final ImportWatch SILENT = (soFar, bytes, rejected) -> {};

  @TempDir Path directory;

  /** Stops an import as a user does. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void ten_thousand_lines_take_no_minute_and_the_same_again_records_nothing() throws IOException {
    String file = lines(0, LINES);
    Instant start = Instant.now();
    Imported first = importing(RULES, file, SILENT);
    assertThat(first.audited()).isEqualTo(LINES);
    assertThat(first.verdicts().values().stream().mapToLong(it -> it).sum()).isEqualTo(LINES);
    Imported again = importing(RULES, file, SILENT);
    assertThat(again.known()).isEqualTo(LINES);
    assertThat(again.audited()).isZero();
    assertThat(again.verdicts()).isEqualTo(first.verdicts());
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(2));
    assertThat(recorded()).hasSize(LINES).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
  }

  @Test
  void it_goes_on_after_it_was_stopped_at_any_batch() throws IOException {
    int lines = 4 * ProposalImport.BATCH_LINES + 7;
    String file = lines(0, lines);
    List<Long> soFar = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      int batches = round;
      int[] seen = {0};
      try {
        importing(
            RULES,
            file,
            (imported, bytes, rejected) -> {
              if (seen[0]++ == batches) {
                soFar.add(imported.known());
                throw new Stop();
              }
            });
      } catch (Stop asMeant) {
        continue;
      }
    }
    assertThat(soFar).containsExactly(0L, 256L, 512L, 768L, 1024L);
    assertThat(importing(RULES, file, SILENT).known()).isEqualTo(lines);
    assertThat(recorded()).hasSize(lines).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
  }

  @Test
  void the_same_line_twice_is_recorded_once_and_another_revision_is_refused_alone()
      throws IOException {
    String file =
        line("A", "one")
            + line("B", "one")
            + line("A", "one")
            + line("A", "two")
            + line("C", "one");
    List<RejectedLine> rejects = new ArrayList<>();
    Imported imported =
        importing(RULES, file, (soFar, bytes, rejected) -> rejects.addAll(rejected));
    assertThat(imported.audited()).isEqualTo(3);
    assertThat(imported.known()).isEqualTo(1);
    assertThat(rejects).extracting(RejectedLine::number).containsExactly(4);
    assertThat(rejects.get(0).texts().get(0)).contains("IN-309").contains("revision 1 of A");
  }

  @Test
  void other_rules_audit_the_same_lines_anew() throws IOException {
    String file = lines(0, 3);
    importing(RULES, file, SILENT);
    RuleBase others = SmallRuleBase.sound().load();
    assertThat(importing(others, file, SILENT).audited()).isEqualTo(3);
    assertThat(importing(others, file, SILENT).known()).isEqualTo(3);
    assertThat(importing(RULES, file, SILENT).known()).isEqualTo(3);
  }

  @Test
  void a_trial_records_nothing() throws IOException {
    Imported imported =
        ProposalImport.trial(RULES, CLOCK.instant()).run(intake(line("A", "one") + "{}\n"), SILENT);
    assertThat(imported.audited()).isEqualTo(1);
    assertThat(imported.rejected()).isEqualTo(1);
    assertThat(imported.receipt()).isEmpty();
    assertThat(imported.verdicts()).containsOnlyKeys(Verdict.INCOMPLETE);
  }

  @Test
  void two_imports_at_once_make_no_doubles() throws IOException {
    String file = lines(0, 1_500);
    try (AuditEngine engine = engine(RULES)) {
      CompletableFuture<Imported> other =
          CompletableFuture.supplyAsync(() -> imported(engine, file));
      Imported one = imported(engine, file);
      assertThat(one.lines()).isEqualTo(other.join().lines()).isEqualTo(1_500);
    }
    assertThat(recorded()).hasSize(1_500).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
  }

  @Test
  void it_goes_on_after_its_process_was_killed() throws Exception {
    Path file = Files.writeString(directory.resolve("many.jsonl"), lines(0, 3_000));
    Path home = directory.resolve("home");
    for (int round = 1; round <= 3; round++) {
      Process child = ImportingChild.start(home, file);
      ImportingChild.awaitBatch(child, round);
      child.destroyForcibly();
      assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    Imported rest = importing(RULES, Files.readString(file), SILENT);
    assertThat(rest.lines()).isEqualTo(3_000);
    assertThat(rest.known()).isGreaterThanOrEqualTo(3 * ProposalImport.BATCH_LINES);
    assertThat(recorded()).hasSize(3_000).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
  }

  private static Imported imported(AuditEngine engine, String file) {
    try {
      return ProposalImport.recording(engine).run(intake(file), SILENT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Imported importing(RuleBase rules, String file, ImportWatch watch) throws IOException {
    try (AuditEngine engine = engine(rules)) {
      return ProposalImport.recording(engine).run(intake(file), watch);
    }
  }

  private AuditEngine engine(RuleBase rules) {
    return AuditEngine.open(directory.resolve("home"), rules, CLOCK, new SecureRandom(), ACTOR);
  }

  /** How often each decision is recorded. */
  private Map<String, Long> recorded() {
    try (AuditEngine engine = engine(RULES);
        Trail trail = engine.trail();
        Stream<StoredRecord> records = trail.records(0)) {
      return records
          .map(record -> record.content().body())
          .filter(Body.Audited.class::isInstance)
          .map(body -> ((Body.Audited) body).decision().id())
          .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
  }

  static Intake intake(String file) throws IOException {
    InputStream in = new ByteArrayInputStream(file.getBytes(UTF_8));
    return Intake.open(IntakeFormat.JSONL, "file", in).orThrow();
  }

  private static String lines(int from, int to) {
    StringBuilder file = new StringBuilder();
    for (int i = from; i < to; i++) {
      file.append(line("D-" + i, "number " + i));
    }
    return file.toString();
  }

  private static String line(String id, String title) {
    return "{\"decision\": {\"id\": \"%s\", \"title\": \"%s\", \"kind\": \"PRICING\", \"adverse\": \"yes\"}}\n"
        .formatted(id, title);
  }
}
