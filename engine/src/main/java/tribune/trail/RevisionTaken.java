package tribune.trail;

/**
 * A revision of a decision was audited before with other facts. Nothing was recorded. The same
 * facts may be audited as often as one likes.
 */
public final class RevisionTaken extends TrailException {
  private static final long serialVersionUID = 1L;

  RevisionTaken(DecisionRef decision) {
    super(
        "refused, nothing was recorded: revision "
            + decision.revision()
            + " of "
            + decision.id()
            + " was audited before with other facts; raise decision.revision in the proposal",
        null);
  }
}
