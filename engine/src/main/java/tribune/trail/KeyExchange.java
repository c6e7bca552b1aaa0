package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The signing key of a trail was exchanged, and that is recorded and durable.
 *
 * @param receipt of the record, with the checkpoint that both keys signed
 * @param retired where the old key is now; empty if it was destroyed
 */
public record KeyExchange(Receipt receipt, String oldKey, String newKey, Optional<Path> retired) {
  public KeyExchange {
    requireNonNull(receipt, "receipt");
    requireNonNull(oldKey, "oldKey");
    requireNonNull(newKey, "newKey");
    requireNonNull(retired, "retired");
  }
}
