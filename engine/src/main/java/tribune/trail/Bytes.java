package tribune.trail;

import java.util.Arrays;

/** Bytes that do not change; equal if they are the same. */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  public static Bytes of(byte[] array) {
    return new Bytes(array.clone());
  }

  /** A copy. */
  public byte[] toArray() {
    return array.clone();
  }

  /** Whether they are these. */
  boolean isArray(byte[] other) {
    return Arrays.equals(array, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /** Says how many they are. */
  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
