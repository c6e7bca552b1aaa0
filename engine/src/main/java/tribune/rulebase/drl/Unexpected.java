package tribune.rulebase.drl;

import java.util.Optional;

/** Something else stands where the grammar expects something. Never leaves this package. */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Token found;
  private final String expected;
  private final Optional<String> note;

  Unexpected(Token found, String expected, Optional<String> note) {
    super(expected, null, false, false);
    this.found = found;
    this.expected = expected;
    this.note = note;
  }

  Token found() {
    return found;
  }

  String expected() {
    return expected;
  }

  Optional<String> note() {
    return note;
  }
}
