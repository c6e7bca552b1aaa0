package tribune.shell.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostic;
import tribune.document.Reading;
import tribune.engine.RecordedRules;
import tribune.rulebase.Budget;
import tribune.rulebase.Catalogue;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.analysis.RuleBaseCheck;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.KnownGaps;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.Globals;
import tribune.trail.RuleBaseRef;
import tribune.trail.Trail;

/**
 * The rule base that a line asks for: that of {@code --rules}, or else the one in force, which is
 * the shipped one until another is activated. Which one that is, is asked anew for each line, so
 * that an edit or an activation is seen at once, whoever made it; it is compiled only when its hash
 * is another one. One that is faulty replaces nothing. Not safe for use by several threads.
 */
public final class RuleBases {
  private final RuleSettings settings;
  private final Function<Globals, Optional<Trail>> trails;
  private @Nullable RuleBase last;
  private @Nullable Catalogue lastRead;

  /**
   * @param settings what this machine gives to rule bases
   * @param trails the trail of the line, if one was begun; it says which rule base is in force
   */
  RuleBases(RuleSettings settings, Function<Globals, Optional<Trail>> trails) {
    this.settings = settings;
    this.trails = trails;
  }

  /** How much an evaluation may use, or what is wrong with what the user said about it. */
  public Reading<Budget> budget() {
    return settings.budget();
  }

  /** The rule base as it is written now, with its test cases; compiles nothing. */
  public Reading<WrittenRules> written(Globals globals) {
    return files(globals).then(this::written);
  }

  /** The same of these files, whatever the line asks for. */
  public Reading<WrittenRules> written(RuleBaseFiles files) {
    return RuleBase.catalogue(files)
        .map(
            catalogue -> {
              lastRead = catalogue;
              return new WrittenRules(files, catalogue);
            });
  }

  /** The catalogue that a line of this session read last, or else that of the shipped rule base. */
  public Catalogue known() {
    Catalogue known = lastRead;
    return known == null ? RuleBase.catalogue(ShippedRuleBase.files()).orThrow() : known;
  }

  /** The rule base, ready to evaluate. */
  public Reading<RuleBase> load(Globals globals) {
    return alreadyLoaded(globals)
        .<Reading<RuleBase>>map(known -> new Reading.Sound<>(known, List.of()))
        .orElseGet(() -> files(globals, ShippedRuleBase::files).then(files -> load(files)));
  }

  /** All that can be said against the rule base; it need not load. */
  public List<Diagnostic> check(Globals globals) {
    return files(globals)
        .fold(sound -> RuleBaseCheck.of(sound.value(), cache()), Reading.Faulty::diagnostics);
  }

  /** The rule base with its test cases; these are read anew even if the rules have not changed. */
  public Reading<TestedRules> tested(Globals globals) {
    return files(globals).then(this::tested);
  }

  private static Reading<TestedRules> tested(RuleBase rules, RuleBaseFiles files) {
    return CaseFile.readAll(files)
        .then(
            cases ->
                KnownGaps.read(files).map(known -> new TestedRules(rules, files, cases, known)));
  }

  /** The same of these files, whatever the line asks for. */
  public Reading<TestedRules> tested(RuleBaseFiles files) {
    return load(files).then(rules -> tested(rules, files));
  }

  /** The files that the line asks for, with those of tests if they are known. */
  public Reading<RuleBaseFiles> files(Globals globals) {
    return files(globals, ShippedRuleBase::filesWithTests);
  }

  private Reading<RuleBaseFiles> files(Globals globals, Supplier<RuleBaseFiles> shipped) {
    Optional<Path> directory = globals.rules();
    if (directory.isPresent()) {
      return RuleBaseFiles.in(directory.get(), ShippedRuleBase.byName());
    }
    Optional<Trail> trail = trails.apply(globals);
    Optional<RuleBaseRef> activated = trail.flatMap(RuleBases::activated);
    return new Reading.Sound<>(
        activated.isPresent()
            ? recorded(trail.orElseThrow(), activated.get(), shipped)
            : shipped.get(),
        List.of());
  }

  /** The rule base that was activated last; empty if the shipped one is in force as ever. */
  private static Optional<RuleBaseRef> activated(Trail trail) {
    return trail.inForce().flatMap(stored -> stored.content().body().namedRuleBase());
  }

  /** A rule base as records name it; the shipped one comes with its tests, as no trail has them. */
  static RuleBaseFiles recorded(Trail trail, RuleBaseRef ref, Supplier<RuleBaseFiles> shipped) {
    RuleBaseFiles known = shipped.get();
    return known.sha256().equals(ref.sha256().hex()) ? known : RecordedRules.files(trail, ref);
  }

  /** An activated rule base is known by its hash; nothing of it need be read again. */
  private Optional<RuleBase> alreadyLoaded(Globals globals) {
    RuleBase known = last;
    if (known == null || globals.rules().isPresent()) {
      return Optional.empty();
    }
    return trails
        .apply(globals)
        .flatMap(RuleBases::activated)
        .filter(ref -> ref.sha256().hex().equals(known.sha256()))
        .map(ref -> known);
  }

  private Reading<RuleBase> load(RuleBaseFiles files) {
    RuleBase known = last;
    if (known != null && known.sha256().equals(files.sha256())) {
      lastRead = known.catalogue();
      return new Reading.Sound<>(known, List.of());
    }
    return budget()
        .then(limits -> RuleBase.load(files, cache(), limits))
        .map(
            loaded -> {
              last = loaded;
              lastRead = loaded.catalogue();
              return loaded;
            });
  }

  /** What was compiled before, when the program was built or by this user, whatever the home. */
  public CompiledRulesCache cache() {
    return settings.cache();
  }
}
