package tribune.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.decision.Proposal;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.Sha256;
import tribune.intake.ReadLine;
import tribune.schema.RecordWriter;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.RecordTooLarge;
import tribune.trail.RevisionTaken;
import tribune.trail.StoredRecord;
import tribune.trail.SubmissionKey;
import tribune.trail.SubmissionTaken;
import tribune.trail.TrailException;

/**
 * Lines are audited and recorded, each under a key that follows from its facts and the rule base.
 * So the same line is recorded once, however often and by however many it is imported, and again
 * where the rule base is another one.
 */
final class RecordingDesk implements ImportDesk {
  private static final String KEY = "import-";

  private final AuditEngine engine;

  RecordingDesk(AuditEngine engine) {
    this.engine = engine;
  }

  @Override
  public ImportedDraft draft(ReadLine line) {
    return line.proposal()
        .fold(
            sound -> draft(line, sound.value()),
            faulty -> new ImportedDraft.Settled(new ImportedLine.Rejected(line.rejected())));
  }

  /** What was imported before is not evaluated again, so that an import goes on quickly. */
  private ImportedDraft draft(ReadLine line, Proposal proposal) {
    Json.Members facts = RecordWriter.json(proposal);
    SubmissionKey key = key(facts, engine.rules().sha256());
    Optional<ImportedDraft> before =
        engine
            .trail()
            .submitted(key)
            .filter(record -> holds(record, facts))
            .flatMap(RecordingDesk::audited)
            .map(it -> new ImportedDraft.Settled(new ImportedLine.Known(it.result().verdict())));
    return before.orElseGet(() -> new ImportedDraft.Open(line, engine.assess(proposal), key));
  }

  static SubmissionKey key(Json.Members facts, String rules) {
    byte[] content =
        CanonicalJson.write(Json.Members.of(Map.of("facts", facts, "rules", new Json.Text(rules))));
    return new SubmissionKey(KEY + Sha256.hex(content));
  }

  /** Anybody may have used that key for something else. */
  private boolean holds(StoredRecord record, Json.Members facts) {
    boolean isOfTheseRules =
        audited(record)
            .map(it -> it.ruleBase().sha256().hex().equals(engine.rules().sha256()))
            .orElse(false);
    return isOfTheseRules
        && engine
            .trail()
            .payload(record.seq())
            .map(Payload::json)
            .filter(facts::equals)
            .isPresent();
  }

  private static Optional<Body.Audited> audited(StoredRecord record) {
    return record.content().body() instanceof Body.Audited audited
        ? Optional.of(audited)
        : Optional.empty();
  }

  @Override
  public List<ImportedLine> settle(List<ImportedDraft> drafts) {
    List<ImportedDraft.Open> open = new ArrayList<>();
    for (ImportedDraft draft : drafts) {
      if (draft instanceof ImportedDraft.Open wanted) {
        open.add(wanted);
      }
    }
    IdentityHashMap<ImportedDraft, ImportedLine> recorded = new IdentityHashMap<>();
    record(open, engine.trail().head().size(), new HashSet<>(), recorded);
    return drafts.stream()
        .map(it -> it instanceof ImportedDraft.Settled settled ? settled.line() : recorded.get(it))
        .toList();
  }

  /**
   * Records these together. If the trail refuses one of them it refuses all, so the halves are
   * tried, in their order, until the refused one is alone.
   *
   * @param before how many records there were before the batch
   * @param fresh the places of the records that were made for the batch
   */
  private void record(
      List<ImportedDraft.Open> open,
      long before,
      Set<Long> fresh,
      IdentityHashMap<ImportedDraft, ImportedLine> recorded) {
    if (open.isEmpty()) {
      return;
    }
    try {
      List<Audit> audits =
          engine.record(
              open.stream().map(ImportedDraft.Open::assessment).toList(),
              open.stream().map(ImportedDraft.Open::key).toList());
      for (int i = 0; i < open.size(); i++) {
        recorded.put(open.get(i), line(audits.get(i), before, fresh));
      }
    } catch (RevisionTaken | RecordTooLarge | SubmissionTaken e) {
      if (open.size() == 1) {
        recorded.put(open.get(0), refused(open.get(0), e));
        return;
      }
      int half = open.size() / 2;
      record(open.subList(0, half), before, fresh, recorded);
      record(open.subList(half, open.size()), before, fresh, recorded);
    }
  }

  /** A second line with the same facts gets the receipt of the first. */
  private static ImportedLine line(Audit audit, long before, Set<Long> fresh) {
    boolean isNew = audit.receipt().seq() >= before && fresh.add(audit.receipt().seq());
    return isNew
        ? new ImportedLine.Audited(audit.verdict(), Optional.of(audit.receipt()))
        : new ImportedLine.Known(audit.verdict());
  }

  private static ImportedLine refused(ImportedDraft.Open draft, TrailException refusal) {
    return new ImportedLine.Rejected(draft.line().refused(String.valueOf(refusal.getMessage())));
  }
}
