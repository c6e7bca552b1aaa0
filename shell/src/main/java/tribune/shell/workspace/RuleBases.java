package tribune.shell.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.document.Diagnostic;
import tribune.document.Reading;
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

/**
 * The rule base that a line asks for: the shipped one, or that of {@code --rules}. Its files are
 * read anew for each line, so that an author sees an edit at once; it is compiled only when they
 * have changed. Not safe for use by several threads.
 */
public final class RuleBases {
  private final Reading<Budget> budget;
  private @Nullable RuleBase last;
  private @Nullable Catalogue lastRead;

  /**
   * @param budget how much an evaluation may use
   */
  RuleBases(Reading<Budget> budget) {
    this.budget = budget;
  }

  /** How much an evaluation may use, or what is wrong with what the user said about it. */
  public Reading<Budget> budget() {
    return budget;
  }

  /** The rule base as it is written now, with its test cases; compiles nothing. */
  public Reading<WrittenRules> written(Globals globals) {
    return files(globals, ShippedRuleBase::filesWithTests)
        .then(
            files ->
                RuleBase.catalogue(files)
                    .map(
                        catalogue -> {
                          lastRead = catalogue;
                          return new WrittenRules(files, catalogue);
                        }));
  }

  /** The catalogue that a line of this session read last, or else that of the shipped rule base. */
  public Catalogue known() {
    Catalogue known = lastRead;
    return known == null ? RuleBase.catalogue(ShippedRuleBase.files()).orThrow() : known;
  }

  /** The rule base, ready to evaluate. */
  public Reading<RuleBase> load(Globals globals) {
    return files(globals).then(files -> load(files, globals));
  }

  /** All that can be said against the rule base; it need not load. */
  public List<Diagnostic> check(Globals globals) {
    return files(globals, ShippedRuleBase::filesWithTests)
        .fold(
            sound -> RuleBaseCheck.of(sound.value(), cache(globals)), Reading.Faulty::diagnostics);
  }

  /** The rule base with its test cases; these are read anew even if the rules have not changed. */
  public Reading<TestedRules> tested(Globals globals) {
    return files(globals, ShippedRuleBase::filesWithTests)
        .then(files -> load(files, globals).then(rules -> tested(rules, files)));
  }

  private static Reading<TestedRules> tested(RuleBase rules, RuleBaseFiles files) {
    return CaseFile.readAll(files)
        .then(
            cases ->
                KnownGaps.read(files).map(known -> new TestedRules(rules, files, cases, known)));
  }

  private static Reading<RuleBaseFiles> files(Globals globals) {
    return files(globals, ShippedRuleBase::files);
  }

  private static Reading<RuleBaseFiles> files(Globals globals, Supplier<RuleBaseFiles> shipped) {
    Optional<Path> directory = globals.rules();
    return directory.isPresent()
        ? RuleBaseFiles.in(directory.get(), ShippedRuleBase.byName())
        : new Reading.Sound<>(shipped.get(), List.of());
  }

  private Reading<RuleBase> load(RuleBaseFiles files, Globals globals) {
    RuleBase known = last;
    if (known != null && known.sha256().equals(files.sha256())) {
      lastRead = known.catalogue();
      return new Reading.Sound<>(known, List.of());
    }
    return budget
        .then(limits -> RuleBase.load(files, cache(globals), limits))
        .map(
            loaded -> {
              last = loaded;
              lastRead = loaded.catalogue();
              return loaded;
            });
  }

  /**
   * What was compiled before, in this home or when the program was built. A home that is not there
   * is not made for the cache alone: a dry run leaves nothing behind.
   */
  public CompiledRulesCache cache(Globals globals) {
    Path home = globals.home();
    return ShippedRuleBase.cache(
        Files.isDirectory(home)
            ? CompiledRulesCache.in(home.resolve("cache").resolve("rules"))
            : CompiledRulesCache.none());
  }
}
