package tribune.shell.line;

import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import tribune.shell.render.Palette;

/**
 * Colours a line while it is typed: the name of a command that exists is bold, a word that cannot
 * stand where it stands is red. A word that may still become something is left alone.
 */
public final class LineHighlighter implements Highlighter {

  private static final AttributedStyle KNOWN = AttributedStyle.BOLD;
  private static final AttributedStyle WRONG =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
  private static final int WORDS_AT_MOST = 200;

  private final CommandCatalogue catalogue;
  private final Palette palette;

  public LineHighlighter(CommandCatalogue catalogue, Palette palette) {
    this.catalogue = catalogue;
    this.palette = palette;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    SplitLine split = SplitLine.of(buffer);
    if (palette == Palette.NONE || split.words().size() > WORDS_AT_MOST) {
      return new AttributedString(buffer);
    }
    AttributedStringBuilder colored = new AttributedStringBuilder(buffer.length());
    int done = 0;
    for (int index = 0; index < split.words().size(); index++) {
      SplitLine.Word word = split.words().get(index);
      colored.append(buffer.substring(done, word.start()));
      colored.append(
          buffer.substring(word.start(), word.end()), style(split.texts(), index, buffer));
      done = word.end();
    }
    return colored.append(buffer.substring(done)).toAttributedString();
  }

  private AttributedStyle style(List<String> words, int index, String buffer) {
    LineReading before = LineReading.of(catalogue, words.subList(0, index));
    LineReading after = LineReading.of(catalogue, words.subList(0, index + 1));
    if (isWrong(after) && !isWrong(before)) {
      boolean isBeingTyped =
          index == words.size() - 1 && !Character.isWhitespace(buffer.charAt(buffer.length() - 1));
      return isBeingTyped && mayBecome(before, words.get(index)) ? AttributedStyle.DEFAULT : WRONG;
    }
    return after.name().equals(before.name()) ? AttributedStyle.DEFAULT : KNOWN;
  }

  private static boolean isWrong(LineReading reading) {
    return reading.problem().isPresent() && reading.awaiting().isEmpty();
  }

  private boolean mayBecome(LineReading before, String word) {
    return word.startsWith("-")
        || catalogue.wordsAfter(before.name()).stream().anyMatch(next -> next.startsWith(word));
  }
}
