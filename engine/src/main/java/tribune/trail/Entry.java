package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with what is kept beside it.
 *
 * @param payload the facts it rests on; an audit has them unless they were erased
 */
public record Entry(StoredRecord record, @Nullable Payload payload) {
  public Entry {
    requireNonNull(record, "record");
  }

  /** What the index is to know of it. */
  public Projection projection() {
    return Projection.of(record.content(), payload);
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
            activated -> Optional.empty());
  }
}
