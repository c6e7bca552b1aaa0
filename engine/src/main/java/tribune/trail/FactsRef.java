package tribune.trail;

import static java.util.Objects.requireNonNull;

import tribune.proof.Hash;

/**
 * The facts that a record rests on, without the facts: they are a payload beside the record.
 *
 * @param schema names the form of the facts, such as {@code proposal/1}
 * @param commitment to the canonical bytes of the facts, see {@link Payload#commitment()}
 * @param bytes how many bytes they are
 */
public record FactsRef(String schema, Hash commitment, int bytes) {
  public FactsRef {
    Required.name(schema, "schema of the facts");
    requireNonNull(commitment, "commitment");
    if (bytes < 0) {
      throw new IllegalArgumentException("negative length: " + bytes);
    }
  }
}
