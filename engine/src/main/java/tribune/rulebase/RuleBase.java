package tribune.rulebase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tribune.decision.Proposal;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Reading;

/**
 * A rule base that is ready to evaluate proposals. Immutable and safe for use by several threads:
 * every evaluation has a session of its own.
 *
 * <p>Rule files are code, and may come from anybody: what they reach is confined to what is on the
 * list of {@link tribune.rulebase.confinement.AllowList}, and what they use to a {@link Budget}.
 */
public final class RuleBase {
  private final RuleBaseFiles files;
  private final ReadyRules rules;

  RuleBase(RuleBaseFiles files, ReadyRules rules) {
    this.files = files;
    this.rules = rules;
  }

  /** The rule base of these files, from the cache if it was compiled before, or what is wrong. */
  public static Reading<RuleBase> load(RuleBaseFiles files, CompiledRulesCache cache) {
    return load(files, cache, Budget.DEFAULT);
  }

  public static Reading<RuleBase> load(
      RuleBaseFiles files, CompiledRulesCache cache, Budget budget) {
    return CatalogueReader.read(files)
        .then(
            catalogue -> {
              Optional<RuleBase> kept =
                  cache
                      .find(files.sha256())
                      .flatMap(compiled -> kept(files, catalogue, compiled, budget));
              return kept.isPresent()
                  ? new Reading.Sound<>(kept.get(), List.of())
                  : compile(files, catalogue)
                      .map(
                          compiled -> {
                            cache.keep(files.sha256(), compiled);
                            return new RuleBase(files, ReadyRules.of(catalogue, compiled, budget));
                          });
            });
  }

  /** Empty if what a cache holds is whole and still no rule base; then it is compiled anew. */
  private static Optional<RuleBase> kept(
      RuleBaseFiles files, Catalogue catalogue, CompiledRules compiled, Budget budget) {
    try {
      return Optional.of(new RuleBase(files, ReadyRules.of(catalogue, compiled, budget)));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The compiled form of a rule base, whatever a cache may hold. */
  static Reading<CompiledRules> compile(RuleBaseFiles files) {
    return CatalogueReader.read(files).then(catalogue -> compile(files, catalogue));
  }

  /** What a rule base says about itself, without compiling it. */
  public static Reading<Catalogue> catalogue(RuleBaseFiles files) {
    return CatalogueReader.read(files);
  }

  /**
   * One finding for each check. Never throws because of a rule: a rule that breaks makes its check
   * ERROR.
   *
   * @param auditDay the day of the audit; rules see it as today unless the proposal was submitted
   *     before. A day of submission that has not come yet would make evidence of the future count.
   */
  public Evaluation evaluate(Proposal proposal, LocalDate auditDay) {
    return evaluate(proposal, auditDay, rule -> {});
  }

  /**
   * The same, telling of each match that fires.
   *
   * @param fired takes the name of the rule, once for each match, in the order in which they fire
   */
  public Evaluation evaluate(Proposal proposal, LocalDate auditDay, Consumer<String> fired) {
    LocalDate submitted = proposal.decision().submittedOn();
    LocalDate asOf = submitted == null || submitted.isAfter(auditDay) ? auditDay : submitted;
    return Evaluator.evaluate(rules, proposal, asOf, fired);
  }

  /**
   * The same rule base with another value of one of its thresholds; its files are those of this.
   *
   * @throws IllegalArgumentException if there is no such threshold, or the value is not a number
   *     with at most one unit
   */
  public RuleBase withThreshold(String id, String value) {
    return new RuleBase(files, rules.with(rules.catalogue().withThreshold(id, value)));
  }

  public Catalogue catalogue() {
    return rules.catalogue();
  }

  Budget budget() {
    return rules.budget();
  }

  public RuleBaseFiles files() {
    return files;
  }

  /** The hash that is the version of this rule base, in hex. */
  public String sha256() {
    return files.sha256();
  }

  private static Reading<CompiledRules> compile(RuleBaseFiles files, Catalogue catalogue) {
    return parsed(files, catalogue).then(RuleCompiler::compile);
  }

  /** The rule files, parsed and held against the contract. */
  static Reading<List<DrlFile>> parsed(RuleBaseFiles files, Catalogue catalogue) {
    RuleFiles read = RuleFiles.parse(files);
    List<Diagnostic> found = read.allMistakes(CatalogueIds.of(catalogue), Optional.of(catalogue));
    return found.isEmpty()
        ? new Reading.Sound<>(read.files(), List.of())
        : new Reading.Faulty<>(Diagnostics.most(found), 0);
  }

  /**
   * Everything that keeps these files from being a rule base, as far as that can be seen without
   * compiling them: mistakes of the catalogue, of the rule files, and of the two together.
   */
  public static List<Diagnostic> mistakes(RuleBaseFiles files) {
    return Diagnostics.most(ReadRules.of(files).mistakes());
  }
}
