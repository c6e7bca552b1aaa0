package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The signing key of a trail was exchanged, and that is recorded and durable.
 *
 * @param receipt of the record, with the checkpoint that both keys signed
 * @param retired where the old key is now; empty if it was destroyed
 * @param trouble what could not be done with the files of the keys, and what to do; the exchange
 *     holds all the same
 */
public record KeyExchange(
    Receipt receipt,
    String oldKey,
    String newKey,
    Optional<Path> retired,
    Optional<String> trouble) {
  public KeyExchange {
    requireNonNull(receipt, "receipt");
    requireNonNull(oldKey, "oldKey");
    requireNonNull(newKey, "newKey");
    requireNonNull(retired, "retired");
    requireNonNull(trouble, "trouble");
  }
}
