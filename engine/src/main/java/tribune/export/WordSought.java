package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.OutputStream;

/**
 * Takes bytes as they come and keeps in mind whether a word of ASCII was among them, also where two
 * pieces share it. Used by one thread.
 */
final class WordSought extends OutputStream {
  private final String word;
  private String end = "";
  private boolean found;

  WordSought(String word) {
    this.word = word;
  }

  boolean isFound() {
    return found;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) {
    if (found) {
      return;
    }
    String seen = end + new String(some, offset, length, ISO_8859_1);
    found = seen.contains(word);
    end = seen.substring(Math.max(0, seen.length() - word.length() + 1));
  }
}
