package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Diagnostics;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.drl.DrlText;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;

/**
 * Rule files that try to do what rules may not. Each is refused, or stopped, with a message that
 * names the rule and the line, and nothing happens outside of the evaluation.
 */
class HostileRulesTest {
  private static final Path CORPUS = Path.of("../fixtures/hostile-rules");

  /** The same on every machine, since it stands in what is compared. */
  private static final Path WATCHED = Path.of("target", "hostile");

  private static final String HARMLESS = "It loads, and the code in its texts stays text.\n";
  private static final Set<String> STAYS_TEXT =
      Set.of("text-injection.drl", "text-injection-in-condition.drl");
  private static final String FILE = "hostile.drl";
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final Budget BUDGET =
      Budget.DEFAULT
          .withFirings(20_000)
          .withFacts(10_000)
          .withSteps(5_000_000)
          .withCombinations(200_000)
          .withTime(Duration.ofSeconds(20));

  static List<String> files() {
    try (Stream<Path> all = Files.list(CORPUS)) {
      return all.map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".drl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_corpus_is_there() {
    assertThat(files()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_hostile_rule_file_is_refused_or_stopped(String name) throws IOException {
    String said;
    try (Witnessed outside = new Witnessed(WATCHED)) {
      String drl = outside.aimed(Files.readString(CORPUS.resolve(name)));
      RuleBaseFiles files = SmallRuleBase.asShipped().with(FILE, drl).files();
      Reading<RuleBase> asSent = RuleBase.load(files, CompiledRulesCache.none(), BUDGET);
      said = "as it was sent:\n" + said(asSent);
      outside.requireNothingHappened(name);
      said += "\nwithout the first wall:\n" + said(withoutFirstWall(files));
      outside.requireNothingHappened(name);
      said = outside.unaimed(said);
    }
    if (!STAYS_TEXT.contains(name)) {
      assertThat(said).doesNotContain(HARMLESS);
    }
    Golden.compare(CORPUS.resolve(name.replace(".drl", ".expected.txt")), said);
  }

  /**
   * As if nothing had been found in what is written: what was compiled is all there is to look at.
   */
  private static Reading<RuleBase> withoutFirstWall(RuleBaseFiles files) {
    Catalogue catalogue = RuleBase.catalogue(files).orThrow();
    List<DrlFile> parsed = new ArrayList<>();
    for (Map.Entry<String, Source> file : files.rulesByPath().entrySet()) {
      Source source = file.getValue();
      Optional<PackageDescr> content = DroolsParse.of(source.text()).content();
      if (content.isEmpty()) {
        Diagnostics diagnostics = new Diagnostics(source);
        DrlFile.parse(file.getKey(), source, diagnostics);
        return new Reading.Faulty<>(diagnostics.sorted(), 0);
      }
      parsed.add(new DrlFile(file.getKey(), source, content.get(), DrlText.of(source)));
    }
    return RuleCompiler.compile(parsed)
        .map(it -> new RuleBase(files, ReadyRules.of(catalogue, it, BUDGET)));
  }

  private static String said(Reading<RuleBase> reading) {
    return reading.fold(sound -> stopped(sound.value()), HostileRulesTest::refused);
  }

  /** Some place is in the hostile file; what Drools itself does not compile is only counted. */
  private static String refused(Reading.Faulty<RuleBase> faulty) {
    boolean byDrools =
        faulty.diagnostics().stream().allMatch(it -> it.code().id().startsWith("RB-3"));
    if (byDrools) {
      return "Drools does not compile it\n";
    }
    assertThat(faulty.diagnostics()).allSatisfy(it -> assertThat(it.place()).isNotNull());
    assertThat(faulty.diagnostics())
        .anySatisfy(it -> assertThat(it.source().name()).isEqualTo("small/" + FILE));
    return faulty.text() + "\n";
  }

  private static String stopped(RuleBase rules) {
    List<Finding> findings = rules.evaluate(proposal(), DAY).findings();
    if (findings.stream().noneMatch(it -> it.outcome() == Outcome.ERROR)) {
      return HARMLESS;
    }
    assertThat(findings).allMatch(it -> it.outcome() == Outcome.ERROR);
    String cause = ((Finding.Fault) findings.get(0)).cause();
    assertThat(cause).containsPattern("`derive [^`]+`");
    return "ERROR: " + cause + "\n";
  }

  private static Proposal proposal() {
    return ProposalReader.read(
            Source.of(
                "p.yaml",
                """
                decision: {id: X, title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, kind: PRICING, adverse: yes,
                  effectiveOn: 2026-02-01}
                evidence:
                - {id: E1, method: SURVEY, segments: [a]}
                segments:
                - {name: a, share: 10%}
                """))
        .orThrow();
  }
}
