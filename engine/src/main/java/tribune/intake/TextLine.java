package tribune.intake;

import java.util.Arrays;

/** A line of a file. Its bytes are changed by nobody. */
final class TextLine {
  private final int number;
  private final byte[] bytes;
  private final Extent extent;

  /** How much of it there is. */
  enum Extent {
    WHOLE,
    /** It is longer than a line may be. */
    CUT
  }

  /**
   * @param number from 1
   * @param bytes with the line end; of a line that was cut, the beginning
   */
  TextLine(int number, byte[] bytes, Extent extent) {
    this.number = number;
    this.bytes = bytes;
    this.extent = extent;
  }

  int number() {
    return number;
  }

  byte[] bytes() {
    return bytes;
  }

  Extent extent() {
    return extent;
  }

  boolean isCut() {
    return extent == Extent.CUT;
  }

  /** The bytes without the line end. */
  byte[] content() {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  /** Whether it is whole and has no other characters than these (of ASCII). */
  boolean hasOnly(String characters) {
    for (byte b : bytes) {
      if (characters.indexOf(b) < 0) {
        return false;
      }
    }
    return !isCut();
  }
}
