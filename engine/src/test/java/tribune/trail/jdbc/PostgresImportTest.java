package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tribune.engine.AuditEngine;
import tribune.engine.Imported;
import tribune.engine.ProposalImport;
import tribune.intake.Intake;
import tribune.intake.IntakeFormat;
import tribune.rulebase.RuleBase;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Body;
import tribune.trail.Samples;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/** Two imports of the same file into one database, each through a connection of its own. */
class PostgresImportTest {
  private static final int LINES = 1_000;
  private static final RuleBase RULES = SmallRuleBase.asShipped().load();

  @Test
  void two_imports_at_once_make_no_doubles() {
    TestDatabase database = TestDatabase.create();
    database.open().close();
    CompletableFuture<Imported> other = CompletableFuture.supplyAsync(() -> importing(database));
    Imported one = importing(database);
    assertThat(one.lines()).isEqualTo(LINES);
    assertThat(other.join().lines()).isEqualTo(LINES);
    assertThat(one.rejected() + other.join().rejected()).isZero();
    try (Trail trail = database.open();
        Stream<StoredRecord> records = trail.records(0)) {
      List<String> recorded =
          records
              .map(record -> record.content().body())
              .filter(Body.Audited.class::isInstance)
              .map(body -> ((Body.Audited) body).decision().id())
              .toList();
      assertThat(recorded).hasSize(LINES).doesNotHaveDuplicates();
    }
  }

  private static Imported importing(TestDatabase database) {
    try (AuditEngine engine =
        new AuditEngine(RULES, database.open(), Clock.systemUTC(), Samples.ACTOR)) {
      return ProposalImport.recording(engine).run(intake(), (soFar, bytes, rejected) -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Intake intake() throws IOException {
    StringBuilder file = new StringBuilder("decision.id,decision.title,decision.kind\n");
    for (int i = 0; i < LINES; i++) {
      file.append("D-").append(i).append(",t,POLICY\n");
    }
    return Intake.open(
            IntakeFormat.CSV, "file", new ByteArrayInputStream(file.toString().getBytes(UTF_8)))
        .orThrow();
  }
}
