/**
 * The trail: the append-only, ordered sequence of audit records. {@link tribune.trail.Trail} is
 * what the engine sees; a record is acknowledged only when it is durable.
 *
 * <p>One sequencer and one committer give records their place and time, whatever the store. Behind
 * them stand either an append-only journal of lines, synced once a batch, and an index that makes
 * history queryable and can be rebuilt from the journal at any time; or a database that is the
 * trail. The SQL of both is in {@code tribune.trail.jdbc}.
 */
@NullMarked
package tribune.trail;

import org.jspecify.annotations.NullMarked;
