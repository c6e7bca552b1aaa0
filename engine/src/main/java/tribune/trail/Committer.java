package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.note.Signer;

/**
 * Makes submissions durable, several with one sync and one signature: gives them place and time,
 * signs what the trail comes to with them, has the store keep all of it, and only then answers. The
 * same for every store. Used by one thread.
 */
final class Committer {
  private final TrailStore store;
  private final Clock clock;
  private final String origin;
  private final TrailKey key;
  private @Nullable TrailStopped stopped;
  private long signedTo = -1;

  /**
   * A submission that is in the group, and its records.
   *
   * @param before receipts of those that were recorded before, by place
   */
  private record Waiting(
      Submission submission, List<StoredRecord> records, Map<Long, Receipt> before) {
    void acknowledge(Head head, StoredCheckpoint checkpoint) {
      submission
          .answer()
          .complete(records.stream().map(it -> receipt(it, head, checkpoint)).toList());
    }

    private Receipt receipt(StoredRecord it, Head head, StoredCheckpoint checkpoint) {
      Receipt first = before.get(it.seq());
      return first == null
          ? new Receipt(it.seq(), it.content().at(), it.leaf(), head, checkpoint)
          : first;
    }

    /** For one of which all was recorded before. */
    void acknowledge() {
      submission
          .answer()
          .complete(records.stream().map(it -> requireNonNull(before.get(it.seq()))).toList());
    }
  }

  /**
   * @param origin the name of the trail, used if it has no record yet
   * @param key that of this trail
   */
  Committer(TrailStore store, Clock clock, String origin, TrailKey key) {
    this.store = store;
    this.clock = clock;
    this.origin = origin;
    this.key = key;
  }

  /** Makes these durable, with one sync and one signature, and answers each of them. */
  void commit(List<Submission> submissions) {
    try {
      requireGoing();
      make(submissions).run();
    } catch (TrailException e) {
      stopped = e instanceof TrailStopped stop ? stop : stopped;
      submissions.forEach(submission -> submission.answer().completeExceptionally(e));
    }
  }

  /**
   * Makes one record durable that the trail writes of itself.
   *
   * @throws TrailException if it could not be made durable
   * @throws IllegalArgumentException if the trail is not one that can be followed by it
   */
  void write(Actor actor, Body body) {
    Submission submission = new Submission(List.of(Addition.of(actor, body)));
    commit(List.of(submission));
    try {
      submission.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private void requireGoing() {
    if (stopped != null) {
      throw stopped;
    }
  }

  /**
   * Makes these durable.
   *
   * @return answers all that were not refused
   */
  private Runnable make(List<Submission> submissions) {
    try {
      TrailEnd before = store.begin();
      Group group = new Group(store.tables(), clock, origin, before);
      List<Waiting> waiting = grouped(group, submissions, before.tree().size());
      if (group.isEmpty()) {
        return () -> waiting.forEach(Waiting::acknowledge);
      }
      StoredCheckpoint checkpoint = keep(group);
      Head head = group.end().head();
      return () -> waiting.forEach(it -> it.acknowledge(head, checkpoint));
    } catch (StoreFailure e) {
      throw store.failed(e);
    } finally {
      store.release();
    }
  }

  private List<Waiting> grouped(Group group, List<Submission> submissions, long size) {
    List<Waiting> waiting = new ArrayList<>();
    for (Submission submission : submissions) {
      try {
        List<StoredRecord> records = group.add(submission.additions());
        Map<Long, Receipt> before = new HashMap<>();
        records.stream()
            .filter(record -> record.seq() < size)
            .forEach(record -> before.put(record.seq(), firstReceipt(record)));
        waiting.add(new Waiting(submission, records, before));
      } catch (StoreFailure e) {
        throw e;
      } catch (RuntimeException e) {
        submission.answer().completeExceptionally(e);
      }
    }
    return waiting;
  }

  /** The receipt that was or would have been given when the record was made durable. */
  private Receipt firstReceipt(StoredRecord record) {
    StoredCheckpoint checkpoint =
        store
            .tables()
            .firstCheckpoint(record.seq() + 1)
            .orElseThrow(
                () ->
                    new TableReader(store.tables())
                        .unsound(
                            record.seq(),
                            "table checkpoint",
                            "no checkpoint over the record",
                            "that of its receipt"));
    Checkpoint signed = checkpoint.signed().claimed();
    return new Receipt(
        record.seq(),
        record.content().at(),
        record.leaf(),
        new Head(signed.size(), signed.root()),
        checkpoint);
  }

  /**
   * The one place where a group is complete, its head is final and nothing of it is durable yet:
   * here the head is signed.
   */
  private StoredCheckpoint keep(Group group) {
    lookAtKey(group);
    StoredCheckpoint checkpoint = key.sign(group.end().head());
    keep(group, checkpoint);
    return checkpoint;
  }

  private void keep(Group group, StoredCheckpoint checkpoint) {
    store.keep(group.batch(checkpoint), group.end());
    key.belongTo(group.end().origin(), Optional.of(checkpoint.key()));
    signedTo = checkpoint.size();
  }

  /**
   * Others may have recorded meanwhile, and exchanged the key. What nobody signed for is not signed
   * for now.
   */
  private void lookAtKey(Group group) {
    if (key.isNew() || group.start() != signedTo) {
      TrailTables tables = store.tables();
      Optional<StoredCheckpoint> newest = tables.newestCheckpoint();
      newest
          .filter(it -> it.size() < group.start())
          .ifPresent(
              it -> {
                throw new TrailUnsound(
                    Unsoundness.ofUnsigned(tables.standing(), it.size(), group.start()));
              });
      key.belongTo(group.end().origin(), newest.map(StoredCheckpoint::key));
    }
  }

  /**
   * Makes a new key, and records that it signs from here on.
   *
   * @param fate of the old key
   * @throws TrailException if it could not be recorded; then the old key signs, unless that is not
   *     certain, and the next opening knows
   */
  KeyExchange rotate(Actor actor, EngineRef engine, String reason, OldKey fate) {
    requireGoing();
    try {
      Group group = new Group(store.tables(), clock, origin, store.begin());
      String oldKey = signedBy();
      Signer next = key.next();
      String newKey = next.verifier().text();
      Body body = new Body.Rotated(engine, oldKey, newKey, reason);
      StoredRecord record = group.add(List.of(Addition.of(actor, body))).get(0);
      StoredCheckpoint checkpoint = key.signWithBoth(group.end().head(), next);
      store.keep(group.batch(checkpoint), group.end());
      signedTo = checkpoint.size();
      Receipt receipt =
          new Receipt(
              record.seq(), record.content().at(), record.leaf(), group.end().head(), checkpoint);
      TrailKey.Exchanged files = key.exchange(oldKey, next, fate);
      return new KeyExchange(receipt, oldKey, newKey, files.old(), files.trouble());
    } catch (StoreFailure e) {
      throw stoppedBy(store.failed(e));
    } catch (TrailStopped e) {
      throw stoppedBy(e);
    } finally {
      store.release();
    }
  }

  private TrailStopped stoppedBy(TrailStopped stop) {
    stopped = stop;
    return stop;
  }

  /** Under the lock of the store, so that nobody else exchanges the key. */
  private String signedBy() {
    Optional<String> newest = store.tables().newestCheckpoint().map(StoredCheckpoint::key);
    key.belongTo(store.origin(), newest);
    return newest.orElseThrow(
        () ->
            new KeyRefused(
                "there is no key to exchange: found no signed checkpoint in the trail; the next"
                    + " record makes a key"));
  }

  /** Whether nothing more is recorded here. */
  boolean isStopped() {
    return stopped != null;
  }
}
