package tribune.trail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes submissions durable, several with one sync: gives them place and time, has the store keep
 * them, and only then answers. The same for every store. Used by one thread.
 */
final class Committer {
  private final TrailStore store;
  private final Clock clock;
  private final String origin;
  private @Nullable TrailStopped stopped;

  /** A submission that is in the group, and its receipts to come. */
  private record Waiting(Submission submission, List<Receipt> receipts) {}

  /**
   * @param origin the name of the trail, used if it has no record yet
   */
  Committer(TrailStore store, Clock clock, String origin) {
    this.store = store;
    this.clock = clock;
    this.origin = origin;
  }

  /** Makes these durable, with one sync, and answers each of them. */
  void commit(List<Submission> submissions) {
    try {
      requireGoing();
      for (Waiting kept : kept(submissions)) {
        kept.submission().answer().complete(kept.receipts());
      }
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

  private List<Waiting> kept(List<Submission> submissions) {
    try {
      Group group = new Group(store.tables(), clock, origin, store.begin());
      List<Waiting> waiting = grouped(group, submissions);
      if (!waiting.isEmpty()) {
        keep(group);
      }
      return waiting;
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
   * what vouches for the head ({@code group.end().head()}) does so here, before it is kept.
   */
  private void keep(Group group) {
    store.keep(group.batches(), group.end());
  }
}
