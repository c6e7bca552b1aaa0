package tribune.proof.note;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** Hands out a seed where chance is asked for. */
final class SeedAsRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  SeedAsRandom(byte[] seed) {
    super(new Source(seed), null);
  }

  private static final class Source extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Source(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    protected void engineSetSeed(byte[] more) {
      throw new UnsupportedOperationException("the seed is given");
    }

    @Override
    protected void engineNextBytes(byte[] asked) {
      if (asked.length != seed.length) {
        throw new IllegalStateException("asked for " + asked.length + " bytes, not for a seed");
      }
      System.arraycopy(seed, 0, asked, 0, seed.length);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      throw new UnsupportedOperationException("the seed is given");
    }
  }
}
