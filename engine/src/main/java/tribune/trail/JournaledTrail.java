package tribune.trail;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import tribune.proof.Hash;

/** A trail with a journal in front of its index; see {@link Opener} for how one is opened. */
public final class JournaledTrail implements Trail {
  private final Opener.Parts parts;
  private final Sequencer sequencer;
  private final SecureRandom random;

  private JournaledTrail(Opener.Parts parts, Sequencer sequencer, SecureRandom random) {
    this.parts = parts;
    this.sequencer = sequencer;
    this.random = random;
  }

  /**
   * Opens the trail of a home, and begins one if there is none. When this returns, everything that
   * was ever acknowledged is there and can be queried.
   *
   * @param home a directory; made, for its owner only, if it is not there
   * @throws TrailHeld if another process has it open
   * @throws TrailUnsound if journal and index are not what was written
   * @throws TrailStopped if the disk fails at once
   * @throws java.io.UncheckedIOException if the home cannot be read or written
   */
  public static Trail open(Path home, TrailSetup setup, TrailIndex.Store store) {
    Sequencer sequencer = new Sequencer("tribune-trail");
    try {
      Opener.Parts parts = sequencer.call(() -> new Opener(home, setup, store).open());
      sequencer.commitWith(parts.committer()::commit);
      return new JournaledTrail(parts, sequencer, setup.random());
    } catch (RuntimeException | Error e) {
      sequencer.close(() -> {});
      throw e;
    }
  }

  /** Whether a trail was begun in this home; opens nothing. */
  public static boolean exists(Path home) {
    return Opener.exists(home);
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
  public Optional<StoredRecord> find(String decisionId) {
    return one(index -> index.newest(decisionId, Optional.empty()));
  }

  @Override
  public Optional<StoredRecord> find(String decisionId, int revision) {
    return one(index -> index.newest(decisionId, Optional.of(revision)));
  }

  @Override
  public Stream<StoredRecord> history(String decisionId) {
    return Pages.stream(
        Long.MAX_VALUE, before -> page(index -> index.history(decisionId, before, Pages.SIZE)));
  }

  @Override
  public Optional<StoredRecord> at(long seq) {
    return one(index -> index.record(seq));
  }

  @Override
  public Stream<StoredRecord> decisions(Filter filter) {
    IndexQuery wanted = IndexQuery.of(filter);
    return Pages.stream(
            Long.MAX_VALUE,
            before ->
                page(
                    index -> index.decisions(wanted, before, Math.min(Pages.SIZE, filter.limit()))))
        .limit(filter.limit());
  }

  @Override
  public List<String> decisionIds(String prefix, int limit) {
    return query(index -> index.decisionIds(prefix, limit));
  }

  @Override
  public Stream<StoredRecord> records(long fromSeq) {
    return Pages.stream(
        fromSeq - 1, last -> page(index -> index.records(last + 1, last + 1 + Pages.SIZE)));
  }

  @Override
  public Optional<Payload> payload(long seq) {
    return query(index -> index.payload(seq));
  }

  @Override
  public Optional<StoredRuleBase> ruleBase(Hash sha256) {
    Optional<StoredRuleBase> found = query(index -> index.ruleBase(sha256));
    found
        .filter(ruleBase -> !ruleBase.sha256().equals(sha256))
        .ifPresent(
            ruleBase -> {
              throw IndexReader.unsoundRuleBase(sha256, ruleBase.sha256());
            });
    return found;
  }

  @Override
  public Head head() {
    return sequencer.call(() -> parts.committer().mark().head());
  }

  @Override
  public String origin() {
    return parts.committer().origin();
  }

  @Override
  public Opening opening() {
    return parts.opening();
  }

  @Override
  public Soundness verify() {
    Verifier verifier =
        sequencer.call(
            () -> new Verifier(parts.journal(), parts.index(), parts.committer().mark()));
    Optional<Soundness> result = sequencer.call(verifier::step);
    while (result.isEmpty()) {
      result = sequencer.call(verifier::step);
    }
    return result.get();
  }

  @Override
  public void close() {
    sequencer.close(parts::close);
  }

  /** A question to the index. */
  private interface Query<T> {
    T ask(TrailIndex index);
  }

  private Optional<StoredRecord> one(Query<Optional<IndexRecord>> query) {
    return query(query).map(IndexReader::checked);
  }

  private List<StoredRecord> page(Query<List<IndexRecord>> query) {
    return query(query).stream().map(IndexReader::checked).toList();
  }

  private <T> T query(Query<T> query) {
    Callable<T> work =
        () -> {
          parts.committer().requireIndexed();
          return query.ask(parts.index());
        };
    return sequencer.call(work);
  }
}
