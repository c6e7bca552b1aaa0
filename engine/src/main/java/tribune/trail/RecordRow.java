package tribune.trail;

import tribune.proof.Hash;

/**
 * A record as the tables have it, unchecked.
 *
 * @param seq under which it is stored
 */
public record RecordRow(long seq, Bytes bytes, Hash leaf) {}
