package tribune.proof.witness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;

/**
 * How firmly a checkpoint stands under a policy: signed by a log that the policy knows, and
 * cosigned by these of its witnesses. All signatures in it have been checked. Immutable.
 *
 * @param checkpoint what the log signed
 * @param cosignatures of each witness that cosigned, by its name in the policy, oldest first
 * @param quorum what the policy demands
 */
public record Anchoring(
    Checkpoint checkpoint, Map<String, List<Cosignature>> cosignatures, Quorum quorum) {
  public Anchoring {
    requireNonNull(checkpoint, "checkpoint");
    cosignatures = Map.copyOf(cosignatures);
    requireNonNull(quorum, "quorum");
  }

  /** Whether enough witnesses cosigned. */
  public boolean isMet() {
    return quorum.isMetBy(cosignatures.keySet());
  }

  /**
   * By when enough witnesses had cosigned, after their own clocks: what the tree holds is no
   * younger. Empty if not enough have, or if the policy demands none.
   */
  public Optional<Instant> since() {
    if (quorum instanceof Quorum.None) {
      return Optional.empty();
    }
    return cosignatures.values().stream()
        .flatMap(List::stream)
        .map(Cosignature::at)
        .sorted()
        .filter(at -> quorum.isMetBy(cosignedBy(at)))
        .findFirst();
  }

  private Set<String> cosignedBy(Instant at) {
    Set<String> names = new HashSet<>();
    cosignatures.forEach(
        (name, all) -> {
          if (!all.get(0).at().isAfter(at)) {
            names.add(name);
          }
        });
    return names;
  }
}
