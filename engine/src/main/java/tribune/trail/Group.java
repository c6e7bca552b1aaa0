package tribune.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * Batches on their way into a store, to become durable together. Gives each record its place and
 * time. A submission that is refused leaves no trace in the group. Used by one thread.
 */
final class Group {
  private final TrailTables tables;
  private final long start;
  private final Clock clock;
  private final String origin;
  private final List<Batch> batches = new ArrayList<>();
  private final Map<DecisionKey, Payload> facts = new HashMap<>();
  private final Map<Hash, RuleBaseRef> ruleBases = new HashMap<>();
  private final Map<SubmissionKey, Entry> submitted = new HashMap<>();
  private TrailEnd end;

  private record DecisionKey(String id, int revision) {}

  /** What becomes of one submission. */
  private static final class Part {
    private final List<StoredRuleBase> ruleBases = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final List<StoredRecord> answers = new ArrayList<>();
    private final Map<DecisionKey, Payload> facts = new HashMap<>();
    private final Map<SubmissionKey, Entry> submitted = new HashMap<>();
  }

  /**
   * @param origin the name of the trail, used if it has no record yet
   * @param end what the first record has to follow
   */
  Group(TrailTables tables, Clock clock, String origin, TrailEnd end) {
    this.tables = tables;
    this.clock = clock;
    this.origin = origin;
    this.end = end;
    this.start = end.tree().size();
  }

  /** How many records are before the group. */
  long start() {
    return start;
  }

  /**
   * Adds one batch of those that are not recorded yet under their keys.
   *
   * @return the records in the order of the additions, those that were recorded before included
   * @throws SubmissionTaken if something else was recorded under one of the keys
   * @throws RevisionTaken if a revision was audited before with other facts
   * @throws RecordTooLarge if a record is too long
   */
  List<StoredRecord> add(List<Addition> additions) {
    Part part = new Part();
    TrailEnd after = end;
    for (Addition addition : additions) {
      Optional<StoredRecord> before = recordedBefore(part, addition);
      if (before.isPresent()) {
        part.answers.add(before.get());
        continue;
      }
      Entry entry = new Entry(record(addition, after), addition.payload());
      requireSameFacts(part, entry);
      after = after.plus(entry.record(), part.nodes::add);
      part.entries.add(entry);
      part.answers.add(entry.record());
      entry.submission().ifPresent(key -> part.submitted.put(key, entry));
      addRuleBase(part, addition.ruleBase());
    }
    if (!part.entries.isEmpty()) {
      take(part, after);
    }
    return part.answers;
  }

  /** Whether nothing is to be recorded. */
  boolean isEmpty() {
    return batches.isEmpty();
  }

  private Optional<StoredRecord> recordedBefore(Part part, Addition addition) {
    Optional<SubmissionKey> key = addition.submission();
    Optional<Entry> before =
        key.flatMap(
            it ->
                Optional.ofNullable(part.submitted.get(it))
                    .or(() -> Optional.ofNullable(submitted.get(it)))
                    .or(() -> recorded(it)));
    if (before.isPresent() && !addition.isAsIn(before.get())) {
      throw new SubmissionTaken(
          key.orElseThrow(), before.get().record(), addition.audited().orElseThrow().decision());
    }
    return before.map(Entry::record);
  }

  private Optional<Entry> recorded(SubmissionKey key) {
    return tables
        .submitted(key)
        .map(new TableReader(tables)::checked)
        .map(record -> new Entry(record, tables.payload(record.seq()).orElse(null)));
  }

  private void requireSameFacts(Part part, Entry entry) {
    Optional<DecisionRef> decision = entry.audited().map(Body.Audited::decision);
    Payload payload = entry.payload();
    if (decision.isEmpty() || payload == null) {
      return;
    }
    DecisionKey key = new DecisionKey(decision.get().id(), decision.get().revision());
    boolean same =
        Optional.ofNullable(part.facts.get(key))
            .or(() -> Optional.ofNullable(facts.get(key)))
            .or(() -> recorded(key))
            .map(payload::sameFacts)
            .orElse(true);
    if (!same) {
      throw new RevisionTaken(decision.get());
    }
    part.facts.put(key, payload);
  }

  private Optional<Payload> recorded(DecisionKey key) {
    return tables
        .newest(key.id(), Optional.of(key.revision()))
        .flatMap(record -> tables.payload(record.seq()));
  }

  private StoredRecord record(Addition addition, TrailEnd after) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant at = now.isBefore(after.at()) ? after.at() : now;
    String log = after.log() == null ? origin : after.log();
    long seq = after.tree().size();
    return StoredRecord.of(new AuditRecord(log, seq, at, addition.actor(), addition.body()));
  }

  private void addRuleBase(Part part, @Nullable StoredRuleBase ruleBase) {
    if (ruleBase == null) {
      return;
    }
    Optional<RuleBaseRef> known = known(part, ruleBase.sha256());
    if (known.isEmpty()) {
      part.ruleBases.add(ruleBase);
    } else if (!known.get().equals(ruleBase.ref())) {
      throw new IllegalArgumentException(
          "the same files are recorded under another name: found "
              + ruleBase
              + ", expected "
              + known.get());
    }
  }

  private Optional<RuleBaseRef> known(Part part, Hash sha256) {
    return part.ruleBases.stream()
        .map(StoredRuleBase::ref)
        .filter(ref -> ref.sha256().equals(sha256))
        .findFirst()
        .or(() -> Optional.ofNullable(ruleBases.get(sha256)))
        .or(() -> tables.ruleBaseRef(sha256));
  }

  private void take(Part part, TrailEnd after) {
    batches.add(
        new Batch(part.ruleBases, part.entries, part.nodes, end.head(), after.head(), List.of()));
    facts.putAll(part.facts);
    submitted.putAll(part.submitted);
    part.ruleBases.forEach(ruleBase -> ruleBases.put(ruleBase.sha256(), ruleBase.ref()));
    end = after;
  }

  /** All batches, with the checkpoint over them at the end of the last. */
  List<Batch> batches(StoredCheckpoint checkpoint) {
    List<Batch> signed = new ArrayList<>(batches);
    int last = signed.size() - 1;
    signed.set(last, signed.get(last).signed(checkpoint));
    return signed;
  }

  /** What the record after the last one has to follow. */
  TrailEnd end() {
    return end;
  }
}
