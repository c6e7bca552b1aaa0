package tribune.proof.note;

import java.util.Arrays;

/** Keys that everybody can make again; each has one number. Never to be used for anything else. */
public final class TestKeys {
  /** The log of the tests. */
  public static final String ORIGIN = "example.com/tribune/trail";

  private TestKeys() {}

  /** The key whose seed is 32 times this byte. */
  public static SigningKey key(int number) {
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    Arrays.fill(seed, (byte) number);
    return SigningKey.ofSeed(seed);
  }

  /** The key of the log {@link #ORIGIN}. */
  public static Signer log() {
    return Signer.ofNotes(ORIGIN, key(1));
  }

  /** One of the witnesses {@code witness1.example} and so on. */
  public static Signer witness(int number) {
    return Signer.ofCosignatures("witness" + number + ".example", key(16 + number));
  }
}
