package tribune.trail;

/** Under this key something else is recorded already; nothing was recorded. */
public final class SubmissionTaken extends TrailException {
  private static final long serialVersionUID = 1L;

  SubmissionTaken(SubmissionKey key, StoredRecord recorded, DecisionRef found) {
    super(
        "the key '"
            + key
            + "' was used before for something else: found "
            + found.id()
            + " revision "
            + found.revision()
            + ", expected what is recorded as no. "
            + recorded.seq()
            + " at "
            + recorded.content().at()
            + ", with the same facts and the same rule base; use another key for another"
            + " submission",
        null);
  }
}
