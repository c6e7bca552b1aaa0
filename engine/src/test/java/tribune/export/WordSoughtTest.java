package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A word in a stream of bytes is found wherever the pieces of the stream end. */
class WordSoughtTest {
  private static final byte[] TEXT = "xxwordyy".getBytes(US_ASCII);

  @Test
  void a_word_is_found_wherever_it_is_cut() {
    for (int first = 0; first <= TEXT.length; first++) {
      for (int second = first; second <= TEXT.length; second++) {
        WordSought sought = new WordSought("word");
        sought.write(TEXT, 0, first);
        sought.write(TEXT, first, second - first);
        sought.write(TEXT, second, TEXT.length - second);
        assertThat(sought.isFound()).as("cut at %s and %s", first, second).isTrue();
      }
    }
  }

  @Test
  void what_only_begins_like_it_is_not_it() {
    WordSought sought = new WordSought("word");
    sought.write("wor wor ord".getBytes(US_ASCII), 0, 11);
    sought.write('w');
    assertThat(sought.isFound()).isFalse();
  }
}
