package tribune.trail;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tribune.decision.Kind;

/**
 * The decision that a record is about.
 *
 * @param id its short name, kept through all revisions
 * @param revision which version of the proposal, from 1
 */
public record DecisionRef(String id, int revision, Kind kind, @Nullable String title) {
  public DecisionRef {
    Required.name(id, "id of the decision");
    requireNonNull(kind, "kind");
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1, found " + revision);
    }
  }
}
