package tribune.rulebase.drl;

/** DRL that may be sound and that is not read here. Never leaves this package. */
final class NotTakenApart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTakenApart() {
    super("not taken apart", null, false, false);
  }
}
