package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.document.Diagnostic;

/** A mistake inside a rule names that rule, whoever found it. */
class InRuleTest {
  private static final Path CORPUS = Path.of("../fixtures/hostile-rules");
  private static final String FILE = "hostile.drl";

  @ParameterizedTest
  @MethodSource("tribune.rulebase.HostileRulesTest#files")
  void every_mistake_of_a_hostile_file_names_the_rule_that_it_stands_in(String name)
      throws IOException {
    RuleBaseFiles files =
        SmallRuleBase.asShipped().with(FILE, Files.readString(CORPUS.resolve(name))).files();
    for (Diagnostic found : RuleBase.mistakes(files)) {
      if (found.place() != null && found.source().name().endsWith(FILE)) {
        RuleLines.of(found.source()).stream()
            .filter(rule -> rule.holds(found.place().line()))
            .forEach(rule -> assertThat(found.text()).contains(rule.name()));
      }
    }
  }

  @Test
  void a_misspelt_member_and_a_forbidden_word_name_their_rule() {
    String text =
        SmallRuleBase.asShipped()
            .replacing(SmallRuleBase.DRL, "grandfathered != Tri.YES", "granfathered != Tri.YES")
            .mistakes();
    assertThat(text).contains("RB-602").contains("= in the rule `DEA-01 fails`");
  }

  @Test
  void a_mistake_between_rules_names_none() {
    String text =
        SmallRuleBase.asShipped()
            .with("extra.drl", "package rules\nimport java.util.*\n")
            .mistakes();
    assertThat(text).contains("extra.drl:2").doesNotContain("in the rule");
  }
}
