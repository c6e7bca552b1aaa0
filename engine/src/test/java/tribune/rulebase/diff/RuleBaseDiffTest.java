package tribune.rulebase.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.diff.RuleBaseDiff.Difference;
import tribune.verdict.Severity;

class RuleBaseDiffTest {
  private static final String PRINCIPLE = "principles/deal/principle.yaml";

  @Test
  void a_rule_base_does_not_differ_from_itself() {
    assertThat(diff(SmallRuleBase.asShipped(), SmallRuleBase.asShipped()).isEmpty()).isTrue();
  }

  @Test
  void checks_thresholds_rules_and_files_are_told_each() {
    RuleBaseDiff diff =
        diff(
            SmallRuleBase.asShipped(),
            SmallRuleBase.asShipped()
                .replacing(PRINCIPLE, "severity: MAJOR", "severity: BLOCKER")
                .replacing("thresholds.yaml", "value: 10%", "value: 12%")
                .replacing(SmallRuleBase.DRL, "grandfathered != Tri.YES", "grandfathered == Tri.NO")
                .replacing(
                    SmallRuleBase.DRL, "DEA-02 fails: a small sample", "DEA-02 fails: tiny"));
    assertThat(diff.checks()).extracting(Difference::name).containsExactly("DEA-01");
    assertThat(diff.checks().get(0).after().orElseThrow().severity()).isEqualTo(Severity.BLOCKER);
    assertThat(diff.thresholds()).extracting(Difference::name).containsExactly("high-reach");
    assertThat(diff.thresholds().get(0).after().orElseThrow().value()).isEqualTo("12%");
    assertThat(diff.rules())
        .extracting(it -> it.word() + " " + it.name())
        .containsExactly(
            "changed DEA-01 fails",
            "removed DEA-02 fails: a small sample",
            "added DEA-02 fails: tiny");
    assertThat(diff.files())
        .extracting(it -> it.word() + " " + it.name())
        .containsExactly(
            "changed principles/deal/deal.drl",
            "changed principles/deal/principle.yaml",
            "changed thresholds.yaml");
  }

  @Test
  void whoever_builds_on_a_rule_base_has_its_files_unchanged(@TempDir Path directory)
      throws Exception {
    SmallRuleBase small = SmallRuleBase.asShipped();
    Path base = directory.resolve("base");
    for (Map.Entry<String, byte[]> file : small.files().files().entrySet()) {
      Path path = base.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path derived = Files.createDirectories(directory.resolve("derived"));
    Files.writeString(
        derived.resolve("rulebase.yaml"),
        """
        name: stricter
        version: 1.0.0
        title: Stricter
        extends: ../base
        thresholds: [{id: high-reach, value: 5%, why: fewer are many}]
        """);
    RuleBaseDiff diff =
        RuleBaseDiff.of(small.files(), RuleBaseFiles.in(derived).orThrow()).orThrow();
    assertThat(diff.checks()).isEmpty();
    assertThat(diff.rules()).isEmpty();
    assertThat(diff.thresholds()).extracting(Difference::name).containsExactly("high-reach");
    assertThat(diff.files())
        .extracting(it -> it.word() + " " + it.name())
        .containsExactly("added base/rulebase.yaml", "changed rulebase.yaml");
  }

  private static RuleBaseDiff diff(SmallRuleBase before, SmallRuleBase after) {
    return RuleBaseDiff.of(before.files(), after.files()).orThrow();
  }
}
