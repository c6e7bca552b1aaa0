package tribune.export.oscal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON piece by piece, so that a document can be longer than memory. Used by one thread. */
final class JsonOut implements Closeable {
  private static final int LIMIT_WAITING = 1 << 15;

  private final OutputStream out;
  private final StringBuilder waiting = new StringBuilder(2 * LIMIT_WAITING);
  private boolean isFirst = true;

  JsonOut(OutputStream out) {
    this.out = out;
  }

  JsonOut open(char bracket) throws IOException {
    next();
    waiting.append(bracket);
    isFirst = true;
    return this;
  }

  JsonOut close(char bracket) throws IOException {
    waiting.append(bracket);
    isFirst = false;
    return this;
  }

  /** The name of a member, whose value comes next. */
  JsonOut name(String name) throws IOException {
    next();
    string(name);
    waiting.append(':');
    isFirst = true;
    return this;
  }

  /** A value on its own. */
  JsonOut value(String text) throws IOException {
    next();
    string(text);
    return this;
  }

  JsonOut member(String name, String text) throws IOException {
    return name(name).value(text);
  }

  /** Begins a new line, for those who read or compare. */
  JsonOut line() throws IOException {
    next();
    waiting.append('\n');
    isFirst = true;
    return this;
  }

  private void next() throws IOException {
    if (waiting.length() > LIMIT_WAITING) {
      pass();
    }
    if (!isFirst) {
      waiting.append(',');
    }
    isFirst = false;
  }

  /** Between two pieces, so that no character is torn apart. */
  private void pass() throws IOException {
    out.write(waiting.toString().getBytes(UTF_8));
    waiting.setLength(0);
  }

  private void string(String text) {
    waiting.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscaped(text.charAt(i))) {
        waiting.append(text, from, i);
        waiting.append(escaped(text.charAt(i)));
        from = i + 1;
      }
    }
    waiting.append(text, from, text.length());
    waiting.append('"');
  }

  private static boolean isEscaped(char c) {
    boolean isControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
    return isControl || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029';
  }

  private static String escaped(char c) {
    if (c == '"' || c == '\\') {
      return "\\" + c;
    }
    String hex = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - hex.length()) + hex;
  }

  /** A property of ours. */
  JsonOut property(String name, String value) throws IOException {
    open('{').member("name", name).member("ns", OscalNames.NAMESPACE);
    return member("value", OscalNames.line(value)).close('}');
  }

  /** Ends the last line, and closes what it writes to. */
  @Override
  public void close() throws IOException {
    try (out) {
      waiting.append('\n');
      pass();
    }
  }
}
