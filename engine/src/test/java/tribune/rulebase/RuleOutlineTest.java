package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostics;
import tribune.document.Source;

class RuleOutlineTest {
  private static final String ODD =
      """
      package rules
      import tribune.decision.*
      import tribune.rulebase.language.*

      // rule "commented out" when Decision( then end
      rule "derive odd things" // says ) and "
      when
          /* a comment ( with
             brackets */
          $d : Decision( id != "( // no comment", // one ) comment
                         $kind : kind in ( Kind.PRICING,
                                           Kind.POLICY ) )
          exists ( CustomerSegment( share == null ) or ( AsOf() and not InputEvidence() ) )
          accumulate( InputEvidence( sampleSize != null, $size : sampleSize ); $all : sum( $size ) )
          $many : Number() from accumulate( InputEvidence(), count() )
          forall( CustomerSegment( $n : name ) CustomerSegment( name == $n ) )
      then
          insertLogical( new Stakes( Level.HIGH, "// no comment" ) ); // a comment
      end
      """;

  @Test
  void comments_and_layout_are_left_out_and_nothing_else() {
    RuleOutline odd = outlines(ODD).get(0);
    assertThat(odd.place().line()).isEqualTo(6);
    assertThat(odd.conditions().parts().stream().map(Condition::text))
        .containsExactly(
            "$d : Decision( id != \"( // no comment\", $kind : kind in ( Kind.PRICING, Kind.POLICY"
                + " ) )",
            "exists ( CustomerSegment( share == null ) or ( AsOf( ) and not InputEvidence( ) ) )",
            "accumulate( InputEvidence( sampleSize != null, $size : sampleSize );"
                + " $all : sum( $size ) )",
            "$many : Number() from accumulate( InputEvidence(), count() )",
            "forall( CustomerSegment( $n : name ) CustomerSegment( name == $n ) )");
    assertThat(((Condition.FactPattern) odd.conditions().parts().get(0)).constraints())
        .extracting(it -> it.place().toString())
        .containsExactly("10:20", "11:20");
  }

  @Test
  void what_is_written_again_reads_the_same() {
    RuleOutline odd = outlines(ODD).get(0);
    RuleOutline again = outlines("package rules\n" + odd.drl()).get(0);
    assertThat(again.conditions().drl()).isEqualTo(odd.conditions().drl());
    assertThat(again.consequence().strip()).isEqualTo(odd.consequence().strip());
  }

  @Test
  void rules_written_again_say_what_the_rules_say() {
    RuleBase small = SmallRuleBase.asShipped().load();
    List<RuleOutline> copies = new ArrayList<>();
    Map<String, String> inPlay = new LinkedHashMap<>();
    for (RuleOutline rule : RuleOutline.of(small)) {
      RuleOutline copy = rule.named("copy of " + rule.name());
      copies.add(rule.parent().map(it -> copy.extending("copy of " + it)).orElse(copy));
      inPlay.put(copy.name(), rule.name());
    }
    RuleBase copied =
        RuleVariants.compile(small, copies, CompiledRulesCache.none()).orThrow().inPlay(inPlay);
    assertThat(copied.evaluate(RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL), RuleBaseTest.DAY))
        .isEqualTo(
            small.evaluate(RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL), RuleBaseTest.DAY));
  }

  @Test
  void whatever_the_parser_takes_can_be_taken_apart() {
    long seed = 90_210L;
    SplittableRandom random = new SplittableRandom(seed);
    int parsed = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(ODD);
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        int at = random.nextInt(text.length());
        int from = random.nextInt(ODD.length() - 8);
        text.replace(
            at,
            Math.min(text.length(), at + random.nextInt(3)),
            ODD.substring(from, from + random.nextInt(8)));
      }
      Source source = Source.of("odd.drl", text.toString());
      var file = DrlFile.parse("odd.drl", source, new Diagnostics(source));
      ConditionReader reader = new ConditionReader(source);
      for (RuleDescr rule : file.content().getRules()) {
        assertThat(reader.conditions(rule).drl()).as("text %d of seed %d", i, seed).isNotNull();
        parsed++;
      }
    }
    assertThat(parsed).isGreaterThan(300);
  }

  private static List<RuleOutline> outlines(String drl) {
    Source source = Source.of("odd.drl", drl);
    DrlFile file = DrlFile.parse("odd.drl", source, new Diagnostics(source));
    return RuleOutline.of(List.of(file));
  }
}
