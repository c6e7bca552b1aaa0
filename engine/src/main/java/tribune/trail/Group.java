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
 * Submissions on their way into a store, to become durable as one batch: what is written with one
 * sync has one seal, so that after a power cut all of it is there or none. Gives each record its
 * place and time. A submission that is refused leaves no trace in the group. Used by one thread.
 */
final class Group {
  private final TrailTables tables;
  private final long start;
  private final Clock clock;
  private final String origin;
  private final Head before;
  private final Part all = new Part();
  private TrailEnd end;
  private boolean askedForActivation;
  private Optional<StoredRecord> storedActivation = Optional.empty();

  private record DecisionKey(String id, int revision) {}

  /** What becomes of one submission, or of all. */
  private static final class Part {
    private final List<StoredRuleBase> ruleBases = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final List<StoredRecord> answers = new ArrayList<>();
    private final Map<DecisionKey, Payload> facts = new HashMap<>();
    private final Map<SubmissionKey, Entry> submitted = new HashMap<>();
    private Optional<StoredRecord> activated = Optional.empty();

    void add(Part other) {
      ruleBases.addAll(other.ruleBases);
      entries.addAll(other.entries);
      nodes.addAll(other.nodes);
      facts.putAll(other.facts);
      submitted.putAll(other.submitted);
      activated = other.activated.or(() -> activated);
    }

    Optional<RuleBaseRef> ruleBase(Hash sha256) {
      return ruleBases.stream()
          .map(StoredRuleBase::ref)
          .filter(ref -> ref.sha256().equals(sha256))
          .findFirst();
    }
  }

  /**
   * @param origin the name of the trail, used if it has no record yet
   * @param end what the first record has to follow
   */
  Group(TrailTables tables, Clock clock, String origin, TrailEnd end) {
    this.tables = tables;
    this.clock = clock;
    this.origin = origin;
    this.before = end.head();
    this.end = end;
    this.start = end.tree().size();
  }

  /** How many records are before the group. */
  long start() {
    return start;
  }

  /**
   * Adds one submission, without what is recorded already under its keys.
   *
   * @return the records in the order of the additions, those that were recorded before included
   * @throws SubmissionTaken if something else was recorded under one of the keys
   * @throws RevisionTaken if a revision was audited before with other facts
   * @throws RecordTooLarge if a record is too long
   * @throws RulesReplaced if an audit was made on the rule base in force, and another one is now
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
      requireInForce(part, addition);
      Entry entry = new Entry(record(addition, after), addition.payload());
      requireSameFacts(part, entry);
      after = after.plus(entry.record(), part.nodes::add);
      part.entries.add(entry);
      part.answers.add(entry.record());
      if (addition.body() instanceof Body.Activated) {
        part.activated = Optional.of(entry.record());
      }
      entry.submission().ifPresent(key -> part.submitted.put(key, entry));
      addRuleBase(part, addition.ruleBase());
    }
    all.add(part);
    end = after;
    return part.answers;
  }

  /** Whether nothing is to be recorded. */
  boolean isEmpty() {
    return all.entries.isEmpty();
  }

  private Optional<StoredRecord> recordedBefore(Part part, Addition addition) {
    Optional<SubmissionKey> key = addition.submission();
    Optional<Entry> before =
        key.flatMap(
            it ->
                Optional.ofNullable(part.submitted.get(it))
                    .or(() -> Optional.ofNullable(all.submitted.get(it)))
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
            .or(() -> Optional.ofNullable(all.facts.get(key)))
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

  /**
   * Others may have activated a rule base since this audit asked for the one in force. Before the
   * first activation that is the shipped one, which only those know who ship it.
   */
  private void requireInForce(Part part, Addition addition) {
    Optional<Body.Audited> audited = addition.audited();
    if (audited.isEmpty() || addition.choice() == Draft.RuleChoice.NAMED) {
      return;
    }
    RuleBaseRef found = audited.get().ruleBase();
    activated(part)
        .filter(it -> !it.content().body().namedRuleBase().equals(Optional.of(found)))
        .ifPresent(
            it -> {
              throw new RulesReplaced(audited.get().decision(), found, it);
            });
  }

  /** The newest activation before this: what is in the store is asked for once a group. */
  private Optional<StoredRecord> activated(Part part) {
    return part.activated.or(() -> all.activated).or(this::storedActivation);
  }

  private Optional<StoredRecord> storedActivation() {
    if (!askedForActivation) {
      askedForActivation = true;
      storedActivation =
          tables.activations(Long.MAX_VALUE, 1).stream()
              .findFirst()
              .map(new TableReader(tables)::checked);
    }
    return storedActivation;
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
    return part.ruleBase(sha256)
        .or(() -> all.ruleBase(sha256))
        .or(() -> tables.ruleBaseRef(sha256));
  }

  /** All of it, with the checkpoint over it. */
  Batch batch(StoredCheckpoint checkpoint) {
    return new Batch(
        all.ruleBases, all.entries, all.nodes, before, end.head(), List.of(checkpoint));
  }

  /** What the record after the last one has to follow. */
  TrailEnd end() {
    return end;
  }
}
