package tribune.trail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

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

  /** A submission that is in the group, and its records. */
  private record Waiting(Submission submission, List<StoredRecord> records) {
    void acknowledge(Head head, StoredCheckpoint checkpoint) {
      submission
          .answer()
          .complete(
              records.stream()
                  .map(it -> new Receipt(it.seq(), it.content().at(), it.leaf(), head, checkpoint))
                  .toList());
    }
  }

  /** What is durable, and what vouches for it. */
  private record Kept(List<Waiting> waiting, Head head, StoredCheckpoint checkpoint) {}

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
      kept(submissions)
          .ifPresent(
              kept -> kept.waiting().forEach(it -> it.acknowledge(kept.head(), kept.checkpoint())));
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

  private Optional<Kept> kept(List<Submission> submissions) {
    try {
      Group group = new Group(store.tables(), clock, origin, store.begin());
      List<Waiting> waiting = grouped(group, submissions);
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Kept(waiting, group.end().head(), keep(group)));
    } catch (StoreFailure e) {
      throw store.failed(e);
    } finally {
      store.release();
    }
  }

  private static List<Waiting> grouped(Group group, List<Submission> submissions) {
    List<Waiting> waiting = new ArrayList<>();
    for (Submission submission : submissions) {
      try {
        waiting.add(new Waiting(submission, group.add(submission.additions())));
      } catch (StoreFailure e) {
        throw e;
      } catch (RuntimeException e) {
        submission.answer().completeExceptionally(e);
      }
    }
    return waiting;
  }

  /**
   * The one place where a group is complete, its head is final and nothing of it is durable yet:
   * here the head is signed.
   */
  private StoredCheckpoint keep(Group group) {
    if (key.isNew()) {
      key.belongTo(
          group.end().origin(), store.tables().newestCheckpoint().map(StoredCheckpoint::key));
    }
    StoredCheckpoint checkpoint = key.sign(group.end().head());
    store.keep(group.batch(checkpoint), group.end());
    key.belongTo(group.end().origin(), Optional.of(checkpoint.key()));
    return checkpoint;
  }
}
