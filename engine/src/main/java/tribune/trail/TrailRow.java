package tribune.trail;

import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;

/**
 * All that the tables have of one record, unchecked.
 *
 * @param seq under which it is stored
 */
public record TrailRow(
    long seq, Bytes bytes, Hash leaf, @Nullable Payload payload, Projection projection) {}
