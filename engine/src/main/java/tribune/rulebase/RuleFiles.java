package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.rulebase.meaning.Meaning;

/**
 * The rule files of a rule base as they were parsed.
 *
 * @param files without those that are too long to be read
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
              DrlFile file = DrlFile.parse(path, source, diagnostics);
              if (file.text().tooLong().isEmpty()) {
                parsed.add(file);
              }
              mistakes.addAll(diagnostics.sorted());
            });
    return new RuleFiles(parsed, mistakes);
  }

  /**
   * Mistakes of form, of contract and of meaning, and what rules may not touch. What is broken
   * hides nothing of the others. A name that is not allowed is mostly one that was misspelt, so the
   * wall speaks only of lines of which nothing was said.
   */
  List<Diagnostic> allMistakes(CatalogueIds ids, Optional<Catalogue> catalogue) {
    List<Diagnostic> all = new ArrayList<>(mistakes);
    all.addAll(RuleContract.check(files, ids, catalogue));
    all.addAll(Meaning.mistakes(files.stream().map(DrlFile::text).toList()));
    addUnsaid(all, files.stream().flatMap(it -> BeyondWritten.in(it.source()).stream()).toList());
    addUnsaid(all, DrlParts.check(files));
    addUnsaid(all, RuleSize.check(files));
    return Diagnostics.most(all);
  }

  /** Adds those on lines that are not complained of yet. */
  private static void addUnsaid(List<Diagnostic> all, List<Diagnostic> more) {
    Set<Line> said = all.stream().map(Line::of).collect(Collectors.toSet());
    more.stream().filter(it -> !said.contains(Line.of(it))).forEach(all::add);
  }

  private record Line(String file, int number) {
    static Line of(Diagnostic diagnostic) {
      Place place = diagnostic.place();
      return new Line(diagnostic.source().name(), place == null ? 0 : place.line());
    }
  }
}
