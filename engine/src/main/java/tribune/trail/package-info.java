/**
 * The trail: the append-only, ordered sequence of audit records. {@link tribune.trail.Trail} is
 * what the engine sees; a record is acknowledged only when it is durable.
 *
 * <p>Behind it stand an append-only journal of lines, synced once a batch, and an index (the SQL is
 * in {@code tribune.trail.jdbc}) that makes history queryable and can be rebuilt from the journal
 * at any time.
 */
@NullMarked
package tribune.trail;

import org.jspecify.annotations.NullMarked;
