package tribune.rulebase.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tribune.document.Source;

class PiecesTest {
  private static final long SEED = 20261122;
  private static final String NOISE = "\"'/*(){}; \r\n\u00e9\ud83d\ude00rule end";
  private static final String FILE =
      """
      package rules
      import tribune.decision.*;
      // rule "no rule" when then end
      declare Heard
          name : String
      end
      rule "A-01 applies" when Decision( title == "the end then" ) then audit.applies(); end
      rule "A-01 fails" extends "A-01 applies"
      when
          /* rule "nor this" end */
          Decision( $id : id )
      then
          audit.fails( "it ends" );
      end
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule 'a' when then end rule 'b' when then end | RULE RULE",
        "rule 'a' when then\\nrule 'b' when then end | RULE RULE",
        "rule 'a' when then end end\\nrule 'b' when then end | RULE STRAY RULE",
        "rul 'a' when then end\\nrule 'b' when then end | STRAY RULE",
        "function int f() { return 2; }\\nquery 'q' Decision() end | FUNCTION QUERY",
        "dialect 'mvel'\\nglobal java.util.List seen\\nimport a.b.C | DIALECT GLOBAL IMPORT",
        "import a.b.C\\nx | IMPORT STRAY",
        "rule | RULE",
        "declare X a : String\\nrule 'b' when then end | DECLARE RULE",
      })
  void a_file_falls_into_pieces(String text, String kinds) {
    List<Piece> pieces = Pieces.of(Script.of(Source.of("x", text.replace("\\n", "\n"))));
    assertThat(pieces.stream().map(it -> it.kind().name()).toList())
        .containsExactly(kinds.split(" "));
  }

  @Test
  void words_in_comments_and_texts_begin_and_end_nothing() {
    List<Piece> pieces = Pieces.of(Script.of(Source.of("x", FILE)));
    assertThat(pieces.stream().map(it -> it.kind() + it.name().map(n -> " " + n).orElse("")))
        .containsExactly(
            "PACKAGE", "IMPORT", "DECLARE Heard", "RULE A-01 applies", "RULE A-01 fails");
    RuleParts parts = RuleParts.of(pieces.get(4));
    assertThat(parts.parent().map(Token::content)).contains("A-01 applies");
    assertThat(parts.conditions().stream().map(Token::text))
        .containsExactly("Decision", "(", "$id", ":", "id", ")");
    assertThat(parts.consequence().stream().map(Token::text))
        .containsExactly("audit", ".", "fails", "(", "\"it ends\"", ")", ";");
    assertThat(pieces.get(4).place(parts.consequence().get(4))).hasToString("13:18");
  }

  @Test
  void a_text_or_comment_that_never_ends_is_reported_where_it_begins() {
    Script script = Script.of(Source.of("x", "a \"b\nc 'd' /* e"));
    assertThat(script.mistakes().stream().map(it -> it.code().id() + "@" + it.place()))
        .containsExactly("RB-501@1:3", "RB-502@2:7");
  }

  /** Every character that is neither space nor comment is in exactly one piece. */
  @Test
  void nothing_of_a_damaged_file_gets_lost() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      String text = damaged(random);
      Script script = Script.of(Source.of("x", text));
      List<Token> all = new ArrayList<>();
      Pieces.of(script).forEach(piece -> all.addAll(piece.tokens()));
      assertThat(all)
          .as("seed %d, round %d:%n%s", SEED, round, text)
          .isEqualTo(script.tokens().subList(0, script.tokens().size() - 1));
      for (Token token : script.tokens()) {
        assertThat(Source.of("x", text).text().substring(token.from(), token.to()))
            .isEqualTo(token.text());
      }
      Pieces.of(script).stream()
          .filter(it -> it.kind() == Piece.Kind.RULE)
          .forEach(it -> assertThat(RuleParts.of(it).header()).isNotEmpty());
    }
  }

  private static String damaged(SplittableRandom random) {
    StringBuilder text = new StringBuilder(FILE);
    for (int edit = random.nextInt(1, 12); edit > 0; edit--) {
      int at = random.nextInt(text.length());
      if (random.nextBoolean()) {
        text.delete(at, Math.min(text.length() - 1, at + random.nextInt(1, 9)));
      } else {
        text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
      }
    }
    return text.toString();
  }
}
