package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record with what is kept beside it. Immutable; safe for use by several threads. */
public final class Entry {
  private final StoredRecord record;
  private final @Nullable Payload payload;

  /** Once it was asked for. Threads that ask at once compute the same. */
  private volatile @Nullable Projection projection;

  /**
   * @param payload the facts it rests on; an audit has them unless they were erased
   */
  public Entry(StoredRecord record, @Nullable Payload payload) {
    this.record = requireNonNull(record, "record");
    this.payload = payload;
  }

  public StoredRecord record() {
    return record;
  }

  public @Nullable Payload payload() {
    return payload;
  }

  /** What the index is to know of it. */
  public Projection projection() {
    Projection known = projection;
    if (known == null) {
      known = Projection.of(record.content(), payload);
      projection = known;
    }
    return known;
  }

  /** The key under which it was submitted. */
  Optional<SubmissionKey> submission() {
    return audited().flatMap(Body.Audited::submission);
  }

  /** The audit that the record tells of, if it tells of one. */
  Optional<Body.Audited> audited() {
    return record
        .content()
        .body()
        .fold(
            opened -> Optional.empty(),
            Optional::of,
            recovered -> Optional.empty(),
            activated -> Optional.empty(),
            exported -> Optional.empty(),
            rotated -> Optional.empty());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry that
        && record.equals(that.record)
        && Objects.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }

  @Override
  public String toString() {
    return record + " with " + payload;
  }
}
