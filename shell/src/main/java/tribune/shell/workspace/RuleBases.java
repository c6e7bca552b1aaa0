package tribune.shell.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private @Nullable Catalogue lastRead;

  /** The rule base as it is written now; compiles nothing. */
  public Reading<WrittenRules> written(Globals globals) {
    return files(globals)
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

  private static Reading<RuleBaseFiles> files(Globals globals) {
    Optional<Path> directory = globals.rules();
    return directory.isPresent()
        ? RuleBaseFiles.in(directory.get())
        : new Reading.Sound<>(ShippedRuleBase.files(), List.of());
  }

  private Reading<RuleBase> load(RuleBaseFiles files, Globals globals) {
    RuleBase known = last;
    if (known != null && known.sha256().equals(files.sha256())) {
      lastRead = known.catalogue();
      return new Reading.Sound<>(known, List.of());
    }
    return RuleBase.load(files, ShippedRuleBase.cache(cache(globals.home())))
        .map(
            loaded -> {
              last = loaded;
              lastRead = loaded.catalogue();
              return loaded;
            });
  }

  /** A home that is not there is not made for the cache alone: a dry run leaves nothing behind. */
  private static CompiledRulesCache cache(Path home) {
    return Files.isDirectory(home)
        ? CompiledRulesCache.in(home.resolve("cache").resolve("rules"))
        : CompiledRulesCache.none();
  }
}
