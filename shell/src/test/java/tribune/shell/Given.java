package tribune.shell;

import java.security.SecureRandom;
import tribune.trail.Actor;

/** What surrounds the program in tests: always the same. */
final class Given {
  private Given() {}

  /** Gives the same bytes in every run, so that hashes in golden files stay. */
  static SecureRandom random() {
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;
      private int calls;

      @Override
      public void nextBytes(byte[] bytes) {
        calls++;
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (calls * 31 + i);
        }
      }
    };
  }

  static Actor actor() {
    return new Actor("auditor", null, "testhost");
  }
}
