package tribune.export.oscal;

import java.io.IOException;
import java.io.Writer;

/** Writes JSON piece by piece, so that a document can be longer than memory. Used by one thread. */
final class JsonOut {
  private final Writer out;
  private boolean isFirst = true;

  JsonOut(Writer out) {
    this.out = out;
  }

  JsonOut open(char bracket) throws IOException {
    next();
    out.write(bracket);
    isFirst = true;
    return this;
  }

  JsonOut close(char bracket) throws IOException {
    out.write(bracket);
    isFirst = false;
    return this;
  }

  /** The name of a member, whose value comes next. */
  JsonOut name(String name) throws IOException {
    next();
    string(name);
    out.write(':');
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
    out.write('\n');
    isFirst = true;
    return this;
  }

  private void next() throws IOException {
    if (!isFirst) {
      out.write(',');
    }
    isFirst = false;
  }

  private void string(String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.write('\\');
        out.write(c);
      } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029') {
        String hex = Integer.toHexString(c);
        out.write("\\u" + "0".repeat(4 - hex.length()) + hex);
      } else {
        out.write(c);
      }
    }
    out.write('"');
  }

  /** A property of ours. */
  JsonOut property(String name, String value) throws IOException {
    open('{').member("name", name).member("ns", OscalNames.NAMESPACE);
    return member("value", OscalNames.line(value)).close('}');
  }
}
