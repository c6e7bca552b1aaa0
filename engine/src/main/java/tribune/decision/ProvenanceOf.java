package tribune.decision;

import java.util.Comparator;
import java.util.Optional;

/**
 * Finds how firmly a fact of a proposal is known. Where several entries speak of a fact, the one
 * that names it most closely holds: {@code decision.reach} over {@code decision} over all facts.
 */
public final class ProvenanceOf {
  private ProvenanceOf() {}

  /** The provenance of the fact or member at {@code path}, if the proposal states any. */
  public static Optional<Provenance> path(Proposal proposal, String path) {
    return proposal.provenance().stream()
        .filter(entry -> closeness(entry, path) >= 0)
        .max(Comparator.comparingInt(entry -> closeness(entry, path)));
  }

  /** How much of the path the entry names; -1 if it speaks of other facts. */
  private static int closeness(Provenance entry, String path) {
    if (entry.facts().isEmpty()) {
      return 0;
    }
    return entry.facts().stream()
        .filter(named -> covers(named, path))
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }

  private static boolean covers(String named, String path) {
    return path.equals(named) || path.startsWith(named + ".") || path.startsWith(named + "[");
  }
}
