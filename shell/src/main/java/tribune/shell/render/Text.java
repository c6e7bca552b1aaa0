package tribune.shell.render;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/**
 * One line of text in pieces of one tone each. Whatever it is made of is safe to print: control
 * characters are made visible and line ends become blanks when a piece is created.
 *
 * @param spans the pieces, in order
 */
public record Text(List<Span> spans) {

  public static final Text NONE = new Text(List.of());

  public Text {
    spans = List.copyOf(spans);
  }

  /** Text of no particular tone. */
  public static Text of(String words) {
    return of(words, Tone.PLAIN);
  }

  public static Text of(String words, Tone tone) {
    return new Text(List.of(new Span(words, tone)));
  }

  public Text and(Text more) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Text(all);
  }

  public Text and(String words) {
    return and(of(words));
  }

  public Text and(String words, Tone tone) {
    return and(of(words, tone));
  }

  public boolean isEmpty() {
    return spans.stream().allMatch(span -> span.words.isEmpty());
  }

  /** The words without their tones. */
  public String words() {
    return spans.stream().map(Span::words).collect(Collectors.joining());
  }

  /** The columns it takes on a terminal; a Chinese character or an emoji takes two. */
  public int width() {
    return spans.stream().mapToInt(span -> width(span.words)).sum();
  }

  static int width(String words) {
    return words.codePoints().map(character -> Math.max(0, WCWidth.wcwidth(character))).sum();
  }

  /** A piece of text of one tone. */
  public record Span(String words, Tone tone) {
    public Span {
      words = Printable.line(words);
      requireNonNull(tone, "tone");
    }
  }
}
