package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tribune.document.Diagnostics;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.schema.Binder;
import tribune.schema.Part;

/**
 * The ids that rules may name. Of a catalogue with mistakes they are those that can be read; where
 * a file cannot be read at all, nothing is known of them.
 *
 * @param checks those that are switched off too; empty if they are not known
 * @param thresholds empty if they are not known
 */
record CatalogueIds(Optional<List<String>> checks, Optional<List<String>> thresholds) {
  CatalogueIds {
    checks = checks.map(List::copyOf);
    thresholds = thresholds.map(List::copyOf);
  }

  static CatalogueIds of(Catalogue catalogue) {
    List<String> checks = new ArrayList<>(catalogue.checks().stream().map(Check::id).toList());
    Optional<Inheritance> inheritance = catalogue.inheritance();
    while (inheritance.isPresent()) {
      Inheritance from = inheritance.get();
      from.switchedOff().forEach(off -> checks.add(off.check().id()));
      inheritance = from.base().inheritance();
    }
    return new CatalogueIds(
        Optional.of(checks),
        Optional.of(catalogue.thresholdEntries().stream().map(ThresholdTable.Entry::id).toList()));
  }

  /** What can be read of the files of a catalogue that has mistakes. */
  static CatalogueIds of(RuleBaseFiles files) {
    Optional<CatalogueIds> base = files.base().map(CatalogueIds::of);
    Optional<List<String>> checks =
        ids(files.principles(), Principle.class, Check.class, Check::id);
    Optional<List<String>> thresholds =
        ids(
            files.file(RuleBaseFiles.THRESHOLDS).stream().toList(),
            ThresholdTable.class,
            ThresholdTable.Entry.class,
            ThresholdTable.Entry::id);
    return base.map(
            below ->
                new CatalogueIds(
                    both(below.checks(), checks), both(below.thresholds(), thresholds)))
        .orElseGet(() -> new CatalogueIds(checks, thresholds));
  }

  private static Optional<List<String>> both(
      Optional<List<String>> one, Optional<List<String>> other) {
    return one.flatMap(
        first ->
            other.map(
                second -> {
                  List<String> all = new ArrayList<>(first);
                  all.addAll(second);
                  return all;
                }));
  }

  private static <R extends Record> Optional<List<String>> ids(
      List<Source> sources, Class<? extends Record> whole, Class<R> type, Function<R, String> id) {
    List<String> found = new ArrayList<>();
    for (Source source : sources) {
      Diagnostics unheard = new Diagnostics(source);
      Optional<List<Part<R>>> parts =
          YamlReader.read(source, unheard)
              .map(it -> Binder.bind(it.root(), whole, unheard).parts(type));
      if (parts.isEmpty() || parts.get().isEmpty()) {
        return Optional.empty();
      }
      for (Part<R> part : parts.get()) {
        Optional.ofNullable(id.apply(part.value())).ifPresent(found::add);
      }
    }
    return Optional.of(found);
  }
}
