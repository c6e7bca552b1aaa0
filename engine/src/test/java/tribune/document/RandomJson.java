package tribune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes values of the profile, small ones mostly, with all the characters that need care. */
final class RandomJson {
  private static final String[] PIECES = {
    "a",
    "Z",
    "0",
    " ",
    "\"",
    "\\",
    "/",
    "\b",
    "\t",
    "\n",
    "\f",
    "\r",
    "\u0000",
    "\u001f",
    "\u007f",
    "\u0080",
    "\u00e9",
    "\u2028",
    "\uffff",
    "\ud83d\ude00",
    "\ufffd",
    "\u05d0",
    "{",
    "]",
    ",",
    ":"
  };

  private final SplittableRandom random;

  RandomJson(SplittableRandom random) {
    this.random = random;
  }

  Json value(int depth) {
    return switch (random.nextInt(depth > 4 ? 2 : 4)) {
      case 0 -> CanonicalJson.text(text());
      case 1 -> new Json.Whole(whole());
      case 2 -> new Json.Elements(elements(depth));
      default -> members(depth);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private long whole() {
    long any = random.nextLong(-Json.Whole.MAX, Json.Whole.MAX + 1);
    return any >> random.nextInt(54);
  }

  private List<Json> elements(int depth) {
    List<Json> elements = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      elements.add(value(depth + 1));
    }
    return elements;
  }

  private Json members(int depth) {
    TreeMap<String, Json> members = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(key(), value(depth + 1));
    }
    return Json.Members.of(members);
  }

  private String key() {
    String rest = "azAZ09";
    StringBuilder key = new StringBuilder().append((char) random.nextInt('a', 'z' + 1));
    for (int i = random.nextInt(6); i > 0; i--) {
      key.append(rest.charAt(random.nextInt(rest.length())));
    }
    return key.toString();
  }
}
