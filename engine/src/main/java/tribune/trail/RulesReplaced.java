package tribune.trail;

/**
 * An audit was made on the rule base in force, and another one became that before it was recorded.
 * Nothing was recorded; audited again, it is on the new one.
 */
public final class RulesReplaced extends TrailException {
  private static final long serialVersionUID = 1L;

  RulesReplaced(DecisionRef decision, RuleBaseRef found, StoredRecord activated) {
    super(
        "refused, nothing was recorded: "
            + decision.id()
            + " was audited under rule base "
            + found.name()
            + " "
            + found.sha256().hex()
            + ", and by record no. "
            + activated.seq()
            + " of "
            + activated.content().at()
            + " another one is in force; audit again",
        null);
  }
}
