package tribune.export.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The templates of the page. Whatever they print is escaped for text and for quoted attributes, and
 * what HTML does not allow at all becomes U+FFFD; a name that is not there is a mistake.
 */
final class Templates {
  static final Template HEAD = compiled("head.mustache");
  static final Template DECISION = compiled("decision.mustache");
  static final Template RULES = compiled("rules.mustache");
  static final String STYLE = text("style.css");

  private Templates() {}

  private static Template compiled(String name) {
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .withEscaper(text -> Escapers.HTML.escape(withoutControls(text)))
        .compile(text(name));
  }

  /** Control characters other than tab and line ends; surrogates without their other half. */
  private static String withoutControls(String text) {
    StringBuilder allowed = new StringBuilder(text);
    for (int i = 0; i < allowed.length(); i++) {
      char c = allowed.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < allowed.length()
              && Character.isLowSurrogate(allowed.charAt(i + 1));
      if (isPair) {
        i++;
      } else if (isForbidden(c)) {
        allowed.setCharAt(i, '\ufffd');
      }
    }
    return allowed.toString();
  }

  private static boolean isForbidden(char c) {
    boolean isControl = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
    return isControl || Character.isSurrogate(c) || c >= 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
  }

  private static String text(String name) {
    try (InputStream in =
        requireNonNull(Templates.class.getResourceAsStream(name), "part of this jar")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
