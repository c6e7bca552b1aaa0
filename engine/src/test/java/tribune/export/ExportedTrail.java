package tribune.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.engine.AuditEngine;
import tribune.export.format.ExportFormats;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.rulebase.SmallRuleBase;
import tribune.trail.Draft;
import tribune.trail.Filter;
import tribune.trail.Samples;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/**
 * A trail with real and made-up audits under three rule bases, its export, and two older
 * checkpoints: one of it, one of a trail that has the same key and another history.
 */
record ExportedTrail(
    Path export,
    Path part,
    String key,
    Path old,
    Path forked,
    StoredCheckpoint otherLog,
    Exported exported) {
  /** An export of the first form, which had no lists of lines; its tables are of version 0.0.9. */
  static final Path BEFORE_LINES = Path.of("src/test/resources/tribune/export/before-lines");

  static final int RECORDS = 14;
  static final int OLD_SIZE = 9;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

  static TrailSetup setup() {
    return TrailSetup.of(CLOCK, new SecureRandom(), Samples.ACTOR, Samples.ENGINE, 1, "test");
  }

  static ExportedTrail in(Path directory) throws Exception {
    Path home = directory.resolve("home");
    Path export = directory.resolve("export");
    Path old = directory.resolve("old.checkpoint");
    Path forked = directory.resolve("forked.checkpoint");
    Exported exported;
    String key;
    try (AuditEngine engine =
        new AuditEngine(
            SmallRuleBase.asShipped().load(),
            HomeTrail.open(home, setup()),
            CLOCK,
            Samples.ACTOR)) {
      audits(engine, 4);
      CompiledVerifier.copy(home, directory.resolve("fork"));
      audits(engine, OLD_SIZE - 5);
      Files.write(old, engine.trail().proofs().newest().orElseThrow().note().toArray());
      for (int i = 0; i < 5; i++) {
        Draft draft =
            Samples.draft(
                "MADE-" + i, 1, "\u0085 \u2028 \" \\ \u001f", List.of(), Samples.passing());
        engine.trail().append(Samples.withRules(draft, Samples.rules("" + (1 + i / 3))));
      }
      exported = Exports.all(engine.trail(), export);
      Exports.of(engine.trail(), part(old), directory.resolve("part"));
      key = engine.trail().proofs().newest().orElseThrow().key();
    }
    try (Trail fork = HomeTrail.open(directory.resolve("fork"), setup())) {
      fork.append(Samples.draft("FORK", 1));
      Files.write(forked, fork.proofs().newest().orElseThrow().note().toArray());
    }
    try (Trail other = HomeTrail.open(directory.resolve("other"), setup())) {
      other.append(Samples.draft("OTHER", 1));
      return new ExportedTrail(
          export,
          directory.resolve("part"),
          key,
          old,
          forked,
          other.proofs().newest().orElseThrow(),
          exported);
    }
  }

  /** What did not pass after the older checkpoint. */
  private static ExportRequest part(Path old) throws IOException {
    return ExportRequest.of(ExportFormats.all())
        .withFilter(Optional.of(Filter.ALL.withSearch("made")))
        .withSince(Optional.of(SignedCheckpoint.parse(Files.readAllBytes(old))));
  }

  private static void audits(AuditEngine engine, int count) {
    for (int i = 0; i < count; i++) {
      String id = "REAL-" + engine.trail().head().size();
      String title = "Fee \u00e9 \ud83d\ude00";
      engine.audit(
          ProposalReader.read(
                  Source.of(
                      "bags.yaml",
                      "decision: {id: "
                          + id
                          + ", title: \""
                          + title
                          + "\", kind: PRICING, adverse: yes, retroactive: yes}"))
              .orThrow());
    }
  }
}
