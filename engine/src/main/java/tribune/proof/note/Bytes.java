package tribune.proof.note;

import java.util.Arrays;

/** Bytes put one after the other. */
final class Bytes {
  private Bytes() {}

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
