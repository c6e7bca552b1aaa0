package tribune.shell.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.document.Reading;
import tribune.rulebase.Catalogue;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.Globals;

/**
 * The rule base that a line asks for: the shipped one, or that of {@code --rules}. Its files are
 * read anew for each line, so that an author sees an edit at once; it is compiled only when they
 * have changed. Not safe for use by several threads.
 */
public final class RuleBases {
  private @Nullable RuleBase last;

  /** The files, as they are now. */
  public Reading<RuleBaseFiles> files(Globals globals) {
    Optional<Path> directory = globals.rules();
    return directory.isPresent()
        ? RuleBaseFiles.in(directory.get())
        : new Reading.Sound<>(ShippedRuleBase.files(), java.util.List.of());
  }

  /** What the rule base says about itself; compiles nothing. */
  public Reading<Catalogue> catalogue(Globals globals) {
    return files(globals).then(RuleBase::catalogue);
  }

  /** The rule base, ready to evaluate. */
  public Reading<RuleBase> load(Globals globals) {
    return files(globals).then(files -> load(files, globals));
  }

  private Reading<RuleBase> load(RuleBaseFiles files, Globals globals) {
    RuleBase known = last;
    if (known != null && known.sha256().equals(files.sha256())) {
      return new Reading.Sound<>(known, java.util.List.of());
    }
    Path directory = globals.home().resolve("cache").resolve("rules");
    CompiledRulesCache cache = ShippedRuleBase.cache(CompiledRulesCache.in(directory));
    return RuleBase.load(files, cache)
        .map(
            loaded -> {
              last = loaded;
              return loaded;
            });
  }
}
