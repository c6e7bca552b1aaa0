package tribune.trail;

import java.util.Optional;
import java.util.function.LongConsumer;

/** Copies one trail. */
final class TrailCopy {
  private final SequencedTrail source;

  /**
   * @param source one that {@link Trails} opened
   */
  TrailCopy(Trail source) {
    if (!(source instanceof SequencedTrail known)) {
      throw new IllegalArgumentException("not a trail that can be copied: " + source);
    }
    this.source = known;
  }

  /**
   * Verifies, copies, and verifies what was copied.
   *
   * @param progress told how many records are, after each page; may throw to stop
   */
  Copied to(CopyTarget target, LongConsumer progress) {
    sound(source.verify(Verification.ofAll().withProgress(size -> progress.accept(0))));
    RowSource rows = source.rows();
    try {
      Optional<Batch> batch = source.working(rows::next);
      while (batch.isPresent()) {
        target.add(batch.get(), rows.end());
        progress.accept(batch.get().after().size());
        batch = source.working(rows::next);
      }
      Soundness.Sound copied = sound(target.verify(rows.goal()));
      requireSame(rows.goal(), copied.head());
      requireSame(source.head(), copied.head());
      target.publish();
      return new Copied(source.origin(), copied.head(), copied.payloads(), copied.ruleBases());
    } finally {
      source.working(
          () -> {
            rows.close();
            return rows;
          });
    }
  }

  private static Soundness.Sound sound(Soundness soundness) {
    return soundness.fold(
        sound -> sound,
        unsound -> {
          throw new TrailUnsound(unsound.first());
        });
  }

  private static void requireSame(Head source, Head copy) {
    if (!source.equals(copy)) {
      throw new StoreRefused(
          "refused, nothing was copied: the trail changed while it was copied (found "
              + source
              + ", expected "
              + copy
              + "); see that nobody records in it, and copy again",
          null);
    }
  }
}
