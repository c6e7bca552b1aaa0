package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tribune.proof.CompactRange;
import tribune.proof.TreeNode;

/**
 * What the next record of a trail has to follow. Immutable.
 *
 * @param log the origin name of the trail; missing as long as it has no record
 * @param tree over the records there are
 * @param at the time of the last record
 */
record TrailEnd(@Nullable String log, CompactRange tree, Instant at) {
  /** Before the first record. */
  static final TrailEnd START = new TrailEnd(null, CompactRange.empty(), Instant.MIN);

  /** Why a record cannot be the next one. */
  record Mismatch(String found, String expected) {}

  /** The name of the trail, which has a record. */
  String origin() {
    return requireNonNull(log, "a trail without a record has no name");
  }

  Head head() {
    return new Head(tree.size(), tree.root());
  }

  /** Why this record cannot be the next one; empty if it can. */
  Optional<Mismatch> mismatch(AuditRecord record) {
    if (record.seq() != tree.size()) {
      return Optional.of(new Mismatch("record " + record.seq(), "record " + tree.size()));
    }
    if (log != null && !log.equals(record.log())) {
      return Optional.of(new Mismatch("a record of trail " + record.log(), "of trail " + log));
    }
    if (record.at().isBefore(at)) {
      return Optional.of(new Mismatch("time " + record.at(), "no time before " + at));
    }
    return Optional.empty();
  }

  /** The end with this record. */
  TrailEnd plus(StoredRecord record, Consumer<TreeNode> completed) {
    AuditRecord content = record.content();
    mismatch(content)
        .ifPresent(
            mismatch -> {
              throw new IllegalArgumentException(mismatch.toString());
            });
    return new TrailEnd(content.log(), tree.plus(record.leaf(), completed), content.at());
  }
}
