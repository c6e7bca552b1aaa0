package tribune.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.Source;

/**
 * The lines of a stream, one at a time. Lines end as those of a {@link Source} do, a byte order
 * mark at the beginning is left out, and of a line that is too long no more is kept than shows
 * that.
 */
final class TextLines {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_ROOM = 1 << 10;
  private static final int END = -1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final Deque<TextLine> putBack = new ArrayDeque<>();
  private byte[] line = new byte[FIRST_ROOM];
  private int at;
  private int filled;
  private int number;
  private long bytesRead;

  TextLines(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been taken from the stream. */
  long bytesRead() {
    return bytesRead;
  }

  Optional<TextLine> next() throws IOException {
    @Nullable TextLine again = putBack.pollFirst();
    return again != null ? Optional.of(again) : read();
  }

  /** Gives a line back; what is given back last comes first. */
  void putBack(TextLine unused) {
    putBack.addFirst(unused);
  }

  private Optional<TextLine> read() throws IOException {
    int length = 0;
    int last = END;
    while (last != '\n' && peek() != END && (last != '\r' || peek() == '\n')) {
      last = take();
      if (length <= Source.LIMIT_BYTES) {
        length = append(length, (byte) last);
      }
    }
    if (length == 0) {
      return Optional.empty();
    }
    number++;
    TextLine.Extent extent =
        length > Source.LIMIT_BYTES ? TextLine.Extent.CUT : TextLine.Extent.WHOLE;
    TextLine read = new TextLine(number, Arrays.copyOf(line, length), extent);
    return Optional.of(number == 1 ? withoutMark(read) : read);
  }

  private int append(int length, byte next) {
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length] = next;
    return length + 1;
  }

  private static TextLine withoutMark(TextLine first) {
    int length = BYTE_ORDER_MARK.length;
    byte[] bytes = first.bytes();
    boolean isMarked =
        bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
    return isMarked
        ? new TextLine(
            first.number(), Arrays.copyOfRange(bytes, length, bytes.length), first.extent())
        : first;
  }

  private int take() throws IOException {
    int next = peek();
    at++;
    return next;
  }

  private int peek() throws IOException {
    if (at == filled) {
      filled = Math.max(0, in.read(buffer));
      at = 0;
      bytesRead += filled;
    }
    return filled == 0 ? END : buffer[at] & 0xFF;
  }
}
