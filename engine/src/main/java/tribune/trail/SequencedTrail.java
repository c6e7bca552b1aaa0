package tribune.trail;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tribune.proof.Hash;

/** A trail whose work is done by one sequencer, in whatever store; {@link Trails} opens one. */
final class SequencedTrail implements Trail {
  /** The newest is what is mostly asked for. */
  private static final int MOST_ACTIVATIONS_AT_ONCE = 8;

  private static final int PLACES_AT_ONCE = 4_096;

  private final OpenParts parts;
  private final Sequencer sequencer;
  private final SecureRandom random;
  private final String origin;

  private SequencedTrail(OpenParts parts, Sequencer sequencer, SecureRandom random) {
    this.parts = parts;
    this.origin = sequencer.call(parts.store()::origin);
    this.sequencer = sequencer;
    this.random = random;
  }

  /** Opens the parts of a trail in the thread that will work with them. */
  static SequencedTrail open(Callable<OpenParts> opening, SecureRandom random) {
    Sequencer sequencer = new Sequencer("tribune-trail");
    try {
      OpenParts parts = sequencer.call(opening);
      sequencer.commitWith(parts.committer()::commit);
      return new SequencedTrail(parts, sequencer, random);
    } catch (RuntimeException | Error e) {
      sequencer.close(() -> {});
      throw e;
    }
  }

  @Override
  public Receipt append(Draft draft) {
    return appendAll(List.of(draft)).get(0);
  }

  @Override
  public List<Receipt> appendAll(List<Draft> drafts) {
    if (drafts.isEmpty() || drafts.size() > MAX_DRAFTS) {
      throw new IllegalArgumentException(
          "found " + drafts.size() + " drafts, expected 1 to " + MAX_DRAFTS);
    }
    List<Addition> additions = drafts.stream().map(draft -> Addition.of(draft, random)).toList();
    return sequencer.submit(new Submission(additions));
  }

  @Override
  public Receipt activate(Activation activation) {
    return sequencer.submit(new Submission(List.of(Addition.of(activation)))).get(0);
  }

  @Override
  public Stream<StoredRecord> activations() {
    return Pages.stream(
        Long.MAX_VALUE,
        before -> page(tables -> tables.activations(before, MOST_ACTIVATIONS_AT_ONCE)));
  }

  @Override
  public Receipt recordExport(Actor actor, EngineRef engine, ExportRef export) {
    Addition addition = Addition.of(actor, new Body.Exported(engine, export));
    return sequencer.submit(new Submission(List.of(addition))).get(0);
  }

  @Override
  public Optional<StoredRecord> find(String decisionId) {
    return audit(
        tables -> tables.newest(decisionId, Optional.empty()),
        audited -> audited.decision().id().equals(decisionId),
        decisionId);
  }

  @Override
  public Optional<StoredRecord> find(String decisionId, int revision) {
    return audit(
        tables -> tables.newest(decisionId, Optional.of(revision)),
        audited ->
            audited.decision().id().equals(decisionId) && audited.decision().revision() == revision,
        decisionId + " revision " + revision);
  }

  @Override
  public Optional<StoredRecord> submitted(SubmissionKey key) {
    return audit(
        tables -> tables.submitted(key),
        audited -> audited.submission().equals(Optional.of(key)),
        "the key " + key);
  }

  @Override
  public Stream<StoredRecord> history(String decisionId) {
    return Pages.stream(
        Long.MAX_VALUE, before -> page(tables -> tables.history(decisionId, before, Pages.SIZE)));
  }

  @Override
  public Optional<StoredRecord> at(long seq) {
    return one(tables -> tables.record(seq));
  }

  @Override
  public Stream<StoredRecord> decisions(Filter filter) {
    TableQuery wanted = TableQuery.of(filter);
    int size = Math.min(Pages.SIZE, filter.limit());
    return Pages.stream(
            Long.MAX_VALUE, before -> page(tables -> tables.decisions(wanted, before, size)))
        .limit(filter.limit());
  }

  @Override
  public long[] places(Filter filter) {
    TableQuery wanted = TableQuery.of(filter);
    long[] found = new long[Pages.SIZE];
    int count = 0;
    long before = Long.MAX_VALUE;
    while (count < filter.limit()) {
      long bound = before;
      int most = Math.min(PLACES_AT_ONCE, filter.limit() - count);
      List<Long> page = query(tables -> tables.places(wanted, bound, most));
      if (page.isEmpty()) {
        break;
      }
      found = Arrays.copyOf(found, Math.max(found.length, 2 * (count + page.size())));
      for (long place : page) {
        found[count++] = place;
      }
      before = page.get(page.size() - 1);
    }
    return oldestFirst(found, count);
  }

  private static long[] oldestFirst(long[] newestFirst, int count) {
    long[] places = new long[count];
    for (int i = 0; i < count; i++) {
      places[i] = newestFirst[count - 1 - i];
    }
    return places;
  }

  @Override
  public List<String> decisionIds(String prefix, int limit) {
    return query(tables -> tables.decisionIds(prefix, limit));
  }

  @Override
  public Stream<StoredRecord> records(long fromSeq) {
    return ReadAhead.stream(
        fromSeq,
        from ->
            query(
                tables ->
                    new ReadAhead.Page(
                        new TableReader(tables), tables.records(from, from + Pages.SIZE))));
  }

  @Override
  public Optional<Payload> payload(long seq) {
    return query(tables -> tables.payload(seq));
  }

  @Override
  public Optional<StoredRuleBase> ruleBase(Hash sha256) {
    return query(
        tables -> {
          Optional<StoredRuleBase> found = tables.ruleBase(sha256);
          if (found.isPresent() && !found.get().sha256().equals(sha256)) {
            throw new TableReader(tables).unsoundRuleBase(sha256, found.get().sha256());
          }
          return found;
        });
  }

  @Override
  public List<RuleBaseRef> ruleBases() {
    return query(
        tables ->
            tables.ruleBases().stream()
                .map(tables::ruleBaseRef)
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public List<OutcomeCount> outcomes() {
    return query(TrailTables::outcomes);
  }

  @Override
  public Head head() {
    return sequencer.call(parts.store()::head);
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Optional<TrailHeld> held() {
    return parts.store().held();
  }

  @Override
  public Opening opening() {
    return parts.opening();
  }

  @Override
  public Soundness verify(Verification how) {
    Verifier verifier;
    try {
      verifier = working(() -> parts.store().verifier(how.since(), parts.key().verifier()));
    } catch (TrailUnsound e) {
      return new Soundness.Unsound(e.unsoundness());
    }
    try {
      return verifier.run(this::working, how);
    } finally {
      sequencer.call(
          () -> {
            verifier.close();
            return true;
          });
    }
  }

  @Override
  public KeyExchange rotateKey(Actor actor, EngineRef engine, String reason, OldKey fate) {
    return sequencer.call(() -> parts.committer().rotate(actor, engine, reason, fate));
  }

  @Override
  public boolean isUsable() {
    return sequencer.call(() -> !parts.committer().isStopped() && parts.store().isReachable());
  }

  @Override
  public TrailProofs proofs() {
    return new TrailProofs(this, parts.key());
  }

  /** All records there are now, to be read by {@link #working}. */
  RowSource rows() {
    return sequencer.call(parts.store()::rows);
  }

  /** Has this done by the thread of the trail, which alone may use its store. */
  <T> T working(Callable<T> work) {
    return sequencer.call(
        () -> {
          try {
            return work.call();
          } catch (StoreFailure e) {
            throw parts.store().failed(e);
          }
        });
  }

  @Override
  public void close() {
    sequencer.close(parts::close);
  }

  /** A question to the tables. */
  interface Query<T> {
    T ask(TrailTables tables);
  }

  /**
   * What the query columns lead to has to be what was asked for, or they are not what they were.
   */
  private Optional<StoredRecord> audit(
      Query<Optional<RecordRow>> query, Predicate<Body.Audited> answers, String asked) {
    Optional<StoredRecord> found = one(query);
    found
        .filter(it -> !(it.content().body() instanceof Body.Audited a && answers.test(a)))
        .ifPresent(
            it -> {
              throw query(tables -> new TableReader(tables).unsoundAnswer(it, asked));
            });
    return found;
  }

  private Optional<StoredRecord> one(Query<Optional<RecordRow>> query) {
    return query(tables -> query.ask(tables).map(new TableReader(tables)::checked));
  }

  private List<StoredRecord> page(Query<List<RecordRow>> query) {
    return query(
        tables -> query.ask(tables).stream().map(new TableReader(tables)::checked).toList());
  }

  <T> T query(Query<T> query) {
    return working(() -> query.ask(parts.store().tables()));
  }
}
