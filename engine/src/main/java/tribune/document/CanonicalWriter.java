package tribune.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes one value in the form of {@link CanonicalJson}. Good for one use. */
final class CanonicalWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  byte[] write(Json value) {
    value(value, 0);
    return out.toByteArray();
  }

  private void value(Json value, int depth) {
    if (value instanceof Json.Members members) {
      members(members, deeper(depth));
    } else if (value instanceof Json.Elements elements) {
      elements(elements, deeper(depth));
    } else if (value instanceof Json.Text text) {
      string(text.value());
    } else if (value instanceof Json.Whole whole) {
      ascii(Long.toString(whole.value()));
    }
    if (out.size() > CanonicalJson.MAX_BYTES) {
      throw fault("longer than " + CanonicalJson.MAX_BYTES + " bytes");
    }
  }

  private int deeper(int depth) {
    if (depth == CanonicalJson.MAX_DEPTH) {
      throw fault("nested deeper than " + CanonicalJson.MAX_DEPTH + " levels");
    }
    return depth + 1;
  }

  private void members(Json.Members members, int depth) {
    char before = '{';
    for (Map.Entry<String, Json> member : members.values().entrySet()) {
      out.write(before);
      before = ',';
      if (!CanonicalJson.isKey(member.getKey())) {
        throw fault("key '" + member.getKey() + "' is not of the form [a-z][A-Za-z0-9]*");
      }
      string(member.getKey());
      out.write(':');
      value(member.getValue(), depth);
    }
    ascii(before == '{' ? "{}" : "}");
  }

  private void elements(Json.Elements elements, int depth) {
    char before = '[';
    for (Json element : elements.values()) {
      out.write(before);
      before = ',';
      value(element, depth);
    }
    ascii(before == '[' ? "[]" : "]");
  }

  private void string(String text) {
    if (isPlain(text)) {
      out.write('"');
      ascii(text);
      out.write('"');
    } else {
      stringOfAnyKind(text);
    }
  }

  /** ASCII that stands for itself; most texts hold nothing else, and all of those are NFC. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private void stringOfAnyKind(String text) {
    if (!CanonicalJson.isWellFormed(text)) {
      throw fault("text with a lone surrogate");
    }
    if (!CanonicalJson.isNfc(text)) {
      throw fault("text that is not in Unicode NFC: " + text);
    }
    out.write('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      character(b);
    }
    out.write('"');
  }

  private void character(byte b) {
    switch (b) {
      case '"' -> ascii("\\\"");
      case '\\' -> ascii("\\\\");
      case '\b' -> ascii("\\b");
      case '\t' -> ascii("\\t");
      case '\n' -> ascii("\\n");
      case '\f' -> ascii("\\f");
      case '\r' -> ascii("\\r");
      default -> {
        if (b >= 0 && b < 0x20) {
          ascii("\\u00");
          out.write(HEX[b >> 4]);
          out.write(HEX[b & 0xf]);
        } else {
          out.write(b);
        }
      }
    }
  }

  private void ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private NotCanonicalJson fault(String problem) {
    return new NotCanonicalJson(out.size(), problem);
  }
}
