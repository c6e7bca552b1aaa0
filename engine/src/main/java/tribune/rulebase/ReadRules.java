package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Reading;

/**
 * The files of a rule base, read once: what keeps them from being one, as far as that can be seen
 * without compiling them, and what can be read all the same. Immutable.
 */
public final class ReadRules {
  private final Optional<Catalogue> catalogue;
  private final RuleFiles rules;
  private final List<Diagnostic> mistakes;

  private ReadRules(Optional<Catalogue> catalogue, RuleFiles rules, List<Diagnostic> mistakes) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.mistakes = List.copyOf(mistakes);
  }

  public static ReadRules of(RuleBaseFiles files) {
    Reading<Catalogue> reading = CatalogueReader.read(files);
    Optional<Catalogue> catalogue =
        reading.fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
    CatalogueIds ids = catalogue.map(CatalogueIds::of).orElseGet(() -> CatalogueIds.of(files));
    RuleFiles rules = RuleFiles.parse(files);
    List<Diagnostic> mistakes = new ArrayList<>(reading.diagnostics());
    mistakes.addAll(rules.allMistakes(ids, catalogue));
    return new ReadRules(catalogue, rules, mistakes);
  }

  /** Mistakes of the catalogue, of the rule files, and of the two together. */
  public List<Diagnostic> mistakes() {
    return mistakes;
  }

  /** What the rule base says about itself; empty if that is faulty. */
  public Optional<Catalogue> catalogue() {
    return catalogue;
  }

  /** Those of the rules and types that can be read, whatever stands beside them. */
  public RuleOutlines outlines() {
    return RuleOutlines.of(rules.files());
  }
}
