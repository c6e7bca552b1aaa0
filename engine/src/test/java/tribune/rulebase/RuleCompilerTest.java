package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;

class RuleCompilerTest {
  /** Drools finds META-INF/kie.properties.conf by its name alone. */
  @Test
  void rules_are_built_one_at_a_time() {
    assertThat(
            KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration()
                .getOption(ParallelRulesBuildThresholdOption.KEY)
                .getParallelRulesBuildThreshold())
        .isEqualTo(-1);
  }
}
