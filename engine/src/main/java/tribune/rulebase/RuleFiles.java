package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.rulebase.meaning.Meaning;

/**
 * The rule files of a rule base as they were parsed.
 *
 * @param mistakes of form: what is no DRL
 */
record RuleFiles(List<DrlFile> files, List<Diagnostic> mistakes) {
  RuleFiles {
    files = List.copyOf(files);
    mistakes = List.copyOf(mistakes);
  }

  static RuleFiles parse(RuleBaseFiles files) {
    List<DrlFile> parsed = new ArrayList<>();
    List<Diagnostic> mistakes = new ArrayList<>();
    files
        .rulesByPath()
        .forEach(
            (path, source) -> {
              Diagnostics diagnostics = new Diagnostics(source);
              parsed.add(DrlFile.parse(path, source, diagnostics));
              mistakes.addAll(diagnostics.sorted());
            });
    return new RuleFiles(parsed, mistakes);
  }

  /** Mistakes of form, of contract and of meaning; what is broken hides nothing of the others. */
  List<Diagnostic> allMistakes(CatalogueIds ids, Optional<Catalogue> catalogue) {
    List<Diagnostic> all = new ArrayList<>(mistakes);
    all.addAll(RuleContract.check(files, ids, catalogue));
    all.addAll(Meaning.mistakes(files.stream().map(DrlFile::text).toList()));
    return List.copyOf(all);
  }
}
