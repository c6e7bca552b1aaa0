package tribune.export.xlsx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Has the texts of a sheet say that white space at their ends is part of them, which the library
 * leaves out: {@code <t>} becomes {@code <t xml:space="preserve">}. In a text a {@code <} is
 * escaped, so it is always a tag. Used by one thread.
 */
final class SpaceKept extends OutputStream {
  private static final byte[] ATTRIBUTE = " xml:space=\"preserve\"".getBytes(US_ASCII);

  private final OutputStream out;

  /** How many characters of {@code <t} were just seen. */
  private int matched;

  SpaceKept(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream(length + length / 4);
    for (int i = offset; i < offset + length; i++) {
      byte b = some[i];
      if (matched == 2 && b == '>') {
        changed.writeBytes(ATTRIBUTE);
      }
      matched = b == '<' ? 1 : matched == 1 && b == 't' ? 2 : 0;
      changed.write(b);
    }
    out.write(changed.toByteArray());
  }
}
