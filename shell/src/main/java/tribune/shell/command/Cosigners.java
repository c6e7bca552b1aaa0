package tribune.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tribune.anchor.Trust;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.proof.witness.Anchoring;
import tribune.proof.witness.TrustPolicy;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/**
 * What witnesses cosigned of a trail, as far as the policy of the home knows their keys. Every
 * signature in it has been checked.
 *
 * @param hasPolicy whether the home has one; without it no cosignature can be checked
 * @param unknown how many kept checkpoints have lines that the policy knows no key for
 * @param anchorings the smallest first
 */
record Cosigners(boolean hasPolicy, int unknown, List<Anchoring> anchorings) {

  /**
   * Reads the policy {@code trail/policy} of the home. Each checkpoint has to be signed by the key
   * that was in force at its size, which the policy need not name any more, or not yet.
   *
   * @throws tribune.shell.line.CommandFailed if it cannot be used, or a cosignature does not hold
   */
  static Cosigners of(Trail trail, Trust trust, Path home) {
    Path file = policyFile(home);
    List<SignedCheckpoint> cosigned = trust.cosigned(trail.origin());
    Optional<StoredCheckpoint> newest = trail.proofs().newest();
    if (!Files.exists(file) || newest.isEmpty()) {
      return new Cosigners(false, cosigned.size(), List.of());
    }
    TrustPolicy stated = ProofFiles.parsed(file.toString(), TrustPolicy::parse);
    List<Anchoring> anchorings = new ArrayList<>();
    for (SignedCheckpoint signed : cosigned) {
      String key = trail.proofs().keyAt(signed.claimed().size()).orElse(newest.get().key());
      TrustPolicy policy = withLog(stated, ProofFiles.key(key));
      Anchoring anchoring =
          ProofFiles.holds(
              () -> policy.assess(signed), "remove the cosignature that does not hold");
      if (!anchoring.cosignatures().isEmpty()) {
        anchorings.add(anchoring);
      }
    }
    return new Cosigners(true, cosigned.size() - anchorings.size(), anchorings);
  }

  static Path policyFile(Path home) {
    return home.resolve("trail").resolve("policy");
  }

  /** The policy with the key of the trail, unless it names that itself. */
  static TrustPolicy withLog(TrustPolicy policy, VerifierKey key) {
    boolean isKnown = policy.logs().stream().anyMatch(log -> log.key().equals(key));
    return isKnown ? policy : policy.withLog(key);
  }

  /** Over how many records the newest cosigned checkpoint is; 0 if there is none. */
  long newestSize() {
    return anchorings.isEmpty() ? 0 : anchorings.get(anchorings.size() - 1).checkpoint().size();
  }

  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    anchorings.forEach(anchoring -> names.addAll(anchoring.cosignatures().keySet()));
    return List.copyOf(names);
  }

  String words() {
    if (anchorings.isEmpty()) {
      return unknown == 0
          ? "none cosigned"
          : unknown + " cosigned checkpoints, of witnesses that trail/policy does not know";
    }
    Anchoring newest = anchorings.get(anchorings.size() - 1);
    Optional<Instant> since = newest.since();
    return String.join(", ", names())
        + " cosigned; the newest over "
        + newest.checkpoint().size()
        + " records, quorum "
        + newest.quorum().name()
        + (newest.isMet() ? " met" : " not met")
        + since.map(at -> " at " + at).orElse("");
  }
}
