package tribune.export;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tribune.proof.Hash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.trail.Receipt;

/**
 * An export that was made.
 *
 * @param sha256 the hash of the manifest
 * @param later how many records the trail has that no checkpoint covers, and that are not in it
 * @param receipt of its record in the trail; empty if it was not recorded
 * @param signature whether its statement is signed
 */
public record Exported(
    ExportManifest manifest,
    Hash sha256,
    long later,
    Optional<Receipt> receipt,
    Signature signature) {
  /** Whether somebody vouches for all files together. */
  public enum Signature {
    SIGNED,
    /** The key of the trail was not at hand. */
    UNSIGNED
  }

  public Exported {
    requireNonNull(manifest, "manifest");
    requireNonNull(sha256, "sha256");
    requireNonNull(receipt, "receipt");
    requireNonNull(signature, "signature");
  }

  /** How many records it holds. */
  public long records() {
    return manifest.records();
  }

  public Checkpoint checkpoint() {
    return manifest.context().checkpoint();
  }

  /** The verifier key of the trail, on one line. */
  public String key() {
    return manifest.context().key();
  }

  /** How many records have their facts in it. */
  public long payloads() {
    return manifest.file(ExportNames.PAYLOADS).map(FileEntry::rows).orElse(0L);
  }

  /** How many rule bases it holds. */
  public long ruleBases() {
    return manifest.files().stream()
        .filter(file -> file.path().startsWith(ExportNames.RULE_BASES + "/"))
        .filter(file -> file.path().matches("[^/]+/[0-9a-f]{64}\\.manifest"))
        .count();
  }
}
