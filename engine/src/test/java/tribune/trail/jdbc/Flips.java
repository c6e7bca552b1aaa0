package tribune.trail.jdbc;

import java.util.SplittableRandom;

/**
 * How many random changes a test makes, and with which chance. {@code -Dtamper.times=20} makes
 * twenty times as many; {@code -Dtamper.seed=7} makes others.
 */
final class Flips {
  static final long SEED = Long.getLong("tamper.seed", 20_261_122L);
  private static final int TIMES = Integer.getInteger("tamper.times", 1);

  private Flips() {}

  static int many(int inTheBuild) {
    return Math.multiplyExact(inTheBuild, TIMES);
  }

  static SplittableRandom random() {
    return new SplittableRandom(SEED);
  }

  static String at(int round, String place) {
    return "-Dtamper.seed=" + SEED + ", change " + round + ": " + place;
  }

  static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
