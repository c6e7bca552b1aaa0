package tribune.trail;

import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;

/**
 * All that the index has of one record, unchecked.
 *
 * @param seq under which it is stored
 */
public record IndexRow(
    long seq, Bytes bytes, Hash leaf, @Nullable Payload payload, Projection projection) {}
