package tribune.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compresses to the DEFLATE format, the same bytes on every machine: {@link java.util.zip.Deflater}
 * leaves it to a library of the system, whose versions choose differently. Matches in a window of
 * 32 KiB, fixed codes; sheets come to a sixth of their size. Source: RFC 1951. Used by one thread.
 */
final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int BUFFER = 1 << 17;
  private static final int MIN_MATCH = 4;
  private static final int MAX_MATCH = 258;
  private static final int HASH_BITS = 15;
  private static final int END_OF_BLOCK = 256;

  /** The shortest length, and the shortest distance, of each code; RFC 1951, 3.2.5. */
  private static final int[] LENGTHS = new int[29];

  private static final int[] DISTANCES = new int[30];

  static {
    for (int code = 0; code < 28; code++) {
      LENGTHS[code] = code < 8 ? 3 + code : 3 + ((4 + code % 4) << lengthBits(code));
    }
    LENGTHS[28] = MAX_MATCH;
    for (int code = 0; code < 30; code++) {
      DISTANCES[code] = code < 4 ? 1 + code : 1 + ((2 + code % 2) << distanceBits(code));
    }
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final int[] latest = new int[1 << HASH_BITS];
  private final byte[] packed = new byte[1 << 13];
  private int filled;
  private int done;
  private int packedCount;
  private long bits;
  private int bitCount;

  /**
   * @param out not closed
   */
  Deflate(OutputStream out) throws IOException {
    this.out = out;
    Arrays.fill(latest, -1);
    beginBlock(0);
  }

  /** The first bit says whether it is the last block, the next two that its codes are fixed. */
  private void beginBlock(int isLast) throws IOException {
    put(isLast, 1);
    put(1, 2);
  }

  void write(byte[] some, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, BUFFER - filled);
      System.arraycopy(some, from, buffer, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      if (filled == BUFFER) {
        encode();
        slide();
      }
    }
  }

  /** Writes what is left and the end. */
  void finish() throws IOException {
    encode();
    symbol(END_OF_BLOCK);
    beginBlock(1);
    symbol(END_OF_BLOCK);
    put(0, 7);
    out.write(packed, 0, packedCount);
  }

  private void encode() throws IOException {
    while (done < filled) {
      int length = 0;
      int candidate = candidate();
      if (candidate >= 0 && done - candidate <= WINDOW) {
        length = same(candidate);
      }
      if (length < MIN_MATCH) {
        symbol(buffer[done] & 0xff);
        done++;
      } else {
        match(length, done - candidate);
        for (int end = done + length; done < end; ) {
          done++;
          if (done < end) {
            candidate();
          }
        }
      }
    }
  }

  /** Where the next bytes were seen last; they are known from now on. */
  private int candidate() {
    if (done + MIN_MATCH > filled) {
      return -1;
    }
    int next =
        (buffer[done] & 0xff)
            | (buffer[done + 1] & 0xff) << 8
            | (buffer[done + 2] & 0xff) << 16
            | buffer[done + 3] << 24;
    int slot = (next * 0x9e3779b1) >>> (32 - HASH_BITS);
    int seen = latest[slot];
    latest[slot] = done;
    return seen;
  }

  private int same(int candidate) {
    int most = Math.min(MAX_MATCH, filled - done);
    int mismatch = Arrays.mismatch(buffer, candidate, candidate + most, buffer, done, done + most);
    return mismatch < 0 ? most : mismatch;
  }

  private void match(int length, int distance) throws IOException {
    int code = code(LENGTHS, length);
    symbol(257 + code);
    put(length - LENGTHS[code], lengthBits(code));
    int far = code(DISTANCES, distance);
    put(reversed(far, 5), 5);
    put(distance - DISTANCES[far], distanceBits(far));
  }

  private static int code(int[] least, int value) {
    int found = Arrays.binarySearch(least, value);
    return found >= 0 ? found : -found - 2;
  }

  private static int lengthBits(int code) {
    return code < 8 || code == 28 ? 0 : code / 4 - 1;
  }

  private static int distanceBits(int code) {
    return code < 4 ? 0 : code / 2 - 1;
  }

  /** The fixed codes; RFC 1951, 3.2.6. */
  private void symbol(int symbol) throws IOException {
    if (symbol < 144) {
      put(reversed(0x30 + symbol, 8), 8);
    } else if (symbol < 256) {
      put(reversed(0x190 + symbol - 144, 9), 9);
    } else if (symbol < 280) {
      put(reversed(symbol - 256, 7), 7);
    } else {
      put(reversed(0xc0 + symbol - 280, 8), 8);
    }
  }

  private static int reversed(int code, int length) {
    return Integer.reverse(code) >>> (32 - length);
  }

  private void put(int value, int length) throws IOException {
    bits |= (long) value << bitCount;
    bitCount += length;
    while (bitCount >= 8) {
      packed[packedCount++] = (byte) bits;
      bits >>>= 8;
      bitCount -= 8;
      if (packedCount == packed.length) {
        out.write(packed, 0, packedCount);
        packedCount = 0;
      }
    }
  }

  private void slide() {
    int shift = filled - WINDOW;
    System.arraycopy(buffer, shift, buffer, 0, WINDOW);
    for (int i = 0; i < latest.length; i++) {
      latest[i] = Math.max(-1, latest[i] - shift);
    }
    done -= shift;
    filled = WINDOW;
  }
}
