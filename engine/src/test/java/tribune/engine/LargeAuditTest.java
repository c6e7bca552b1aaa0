package tribune.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.trail.Actor;
import tribune.verdict.Finding;

/** The largest proposals that are accepted are audited and recorded like any other. */
class LargeAuditTest {
  private static final Path RULES = Path.of("src/test/resources/rulebases/small");

  @TempDir Path home;

  @Test
  void thousands_of_reasons_fit_into_one_record_which_says_how_many_it_leaves_out() {
    String segments =
        IntStream.range(0, 9_000)
            .mapToObj(
                i -> "- {name: segment " + "x".repeat(20) + i + ", share: 30%, effect: WORSE}")
            .collect(Collectors.joining("\n"));
    String yaml =
        "decision: {id: BIG, title: x, kind: POLICY, adverse: yes, reach: 50%}\nsegments:\n"
            + segments;
    Proposal proposal = ProposalReader.read(Source.of("big.yaml", yaml)).orThrow();
    RuleBase rules =
        RuleBase.load(RuleBaseFiles.in(RULES).orThrow(), CompiledRulesCache.none()).orThrow();
    Actor actor = new Actor("board", null, "localhost");
    try (AuditEngine engine =
        AuditEngine.open(home, rules, Clock.systemUTC(), new SecureRandom(), actor)) {
      Audit audit = engine.audit(proposal);
      Finding.Fail fail = (Finding.Fail) audit.assessment().result().findings().get(1);
      assertThat(fail.grounds().shown().size() + fail.grounds().omitted()).isEqualTo(9_000);
      assertThat(engine.trail().find("BIG")).isPresent();
    }
  }
}
