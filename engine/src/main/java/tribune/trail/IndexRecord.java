package tribune.trail;

import tribune.proof.Hash;

/**
 * A record as the index has it, unchecked.
 *
 * @param seq under which it is stored
 */
public record IndexRecord(long seq, Bytes bytes, Hash leaf) {}
