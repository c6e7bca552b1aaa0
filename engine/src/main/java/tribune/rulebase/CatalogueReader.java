package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.NearestName;
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
    Optional<Catalogue> base = files.base().flatMap(this::base);
    Optional<Source> source = files.file(RuleBaseFiles.DESCRIPTION);
    Optional<Bound<RuleBaseDescription>> bound =
        source.flatMap(it -> bind(it, RuleBaseDescription.class));
    Optional<RuleBaseDescription> description = bound.flatMap(Bound::draft);
    List<Part<ThresholdTable.Entry>> thresholds =
        files.file(RuleBaseFiles.THRESHOLDS).map(this::thresholds).orElse(List.of());
    List<Principle> principles =
        files.principles().stream().flatMap(it -> principle(it).stream()).toList();
    List<Part<WaiverTable.Refused>> refused =
        files.file(RuleBaseFiles.WAIVERS).map(this::refused).orElse(List.of());
    boolean isRead = found.isEmpty() && description.isPresent();
    if (isRead && files.base().isEmpty()) {
      refuseChangesOfNothing(bound.get(), source.get());
    }
    if (isRead && base.isPresent()) {
      BaseChanges changes = new BaseChanges(base.get(), source.get(), bound.get());
      found.addAll(changes.mistakes());
      found.addAll(changes.repeated(thresholds, refused, files));
    }
    if (!isRead || !found.isEmpty()) {
      return new Reading.Faulty<>(found, 0);
    }
    Catalogue own =
        new Catalogue(
            description.get(),
            principles,
            values(thresholds),
            values(refused),
            origins,
            Optional.empty());
    Catalogue whole =
        base.map(it -> new BaseChanges(it, source.get(), bound.get()).apply(own)).orElse(own);
    refuseForNothing(refused, whole);
    return found.isEmpty() ? new Reading.Sound<>(whole, List.of()) : new Reading.Faulty<>(found, 0);
  }

  /** The base; what it describes cannot be described again. */
  private Optional<Catalogue> base(RuleBaseFiles base) {
    CatalogueReader reader = new CatalogueReader(base);
    Reading<Catalogue> reading = reader.catalogue();
    found.addAll(reading.diagnostics());
    Optional<Catalogue> catalogue =
        reading.fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
    catalogue.ifPresent(it -> origins.putAll(it.origins()));
    principles.putAll(reader.principles);
    return catalogue;
  }

  private void refuseChangesOfNothing(Bound<RuleBaseDescription> bound, Source source) {
    RuleBaseDescription written = bound.draft().orElseThrow();
    Part<RuleBaseDescription> part = bound.parts(RuleBaseDescription.class).get(0);
    if (written.base() != null) {
      found.add(
          Diagnostic.of(
                  RuleBaseCode.UNKNOWN_BASE,
                  source,
                  "the rule base " + written.base() + " is not here")
              .at(part.place("extends"))
              .note("read it from its directory, or carry the files of the base under base/"));
      return;
    }
    for (String member : List.of("switchedOff", "severities", "thresholds")) {
      part.node()
          .get(member)
          .filter(node -> !node.isUnstated())
          .ifPresent(
              node ->
                  found.add(
                      Diagnostic.of(
                              RuleBaseCode.NOT_IN_BASE,
                              source,
                              "`" + member + "` changes a base, and there is none")
                          .at(node.place())
                          .note("write `extends: customer-centricity`, or leave it out")));
    }
  }

  private List<Part<WaiverTable.Refused>> refused(Source source) {
    return bind(source, WaiverTable.class)
        .map(it -> it.parts(WaiverTable.Refused.class))
        .orElse(List.of());
  }

  private void refuseForNothing(List<Part<WaiverTable.Refused>> refused, Catalogue whole) {
    List<String> known = whole.checks().stream().map(Check::id).toList();
    for (Part<WaiverTable.Refused> part : refused) {
      part.value().checks().stream()
          .filter(id -> !known.contains(id))
          .map(id -> refusedForNothing(part, id, known))
          .forEach(found::add);
    }
  }

  private Diagnostic refusedForNothing(
      Part<WaiverTable.Refused> part, String id, List<String> known) {
    Source source = files.file(RuleBaseFiles.WAIVERS).orElseThrow();
    return Diagnostic.of(
            RuleBaseCode.REFUSED_FOR_NOTHING, source, "the rule base has no check " + id)
        .at(part.place("checks"))
        .note(
            NearestName.to(id, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("name checks of this rule base, or leave `checks` out for all"));
  }

  private static <R extends Record> List<R> values(List<Part<R>> parts) {
    return parts.stream().map(Part::value).toList();
  }

  private List<Part<ThresholdTable.Entry>> thresholds(Source source) {
    Optional<Bound<ThresholdTable>> bound = bind(source, ThresholdTable.class);
    List<Part<ThresholdTable.Entry>> entries =
        bound.map(it -> it.parts(ThresholdTable.Entry.class)).orElse(List.of());
    entries.forEach(entry -> refuseMalformed(entry, source));
    return entries;
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
