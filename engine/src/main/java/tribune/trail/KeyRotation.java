package tribune.trail;

import java.util.Optional;

/**
 * A record that exchanges the signing key, as it is stored; who wants to rely on it checks that the
 * record is in the tree of the checkpoint and that both keys signed that.
 *
 * @param seq the place of the record
 * @param record the record itself
 * @param checkpoint the one right after it; empty if it is not there
 */
public record KeyRotation(
    long seq,
    StoredRecord record,
    String oldKey,
    String newKey,
    Optional<StoredCheckpoint> checkpoint) {}
