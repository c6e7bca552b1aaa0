package tribune.rulebase.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.document.Diagnostic;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;

/** Of a rule base that builds on another one, only what is its own is asked of its cases. */
class OwnRulesTest {
  @TempDir Path directory;

  @BeforeEach
  void writes_a_rule_base_that_changes_one_threshold() throws IOException {
    write(
        "rulebase.yaml",
        """
        name: mine
        version: 1.0.0
        title: Stricter
        extends: small
        thresholds:
          - {id: high-reach, value: 40%, why: We are small.}
        """);
    write(
        "mine.cases.yaml",
        """
        asOf: 2026-01-15
        cases:
          - name: what takes nothing away is not concerned
            check: DEA-01
            outcome: NOT_APPLICABLE
            proposal: {decision: {kind: PRICING, adverse: no}}
        """);
  }

  @Test
  void what_the_base_holds_is_no_gap() {
    Coverage coverage = coverage();
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.outcomes()).hasToString("0 of 0");
    assertThat(coverage.rules()).hasToString("0 of 0");
    assertThat(coverage.conditions()).hasToString("0 of 0");
  }

  @Test
  void only_the_threshold_that_it_changes_is_moved() {
    assertThat(Mutants.of(rules()).all())
        .extracting(it -> it.source().name() + ":" + it.place().line() + " " + it.after())
        .containsExactly(
            directory.resolve("rulebase.yaml") + ":6 39%",
            directory.resolve("rulebase.yaml") + ":6 41%");
  }

  @Test
  void a_check_of_its_own_is_asked_for_all_its_cases_and_edited() throws IOException {
    write(
        "thresholds.yaml",
        "thresholds: [{id: far, value: 50%, why: Half of all is far., source: us}]\n");
    write(
        "principles/far/principle.yaml",
        """
        id: FAR
        title: What goes far is looked at twice
        statement: What reaches half of all customers is looked at twice.
        why: It cannot be taken back.
        checks:
          - id: FAR-01
            title: What goes far can be taken back
            question: Can it be taken back?
            severity: MINOR
            asks: [decision.reversibility, decision.reach]
            remedy: Make it easy to take back.
            basis: [{seed: our-promise.txt, phrase: think twice}]
        """);
    write(
        "principles/far/far.drl",
        """
        package rules

        import tribune.decision.*
        import tribune.rulebase.language.*

        rule "FAR-01 applies"
        when
            Threshold( id == "far", $min : value )
            Decision( $reach : reach >= $min )
        then
            audit.applies();
        end

        rule "FAR-01 fails" extends "FAR-01 applies"
        when
            Decision( $reversibility : reversibility == Reversibility.IRREVERSIBLE )
        then
            audit.fails( "it cannot be taken back" );
        end
        """);
    Coverage coverage = coverage();
    assertThat(coverage.outcomes()).hasToString("0 of 4");
    assertThat(coverage.rules()).hasToString("0 of 2");
    assertThat(coverage.gaps())
        .extracting(Diagnostic::message)
        .isNotEmpty()
        .allMatch(it -> it.contains("FAR-01"));
    assertThat(Mutants.of(rules()).all())
        .extracting(Mutant::where)
        .contains("FAR-01 applies", "FAR-01 fails", "far", "high-reach")
        .noneMatch(it -> it.startsWith("DEA-") || it.startsWith("derive"));
  }

  private Coverage coverage() {
    RuleBase rules = rules();
    return Coverage.of(
            rules,
            CaseFile.readAll(rules.files()).orThrow(),
            Set.of(),
            KnownGaps.read(rules.files()).orThrow(),
            CompiledRulesCache.none())
        .orThrow();
  }

  private RuleBase rules() {
    RuleBaseFiles files =
        RuleBaseFiles.in(directory, Map.of("small", () -> SmallRuleBase.sound().files())).orThrow();
    return RuleBase.load(files, CompiledRulesCache.none()).orThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(UTF_8));
  }
}
