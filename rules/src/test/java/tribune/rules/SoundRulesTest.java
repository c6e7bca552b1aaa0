package tribune.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.analysis.RuleBaseCheck;

/**
 * The shipped rule base has no flaw that can be found, and a flawed check beside LONG is found out.
 */
class SoundRulesTest {
  private static final String FOLDER = "principles/long/";
  private static final String LONG = FOLDER + "long.drl";
  private static final String PRINCIPLE = FOLDER + "principle.yaml";
  private static final String NEW_CHECK =
      """

        - id: LTR-90
          title: A check that was added
          question: Is it?
          severity: MINOR
          asks: [decision.adverse]
          remedy: None.
          basis: [{seed: 003_5674240740687b38.txt, phrase: Net Promoter Score (NPS)}]
      """;

  @Test
  void the_shipped_rule_base_has_no_finding() {
    assertThat(RuleBaseCheck.of(Shipped.files(), CompiledRulesCache.none())).isEmpty();
  }

  @Test
  void a_contradictory_check_that_is_added_is_named() {
    String rules =
        """

        rule "LTR-90 applies"
        when
            Decision( adverse == Tri.YES )
        then
            audit.applies();
        end

        rule "LTR-90 fails" extends "LTR-90 applies"
        when
            Decision( grandfathered == Tri.NO, adverse == Tri.NO )
        then
            audit.fails( "it loses and does not" );
        end
        """;
    assertThat(messages(rules))
        .contains("warning[RB-401]: `LTR-90 fails` can never match")
        .contains("contradicts `adverse == Tri.YES`");
  }

  @Test
  void an_unreachable_check_that_is_added_is_named() {
    String rules =
        """

        declare Unicorn
            name : String
        end

        rule "LTR-90 applies"
        when
            Unicorn()
        then
            audit.applies();
        end

        rule "LTR-90 needs evidence" extends "LTR-90 applies"
        when
            Decision( adverse != Tri.NO )
        then
            audit.needs( "decision.adverse" );
        end

        rule "LTR-90 fails" extends "LTR-90 applies"
        when
            Decision( $adverse : adverse == Tri.YES )
        then
            audit.fails( "it loses" );
        end
        """;
    assertThat(messages(rules))
        .contains("warning[RB-403]: `LTR-90 applies` looks for Unicorn, which no rule derives")
        .contains("warning[RB-402]: `LTR-90 fails` never counts");
  }

  @Test
  void an_unreferenced_check_that_is_added_is_named() {
    assertThat(messages("")).contains("error[RB-205]: LTR-90 lacks the rule `LTR-90 applies`");
    String rules =
        """

        declare Forgotten
            name : String
        end

        rule "derive forgotten"
        when
            CustomerSegment( $name : name )
        then
            insertLogical( new Forgotten( $name ) );
        end

        rule "LTR-90 applies"
        when
            exists Decision()
        then
            audit.applies();
        end

        rule "LTR-90 fails" extends "LTR-90 applies"
        when
            FinancialProfile( $loss : longTermRelationship == Direction.NEGATIVE )
        then
            audit.fails( "it loses" );
        end
        """;
    assertThat(messages(rules))
        .contains("warning[RB-404]: no check reads Forgotten")
        .contains(
            "warning[RB-406]: LTR-90 asks for decision.adverse, which none of its rules reads")
        .contains("warning[RB-411]: no case shows LTR-90 as FAIL");
  }

  private static String messages(String rules) {
    Map<String, byte[]> files = new TreeMap<>(Shipped.files().files());
    files.keySet().removeIf(it -> it.startsWith("principles/") && !it.startsWith(FOLDER));
    files.compute(LONG, (path, bytes) -> added(bytes, rules));
    files.compute(PRINCIPLE, (path, bytes) -> added(bytes, NEW_CHECK));
    List<Diagnostic> found =
        RuleBaseCheck.of(RuleBaseFiles.of("copy", files).orThrow(), CompiledRulesCache.none());
    return found.stream()
        .filter(it -> it.message().contains("LTR-90") || it.message().contains("Forgotten"))
        .map(Diagnostic::text)
        .reduce("", (before, text) -> before + text + "\n");
  }

  private static byte[] added(byte[] bytes, String more) {
    return (new String(bytes, UTF_8) + more).getBytes(UTF_8);
  }
}
