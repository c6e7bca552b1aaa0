package tribune.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads one value in the form of {@link CanonicalJson} and refuses all else. Good for one use. */
final class CanonicalReader {
  private final byte[] bytes;
  private int at;

  CanonicalReader(byte[] bytes) {
    this.bytes = bytes;
  }

  Json read() {
    if (bytes.length > CanonicalJson.MAX_BYTES) {
      throw fault(0, "longer than " + CanonicalJson.MAX_BYTES + " bytes");
    }
    Json value = value(0);
    if (at < bytes.length) {
      throw fault(at, "nothing may follow the value");
    }
    return value;
  }

  private Json value(int depth) {
    int next = peek();
    if (next == '{') {
      return members(deeper(depth));
    }
    if (next == '[') {
      return elements(deeper(depth));
    }
    if (next == '"') {
      return new Json.Text(string());
    }
    if (next == '-' || isDigit(next)) {
      return whole();
    }
    throw fault(at, "expected an object, an array, a text or a whole number");
  }

  private int deeper(int depth) {
    if (depth == CanonicalJson.MAX_DEPTH) {
      throw fault(at, "nested deeper than " + CanonicalJson.MAX_DEPTH + " levels");
    }
    return depth + 1;
  }

  private Json members(int depth) {
    TreeMap<String, Json> members = new TreeMap<>();
    at++;
    while (!closes('}', members.isEmpty())) {
      int start = at;
      String key = string();
      if (!CanonicalJson.isKey(key)) {
        throw fault(start, "key is not of the form [a-z][A-Za-z0-9]*");
      }
      if (!members.isEmpty() && members.lastKey().compareTo(key) >= 0) {
        throw fault(start, "key '" + key + "' must stand before '" + members.lastKey() + "'");
      }
      expect(':');
      members.put(key, value(depth));
    }
    return Json.Members.owning(members);
  }

  private Json elements(int depth) {
    List<Json> elements = new ArrayList<>();
    at++;
    while (!closes(']', elements.isEmpty())) {
      elements.add(value(depth));
    }
    return new Json.Elements(elements);
  }

  /** Takes the closing bracket, or the comma that must stand before all but the first. */
  private boolean closes(char bracket, boolean first) {
    if (peek() == bracket) {
      at++;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private Json whole() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (at < bytes.length && isDigit(bytes[at])) {
      at++;
    }
    int count = at - digits;
    boolean zeroFirst = count > 0 && bytes[digits] == '0';
    if (count == 0 || count > 16 || (zeroFirst && (count > 1 || digits > start))) {
      throw fault(start, "not the canonical form of a whole number");
    }
    long value = Long.parseLong(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
    if (value < -Json.Whole.MAX || value > Json.Whole.MAX) {
      throw fault(start, "a whole number beyond 2^53-1");
    }
    return new Json.Whole(value);
  }

  private String string() {
    int start = at;
    expect('"');
    int plain = at;
    while (at < bytes.length && isPlain(bytes[at])) {
      at++;
    }
    if (peek() == '"') {
      at++;
      return new String(bytes, plain, at - 1 - plain, StandardCharsets.US_ASCII);
    }
    at = plain;
    return stringOfAnyKind(start);
  }

  /** ASCII that stands for itself; most texts hold nothing else, and all of those are NFC. */
  private static boolean isPlain(byte b) {
    return b >= 0x20 && b != '"' && b != '\\';
  }

  private String stringOfAnyKind(int start) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    for (int next = peek(); next != '"'; next = peek()) {
      if (next >= 0 && next < 0x20) {
        throw fault(at, "a control character that is not escaped");
      }
      raw.write(next == '\\' ? escaped() : bytes[at++]);
    }
    at++;
    String text = decoded(raw.toByteArray(), start);
    if (!CanonicalJson.isNfc(text)) {
      throw fault(start, "text that is not in Unicode NFC");
    }
    return text;
  }

  private byte escaped() {
    int start = at++;
    int letter = peek();
    at++;
    return switch (letter) {
      case '"', '\\' -> (byte) letter;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> control(start);
      default -> throw fault(start, "an escape that canonical JSON does not use");
    };
  }

  /** The control characters that have no short escape are the only ones written in hex. */
  private byte control(int start) {
    if (at + 4 > bytes.length) {
      throw fault(start, "an escape that is cut off");
    }
    int value = 16 * hex(bytes[at + 2]) + hex(bytes[at + 3]);
    boolean small = bytes[at] == '0' && bytes[at + 1] == '0' && value >= 0 && value < 0x20;
    if (!small || "\b\t\n\f\r".indexOf(value) >= 0) {
      throw fault(start, "an escape that canonical JSON does not use");
    }
    at += 4;
    return (byte) value;
  }

  private static int hex(byte digit) {
    int value = "0123456789abcdef".indexOf(digit);
    return value < 0 ? -1000 : value;
  }

  private String decoded(byte[] raw, int start) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw fault(start, "text that is not UTF-8");
    }
  }

  private int peek() {
    if (at >= bytes.length) {
      throw fault(at, "ends too early");
    }
    return bytes[at];
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw fault(at, "expected '" + wanted + "'");
    }
    at++;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  private static NotCanonicalJson fault(int offset, String problem) {
    return new NotCanonicalJson(offset, problem);
  }
}
