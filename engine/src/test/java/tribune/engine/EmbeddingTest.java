package tribune.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.trail.Actor;
import tribune.verdict.Verdict;

/** An audit in a few lines of plain Java; the README shows the same lines. */
class EmbeddingTest {
  private static final Path RULES = Path.of("src/test/resources/rulebases/small");
  private static final Path README = Path.of("../README.md");
  private static final Path THIS = Path.of("src/test/java/tribune/engine/EmbeddingTest.java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  @Test
  void an_audit_takes_ten_lines_of_plain_java() {
    Path directory = RULES;
    String yaml = "decision: {id: BAGS, title: A fee for bags, kind: PRICING, adverse: yes}";
    List<String> said = new java.util.ArrayList<>();
    // README
    RuleBaseFiles files = RuleBaseFiles.in(directory).orThrow();
    RuleBase rules = RuleBase.load(files, CompiledRulesCache.none()).orThrow();
    Actor actor = new Actor("board", null, "localhost");
    Proposal proposal = ProposalReader.read(Source.of("bags.yaml", yaml)).orThrow();
    try (AuditEngine engine =
        AuditEngine.open(home, rules, Clock.systemUTC(), new SecureRandom(), actor)) {
      Audit audit = engine.audit(proposal);
      said.add(audit.recommendation().advice());
      audit.assessment().result().findings().forEach(it -> said.add(it.toString()));
    }
    // end
    assertThat(said.get(0)).isEqualTo("return for evidence");
    assertThat(said).hasSize(3);
  }

  @Test
  void the_readme_shows_these_lines() throws IOException {
    Matcher shown = JAVA.matcher(Files.readString(README));
    assertThat(shown.find()).isTrue();
    String test = Files.readString(THIS);
    int first = test.indexOf("// README\n") + 10;
    String lines = test.substring(first, test.indexOf("// end", first));
    assertThat(shown.group(1).strip()).isEqualTo(lines.stripIndent().strip());
  }

  @Test
  void what_was_audited_is_there_after_the_engine_is_closed() {
    RuleBase rules =
        RuleBase.load(RuleBaseFiles.in(RULES).orThrow(), CompiledRulesCache.none()).orThrow();
    Actor actor = new Actor("board", null, "localhost");
    String yaml =
        "decision: {id: BAGS, title: A fee, kind: PRICING, adverse: yes, retroactive: no}";
    Proposal proposal = ProposalReader.read(Source.of("bags.yaml", yaml)).orThrow();
    Audit audit;
    try (AuditEngine engine =
        AuditEngine.open(home, rules, Clock.systemUTC(), new SecureRandom(), actor)) {
      audit = engine.audit(proposal);
    }
    try (AuditEngine engine =
        AuditEngine.open(home, rules, Clock.systemUTC(), new SecureRandom(), actor)) {
      var stored = engine.trail().find("BAGS").orElseThrow();
      assertThat(stored.leaf()).isEqualTo(audit.receipt().leaf());
      var body = (tribune.trail.Body.Audited) stored.content().body();
      assertThat(body.result()).isEqualTo(audit.assessment().result());
      assertThat(body.result().verdict()).isEqualTo(Verdict.PASS);
      assertThat(RecordedRules.files(engine.trail(), body.ruleBase()).sha256())
          .isEqualTo(rules.sha256());
      var facts = engine.trail().payload(stored.seq()).orElseThrow().json();
      assertThat(ProposalReader.readRecorded("BAGS", facts).orThrow()).isEqualTo(proposal);
    }
  }
}
