package tribune.shell.line;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * A line while it is typed, split by our rules for JLine: with the word at the cursor, which is
 * empty between two words.
 */
public record TypedLine(
    String line,
    int cursor,
    List<String> words,
    int wordIndex,
    int wordCursor,
    int rawWordCursor,
    int rawWordLength)
    implements CompletingParsedLine {

  /**
   * JLine's parser: says what is at the cursor, and asks for another line while a quote is open.
   */
  public static final Parser PARSER = TypedLine::parse;

  @Override
  public String word() {
    return words.get(wordIndex);
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return SplitLine.quote(candidate.toString());
  }

  private static ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
    SplitLine split = SplitLine.of(line);
    boolean mayBeOpen =
        context == Parser.ParseContext.COMPLETE || context == Parser.ParseContext.SPLIT_LINE;
    if (split.open().isPresent() && !mayBeOpen) {
      throw new EOFError(-1, cursor, split.open().get().complaint(), "");
    }
    return at(line, cursor, split);
  }

  private static TypedLine at(String line, int cursor, SplitLine split) {
    List<String> words = new ArrayList<>();
    int index = 0;
    for (SplitLine.Word word : split.words()) {
      words.add(word.text());
      if (word.start() <= cursor && cursor <= word.end()) {
        int typed = cursor == word.start() ? 0 : typedLength(line, cursor, word);
        split.words().stream().skip(words.size()).forEach(later -> words.add(later.text()));
        return new TypedLine(
            line, cursor, words, index, typed, cursor - word.start(), word.end() - word.start());
      }
      if (word.end() < cursor) {
        index = words.size();
      }
    }
    words.add(index, "");
    return new TypedLine(line, cursor, words, index, 0, 0, 0);
  }

  /**
   * How much of the word, without its quotes, is before the cursor; an escape may be cut in two.
   */
  private static int typedLength(String line, int cursor, SplitLine.Word word) {
    List<String> upToCursor = SplitLine.of(line.substring(0, cursor)).texts();
    return Math.min(upToCursor.get(upToCursor.size() - 1).length(), word.text().length());
  }
}
