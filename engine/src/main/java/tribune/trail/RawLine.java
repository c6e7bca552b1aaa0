package tribune.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line of a journal as it was read. Nobody changes its bytes. */
final class RawLine {
  private static final byte[] RECORD = "record\t".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SEAL = "seal\t".getBytes(StandardCharsets.US_ASCII);

  private final long start;
  private final long end;
  private final byte[] bytes;

  /**
   * @param start where it begins in the journal, in bytes
   * @param end where the next line begins
   * @param bytes without the line feed
   */
  RawLine(long start, long end, byte[] bytes) {
    this.start = start;
    this.end = end;
    this.bytes = bytes;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean hasZero() {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is meant to hold a record. */
  boolean isRecord() {
    return begins(RECORD);
  }

  /** Whether it is meant to end a batch. */
  boolean isSeal() {
    return begins(SEAL);
  }

  private boolean begins(byte[] word) {
    return bytes.length >= word.length
        && Arrays.equals(bytes, 0, word.length, word, 0, word.length);
  }
}
