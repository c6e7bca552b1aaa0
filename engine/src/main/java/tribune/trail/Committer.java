package tribune.trail;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes submissions durable: journal, sync, index, then the receipts. Used by one thread.
 *
 * <p>The journal alone decides. A failure of it stops the writer for good, because it is not
 * certain any more what is on the disk. A failure of the index after the sync takes nothing back:
 * the receipts are given, nothing more is written or queried, and the next opening catches up.
 */
final class Committer {
  private final Journal journal;
  private final TrailIndex index;
  private final Clock clock;
  private final String origin;
  private TrailEnd end;
  private Mark mark;
  private @Nullable TrailStopped stopped;
  private @Nullable TrailStopped behind;

  /** A submission that is in the group, and its receipts to come. */
  private record Waiting(Submission submission, List<Receipt> receipts) {}

  /**
   * @param origin the name of the trail, used if it has no record yet
   */
  Committer(Journal journal, TrailIndex index, Clock clock, String origin, TrailEnd end) {
    this.journal = journal;
    this.index = index;
    this.clock = clock;
    this.end = end;
    this.origin = end.log() == null ? origin : end.log();
    this.mark = new Mark(end.head(), journal.end());
  }

  /** Makes these durable, with one sync, and answers each of them. */
  void commit(List<Submission> submissions) {
    if (stopped != null) {
      fail(submissions, stopped);
      return;
    }
    Group group = new Group(index, clock, origin, end, mark.offset());
    List<Waiting> waiting = new ArrayList<>();
    for (Submission submission : submissions) {
      try {
        waiting.add(new Waiting(submission, group.add(submission.additions())));
      } catch (RuntimeException e) {
        submission.answer().completeExceptionally(e);
      }
    }
    if (!waiting.isEmpty() && isOnDisk(group, waiting)) {
      addToIndex(group);
      waiting.forEach(one -> one.submission().answer().complete(one.receipts()));
    }
  }

  private boolean isOnDisk(Group group, List<Waiting> waiting) {
    List<Submission> submissions = waiting.stream().map(Waiting::submission).toList();
    try {
      journal.append(group.bytes());
    } catch (NoRoomLeft e) {
      fail(submissions, e);
      return false;
    } catch (IOException | RuntimeException e) {
      stopped = new TrailStopped("the journal could not be written", e);
      fail(submissions, stopped);
      return false;
    }
    end = group.end();
    mark = group.mark();
    return true;
  }

  private void addToIndex(Group group) {
    try {
      index.add(group.batches());
    } catch (RuntimeException e) {
      behind = new TrailStopped("everything is recorded, but the index could not be written", e);
      stopped = behind;
    }
  }

  private static void fail(List<Submission> submissions, TrailException why) {
    submissions.forEach(submission -> submission.answer().completeExceptionally(why));
  }

  /** What is recorded. */
  Mark mark() {
    return mark;
  }

  String origin() {
    return origin;
  }

  /** Throws if the index is behind the journal, so that nobody is shown an old state. */
  void requireIndexed() {
    if (behind != null) {
      throw behind;
    }
  }
}
