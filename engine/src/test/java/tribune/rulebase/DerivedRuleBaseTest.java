package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.document.Reading;
import tribune.rulebase.analysis.RuleBaseCheck;
import tribune.rulebase.cases.CaseFile;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;

/** A rule base that builds on another one, without copying it. */
class DerivedRuleBaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final Map<String, Supplier<RuleBaseFiles>> KNOWN =
      Map.of("small", () -> SmallRuleBase.sound().files());
  private static final String HEAD =
      """
      name: mine
      version: 1.0.0
      title: Stricter
      extends: small
      """;
  private static final String CHANGES =
      HEAD
          + """
          switchedOff:
            - {check: DEA-01, why: We have no deals.}
          severities:
            - {check: DEA-02, severity: BLOCKER, why: It is what we stand for.}
          thresholds:
            - {id: high-reach, value: 40%, why: We are small.}
          """;

  @TempDir Path directory;

  @Test
  void a_check_that_is_switched_off_yields_no_finding_and_says_why() {
    RuleBase rules = load(CHANGES);
    assertThat(rules.evaluate(RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL), DAY).findings())
        .extracting(it -> it.check().text())
        .containsExactly("DEA-02");
    Inheritance inheritance = rules.catalogue().inheritance().orElseThrow();
    assertThat(inheritance.switchedOff())
        .extracting(Inheritance.Off::why)
        .containsExactly("We have no deals.");
    assertThat(inheritance.base().description().name()).isEqualTo("small");
  }

  @Test
  void a_severity_and_a_threshold_are_those_of_the_derived_rule_base() {
    RuleBase rules = load(CHANGES);
    assertThat(rules.catalogue().checks())
        .extracting(Check::severity)
        .containsExactly(Severity.BLOCKER);
    assertThat(rules.catalogue().inheritance().orElseThrow().thresholds())
        .extracting(Inheritance.OtherThreshold::before)
        .containsExactly("10%");
    assertThat(
            RuleBaseTest.outcome(
                rules.evaluate(RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL), DAY), "DEA-02"))
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void what_it_does_not_change_is_as_in_the_base() {
    RuleBase rules = load(HEAD);
    RuleBase base = SmallRuleBase.sound().load();
    var proposal = RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL);
    assertThat(rules.evaluate(proposal, DAY)).isEqualTo(base.evaluate(proposal, DAY));
  }

  @Test
  void its_version_covers_its_own_files_and_those_of_the_base() {
    String version = load(CHANGES).sha256();
    assertThat(load(CHANGES).sha256()).isEqualTo(version);
    assertThat(load(CHANGES.replace("40%", "41%")).sha256()).isNotEqualTo(version);
    write("rulebase.yaml", CHANGES);
    RuleBaseFiles other =
        RuleBaseFiles.in(
                directory,
                Map.of(
                    "small",
                    () ->
                        SmallRuleBase.sound()
                            .replacing("thresholds.yaml", "24 months", "23 months")
                            .files()))
            .orThrow();
    assertThat(other.sha256()).isNotEqualTo(version);
  }

  @Test
  void its_files_alone_are_enough_to_load_it_again() {
    RuleBase rules = load(CHANGES);
    RuleBase again =
        RuleBase.load(
                RuleBaseFiles.of("stored", rules.files().files()).orThrow(),
                CompiledRulesCache.none())
            .orThrow();
    assertThat(again.sha256()).isEqualTo(rules.sha256());
    var proposal = RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL);
    assertThat(again.evaluate(proposal, DAY)).isEqualTo(rules.evaluate(proposal, DAY));
    assertThat(again.catalogue().inheritance()).isPresent();
  }

  @Test
  void written_to_a_directory_they_need_no_base_either() {
    RuleBaseFiles files = read(CHANGES);
    files.files().forEach((path, bytes) -> writeBytes("again/" + path, bytes));
    RuleBaseFiles again = RuleBaseFiles.in(directory.resolve("again")).orThrow();
    assertThat(again.sha256()).isEqualTo(files.sha256());
  }

  @Test
  void it_is_compiled_once() {
    CompiledRulesCache cache =
        CompiledRulesCache.in(directory.resolve("cache"), SecureRandom::new, Clock.systemUTC());
    RuleBaseFiles files = read(CHANGES);
    assertThat(cache.find(files.sha256())).isEmpty();
    RuleBase.load(files, cache).orThrow();
    assertThat(cache.find(files.sha256())).isPresent();
  }

  @Test
  void it_adds_principles_checks_derivations_thresholds_and_cases_of_its_own() {
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

        declare FarReaching
            reach : java.math.BigDecimal
        end

        rule "derive far-reaching"
        when
            Threshold( id == "far", $min : value )
            Decision( $reach : reach >= $min )
        then
            insertLogical( new FarReaching( $reach ) );
        end

        rule "FAR-01 applies"
        when
            FarReaching( $reach : reach )
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
    write(
        "principles/far/far.cases.yaml",
        """
        asOf: 2026-01-15
        cases:
          - name: what reaches half and is irreversible fails
            check: FAR-01
            outcome: FAIL
            reason: it cannot be taken back
            proposal: {decision: {kind: POLICY, reach: 50%, reversibility: IRREVERSIBLE}}
        """);
    RuleBaseFiles files = read(CHANGES);
    assertThat(RuleBaseCheck.of(files, CompiledRulesCache.none())).isEmpty();
    RuleBase rules = RuleBase.load(files, CompiledRulesCache.none()).orThrow();
    assertThat(CaseFile.readAll(files).orThrow())
        .singleElement()
        .satisfies(it -> assertThat(it.run(rules)).isEmpty());
    assertThat(rules.catalogue().checks())
        .extracting(Check::id)
        .containsExactly("DEA-02", "FAR-01");
  }

  @Test
  void a_check_or_principle_that_the_base_has_cannot_be_described_again() {
    write(
        "principles/deal/principle.yaml",
        SmallRuleBase.sound().text("principles/deal/principle.yaml"));
    assertThat(mistakes(HEAD))
        .contains("error[RB-104]: the principle DEAL is described twice")
        .contains("error[RB-103]: DEA-01 is described twice")
        .contains("it is also described in small/principles/deal/principle.yaml");
  }

  @Test
  void a_threshold_that_the_base_has_is_changed_in_one_place_only() {
    write("thresholds.yaml", "thresholds: [{id: high-reach, value: 1%, why: x}]\n");
    assertThat(mistakes(HEAD))
        .contains("error[RB-106]: small has high-reach already")
        .contains("list it under `thresholds` of rulebase.yaml");
  }

  @Test
  void an_unknown_check_or_threshold_is_refused_with_the_nearest_name() {
    String mistakes =
        mistakes(CHANGES.replace("DEA-01", "DEA-11").replace("high-reach", "hi-reach"));
    assertThat(mistakes)
        .contains("error[RB-105]: small has no check DEA-11")
        .contains("/rulebase.yaml:6:13")
        .contains("did you mean DEA-01?")
        .contains("error[RB-105]: small has no threshold hi-reach")
        .contains("did you mean high-reach?");
  }

  @Test
  void a_check_cannot_be_switched_off_twice_or_without_a_reason() {
    assertThat(
            mistakes(
                CHANGES.replace(
                    "switchedOff:\n", "switchedOff:\n  - {check: DEA-01, why: Again.}\n")))
        .contains("error[IN-111]");
    assertThat(mistakes(CHANGES.replace(", why: We have no deals.", "")))
        .contains("error[IN-102]: switchedOff[DEA-01].why is missing");
  }

  @Test
  void a_threshold_keeps_its_unit() {
    assertThat(mistakes(CHANGES.replace("40%", "4 months")))
        .contains("error[RB-107]: the threshold high-reach counts something else in its base")
        .contains("there it is 10%");
    assertThat(mistakes(CHANGES.replace("40%", "many"))).contains("error[RB-101]");
  }

  @Test
  void an_unknown_base_is_refused_with_the_nearest_name() {
    assertThat(mistakes(HEAD.replace("extends: small", "extends: smal")))
        .contains("error[RB-004]: there is no rule base smal")
        .contains("/rulebase.yaml:4:10")
        .contains("did you mean small?");
    assertThat(mistakes(HEAD.replace("extends: small", "extends: ../nowhere")))
        .contains("write small or a directory relative to this one");
  }

  @Test
  void a_directory_beside_it_can_be_the_base_and_have_a_base_itself() {
    write("middle/rulebase.yaml", CHANGES.replace("mine", "middle"));
    RuleBase rules = load(HEAD.replace("extends: small", "extends: middle"));
    assertThat(rules.catalogue().checks()).extracting(Check::id).containsExactly("DEA-02");
    assertThat(rules.evaluate(RuleBaseTest.proposal(RuleBaseTest.LOSING_DEAL), DAY).findings())
        .hasSize(1);
    assertThat(rules.files().files()).containsKey("base/base/rulebase.yaml");
    assertThat(RuleBaseFiles.of("stored", rules.files().files()).orThrow().sha256())
        .isEqualTo(rules.sha256());
  }

  @Test
  void a_rule_base_that_builds_on_itself_is_refused() {
    write("other/rulebase.yaml", HEAD.replace("extends: small", "extends: .."));
    assertThat(mistakes(HEAD.replace("extends: small", "extends: other")))
        .contains("error[RB-005]: the rule base builds on itself");
  }

  @Test
  void a_long_chain_is_refused() {
    String next = HEAD.replace("extends: small", "extends: next");
    write("next/rulebase.yaml", next);
    write("next/next/rulebase.yaml", next);
    write("next/next/next/rulebase.yaml", next);
    write("next/next/next/next/rulebase.yaml", HEAD);
    assertThat(mistakes(next)).contains("error[RB-005]: more than 3 rule bases stand below one");
  }

  @Test
  void changes_without_a_base_are_refused() {
    SmallRuleBase rules =
        SmallRuleBase.sound().adding("rulebase.yaml", "switchedOff: [{check: DEA-01, why: x}]\n");
    assertThat(rules.mistakes())
        .contains("error[RB-105]: `switchedOff` changes a base, and there is none");
    assertThat(SmallRuleBase.sound().adding("rulebase.yaml", "extends: lost\n").mistakes())
        .contains("error[RB-004]: the rule base lost is not here");
  }

  @Test
  void a_folder_called_base_is_no_part_of_a_rule_base_that_stands_alone() {
    SmallRuleBase.sound().files().files().forEach(this::writeBytes);
    String version = RuleBaseFiles.in(directory).orThrow().sha256();
    write("base/rulebase.yaml", "name: [");
    assertThat(RuleBaseFiles.in(directory).orThrow().sha256()).isEqualTo(version);
  }

  @Test
  void a_threshold_that_makes_a_rule_of_the_base_contradict_itself_is_found() {
    String conditions =
        "rule \"DEA-02 applies\"\nwhen\n    Threshold( id == \"high-reach\", $r : value )\n"
            + "    Threshold( id == \"top\", $t : value )\n    Decision( reach > $r, reach < $t )";
    Map<String, Supplier<RuleBaseFiles>> known =
        Map.of(
            "small",
            () ->
                SmallRuleBase.sound()
                    .adding("thresholds.yaml", "  - {id: top, value: 30%, why: x}\n")
                    .replacing(SmallRuleBase.DRL, "rule \"DEA-02 applies\"\nwhen", conditions)
                    .files());
    write("rulebase.yaml", CHANGES);
    RuleBaseFiles files = RuleBaseFiles.in(directory, known).orThrow();
    assertThat(RuleBaseCheck.of(files, CompiledRulesCache.none()))
        .extracting(it -> it.code().id() + " " + it.source().name())
        .containsExactly("RB-401 small/principles/deal/deal.drl");
  }

  private RuleBase load(String description) {
    return RuleBase.load(read(description), CompiledRulesCache.none()).orThrow();
  }

  private RuleBaseFiles read(String description) {
    write("rulebase.yaml", description);
    return RuleBaseFiles.in(directory, KNOWN).orThrow();
  }

  private String mistakes(String description) {
    write("rulebase.yaml", description);
    return RuleBaseFiles.in(directory, KNOWN)
        .then(files -> RuleBase.load(files, CompiledRulesCache.none()))
        .fold(sound -> "", Reading.Faulty::text);
  }

  private void write(String path, String text) {
    writeBytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(String path, byte[] bytes) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
