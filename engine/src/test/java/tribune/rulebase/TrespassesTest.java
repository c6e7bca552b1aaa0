package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tribune.document.Diagnostic;
import tribune.rulebase.confinement.Trespass;

/** Whatever the second wall finds has a place in a rule file, and one that is true. */
class TrespassesTest {
  private static final String DERIVATIONS = "derivations.drl";

  private final SmallRuleBase small =
      SmallRuleBase.asShipped()
          .with("a.drl", "// no rule here\n\npackage rules\n")
          .adding(DERIVATIONS, "\ndeclare Odd\n    thread : String\nend\n");
  private final List<DrlFile> files = RuleFiles.parse(small.files()).files();

  @Test
  void what_a_declared_fact_does_stands_at_its_declaration() {
    Diagnostic found = explain(new Trespass("rules.Odd", "hashCode", "calls run", "run"));
    assertThat(found.source().name()).isEqualTo("small/" + DERIVATIONS);
    assertThat(line(found)).startsWith("declare Odd");
    assertThat(found.message()).isEqualTo("the declared fact `Odd` calls run");
  }

  @Test
  void what_a_member_of_it_does_stands_at_the_member() {
    Diagnostic found = explain(new Trespass("rules.Odd$1", "", "names thread", "thread"));
    assertThat(line(found)).isEqualTo("    thread : String");
    assertThat(found.message()).startsWith("the declared fact `Odd` ");
  }

  @Test
  void what_is_of_no_rule_and_no_declaration_stands_where_its_name_does() {
    Diagnostic found =
        explain(new Trespass("rules.Made", "", "names UsableEvidence", "UsableEvidence"));
    assertThat(line(found)).contains("UsableEvidence");
    assertThat(found.message()).startsWith("what is written here ");
  }

  @Test
  void what_is_of_all_rules_together_stands_where_their_package_is_named() {
    Diagnostic found = explain(new Trespass("rules.Made", "", "is no class file", ""));
    assertThat(found.source().name()).isEqualTo("small/a.drl");
    assertThat(line(found)).isEqualTo("package rules");
    assertThat(found.text())
        .contains("the rules of this package together is no class file")
        .contains("--> small/a.drl:3:1")
        .contains("help allowed");
  }

  private Diagnostic explain(Trespass trespass) {
    List<Diagnostic> found = Trespasses.explain(List.of(trespass), new TreeMap<>(), files);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String line(Diagnostic found) {
    assertThat(found.place()).isNotNull();
    return found.source().line(found.place().line());
  }
}
