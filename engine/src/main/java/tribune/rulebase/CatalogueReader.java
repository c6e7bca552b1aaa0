package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.schema.Binder;
import tribune.schema.Bound;
import tribune.schema.Part;
import tribune.verdict.CheckId;

/** Reads the YAML files of a rule base; every mistake of every file is reported in one run. */
final class CatalogueReader {
  private final RuleBaseFiles files;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<CheckId, Catalogue.Origin> origins = new HashMap<>();
  private final Map<String, Source> principles = new HashMap<>();

  private CatalogueReader(RuleBaseFiles files) {
    this.files = files;
  }

  static Reading<Catalogue> read(RuleBaseFiles files) {
    return new CatalogueReader(files).catalogue();
  }

  private Reading<Catalogue> catalogue() {
    Optional<Catalogue.Description> description =
        files
            .file(RuleBaseFiles.DESCRIPTION)
            .flatMap(source -> read(source, Catalogue.Description.class));
    List<ThresholdTable.Entry> thresholds =
        files.file(RuleBaseFiles.THRESHOLDS).map(this::thresholds).orElse(List.of());
    List<Principle> principles =
        files.principles().stream().flatMap(source -> principle(source).stream()).toList();
    if (!found.isEmpty() || description.isEmpty()) {
      return new Reading.Faulty<>(found, 0);
    }
    return new Reading.Sound<>(
        new Catalogue(description.get(), principles, thresholds, origins), List.of());
  }

  private <R extends Record> Optional<R> read(Source source, Class<R> type) {
    return bind(source, type).flatMap(Bound::draft);
  }

  private List<ThresholdTable.Entry> thresholds(Source source) {
    Optional<Bound<ThresholdTable>> bound = bind(source, ThresholdTable.class);
    List<Part<ThresholdTable.Entry>> entries =
        bound.map(it -> it.parts(ThresholdTable.Entry.class)).orElse(List.of());
    entries.forEach(entry -> refuseMalformed(entry, source));
    return entries.stream().map(Part::value).toList();
  }

  private void refuseMalformed(Part<ThresholdTable.Entry> part, Source source) {
    if (part.value().value() != null && part.value().fact().isEmpty()) {
      found.add(
          Diagnostic.of(
                  RuleBaseCode.THRESHOLD_VALUE,
                  source,
                  "the threshold " + part.value().id() + " is not a number with at most one unit")
              .at(part.place("value"))
              .note("write it like 10%, 24 months, 30 days, 12 or -2 points"));
    }
  }

  private Optional<Principle> principle(Source source) {
    Optional<Bound<Principle>> bound = bind(source, Principle.class);
    bound.ifPresent(it -> it.parts(Check.class).forEach(part -> place(part, source)));
    bound.ifPresent(it -> it.parts(Principle.class).forEach(part -> refuseSecond(part, source)));
    return bound.flatMap(Bound::draft);
  }

  private void refuseSecond(Part<Principle> part, Source source) {
    Source earlier = principles.putIfAbsent(String.valueOf(part.value().id()), source);
    if (earlier != null) {
      found.add(
          Diagnostic.of(
                  RuleBaseCode.PRINCIPLE_TWICE,
                  source,
                  "the principle " + part.value().id() + " is described twice")
              .at(part.place("id"))
              .note("it is also described in " + earlier.name()));
    }
  }

  private void place(Part<Check> part, Source source) {
    String id = part.value().id();
    if (id == null) {
      return; // reported as missing
    }
    Catalogue.Origin origin = new Catalogue.Origin(source, part.place("id"));
    if (!CheckId.isWellFormed(id)) {
      found.add(
          origin
              .diagnostic(RuleBaseCode.CHECK_ID, "`" + id + "` is not a check id")
              .note("write two to eight capitals, a dash and two or three digits: LTR-03"));
      return;
    }
    Catalogue.Origin earlier = origins.putIfAbsent(new CheckId(id), origin);
    if (earlier != null) {
      found.add(
          origin
              .diagnostic(RuleBaseCode.CHECK_TWICE, id + " is described twice")
              .note("it is also described in " + earlier.source().name()));
    }
  }

  private <R extends Record> Optional<Bound<R>> bind(Source source, Class<R> type) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Bound<R>> bound =
        YamlReader.read(source, diagnostics)
            .map(document -> Binder.bind(document.root(), type, diagnostics));
    found.addAll(diagnostics.sorted());
    return bound;
  }
}
