package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;
import tribune.document.Sha256;

/**
 * Cuts bytes into the pieces of a file as they come and computes the hash of each. A piece may have
 * any length; memory does not grow with it. Used by one thread.
 */
final class PieceCutter extends OutputStream {
  private static final int LIMIT_SHOWN_BYTES = 60;

  private final Pieces pieces;
  private final Sink sink;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] hash = new byte[digest.getDigestLength()];
  private final byte[] start = new byte[LIMIT_SHOWN_BYTES];
  private long length;

  /** Is told of every piece, in order. */
  interface Sink {
    /**
     * A piece came to its end.
     *
     * @param hash the first bytes of its SHA-256, in hex
     * @param cutter which can say how it begins
     */
    void piece(String hash, PieceCutter cutter) throws IOException;
  }

  PieceCutter(Pieces pieces, Sink sink) {
    this.pieces = pieces;
    this.sink = sink;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int count) throws IOException {
    int at = offset;
    while (at < offset + count) {
      int end = end(some, at, offset + count);
      take(some, at, end - at);
      if (isWhole(some[end - 1])) {
        tell();
      }
      at = end;
    }
  }

  /** Where the piece ends that begins, or goes on, at that place; or where the bytes end. */
  private int end(byte[] some, int from, int end) {
    if (pieces == Pieces.BLOCKS) {
      return (int) Math.min(end, from + Pieces.BLOCK_BYTES - length);
    }
    int at = from;
    while (at < end && some[at] != '\n') {
      at++;
    }
    return Math.min(end, at + 1);
  }

  private boolean isWhole(byte last) {
    return pieces == Pieces.BLOCKS ? length == Pieces.BLOCK_BYTES : last == '\n';
  }

  private void take(byte[] some, int offset, int count) {
    digest.update(some, offset, count);
    if (length < LIMIT_SHOWN_BYTES) {
      int room = (int) Math.min(count, LIMIT_SHOWN_BYTES - length);
      System.arraycopy(some, offset, start, (int) length, room);
    }
    length += count;
  }

  private void tell() throws IOException {
    try {
      digest.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new AssertionError("there is room for a hash", e);
    }
    sink.piece(HexFormat.of().formatHex(hash, 0, Pieces.HASH_BYTES), this);
    length = 0;
  }

  /** How the piece begins that its sink is told of, fit to print. */
  String shown() {
    return "'"
        + new String(start, 0, (int) Math.min(length, LIMIT_SHOWN_BYTES), UTF_8)
            .stripTrailing()
            .replaceAll("[^ -~]", "?")
        + "'";
  }

  /** What came last is a piece too, if nothing ended it. */
  @Override
  public void close() throws IOException {
    if (length > 0) {
      tell();
    }
  }
}
