package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Source;
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

  /** All rule files; or, if that takes too long, none of them and a mistake that says so. */
  static RuleFiles parse(RuleBaseFiles files) {
    return parse(files, InTime.READING);
  }

  static RuleFiles parse(RuleBaseFiles files, Duration limit) {
    SortedMap<String, Source> sources = files.rulesByPath();
    AtomicReference<Source> reading = new AtomicReference<>(Source.of(files.place(), ""));
    return InTime.of(
        limit, () -> parsed(sources, reading), () -> late(requireNonNull(reading.get()), limit));
  }

  private static RuleFiles parsed(
      SortedMap<String, Source> sources, AtomicReference<Source> reading) {
    List<DrlFile> parsed = new ArrayList<>();
    List<Diagnostic> mistakes = new ArrayList<>();
    sources.forEach(
        (path, source) -> {
          reading.set(source);
          Diagnostics diagnostics = new Diagnostics(source);
          DrlFile file = DrlFile.parse(path, source, diagnostics);
          if (file.text().tooLong().isEmpty()) {
            parsed.add(file);
          }
          mistakes.addAll(diagnostics.sorted());
        });
    return new RuleFiles(parsed, mistakes);
  }

  private static RuleFiles late(Source reading, Duration limit) {
    return new RuleFiles(
        List.of(),
        List.of(
            Diagnostic.of(
                    RuleBaseCode.TOO_SLOW,
                    reading,
                    "reading the rules takes longer than " + limit.toSeconds() + " seconds")
                .note("this file was being read; write its rules more simply, or split it")));
  }

  /** Whether the files could not be read in time; then nothing else can be said of them. */
  private boolean isLate() {
    return mistakes.stream().anyMatch(it -> it.code() == RuleBaseCode.TOO_SLOW);
  }

  /**
   * Mistakes of form, of contract and of meaning, and what rules may not touch. What is broken
   * hides nothing of the others. A name that is not allowed is mostly one that was misspelt, so the
   * wall speaks only of lines of which nothing was said. What stands in a rule names that rule.
   */
  List<Diagnostic> allMistakes(CatalogueIds ids, Optional<Catalogue> catalogue) {
    if (isLate()) {
      return mistakes;
    }
    List<Diagnostic> all = new ArrayList<>(mistakes);
    all.addAll(RuleContract.check(files, ids, catalogue));
    all.addAll(Meaning.mistakes(files.stream().map(DrlFile::text).toList()));
    addUnsaid(all, files.stream().flatMap(it -> BeyondWritten.in(it.source()).stream()).toList());
    addUnsaid(all, DrlParts.check(files));
    addUnsaid(all, RuleSize.check(files));
    return InRule.name(all);
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
