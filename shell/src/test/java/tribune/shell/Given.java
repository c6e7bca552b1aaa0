package tribune.shell;

import java.security.SecureRandom;
import tribune.trail.Actor;

/** What surrounds the program in tests: always the same. */
final class Given {
  private Given() {}

  /** Never gives the same twice, as two runs of a command would notice; {@link Desk#stable}. */
  static SecureRandom random() {
    return new SecureRandom();
  }

  static Actor actor() {
    return new Actor("auditor", null, "testhost");
  }
}
