package tribune.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document bound to a record: the record, and where each of its parts stands. It may be a draft:
 * where a required member is missing or wrong, the record holds null there, so that all else can
 * still be looked at in the same run. A draft with errors is never handed on.
 *
 * @param <R> the record class of the whole document
 */
public final class Bound<R extends Record> {
  private final @Nullable R draft;
  private final List<Part<?>> parts;

  Bound(@Nullable R draft, List<Part<?>> parts) {
    this.draft = draft;
    this.parts = List.copyOf(parts);
  }

  /** The record of the whole document, if it could be made at all. */
  public Optional<R> draft() {
    return Optional.ofNullable(draft);
  }

  /** Every record of the document, inner ones before those that hold them. */
  public List<Part<?>> parts() {
    return parts;
  }

  /** All records of one class, in the order of the document. */
  public <T extends Record> List<Part<T>> parts(Class<T> type) {
    return parts.stream().flatMap(part -> part.as(type).stream()).toList();
  }
}
