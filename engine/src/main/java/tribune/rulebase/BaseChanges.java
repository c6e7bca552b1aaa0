package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.document.Source;
import tribune.rulebase.RuleBaseDescription.OtherSeverity;
import tribune.rulebase.RuleBaseDescription.SwitchedOff;
import tribune.schema.Bound;
import tribune.schema.Part;
import tribune.verdict.CheckId;

/** What a rule base changes in the one that it builds on. */
final class BaseChanges {
  private final Catalogue base;
  private final Source source;
  private final List<Part<SwitchedOff>> switchedOff;
  private final List<Part<OtherSeverity>> severities;
  private final List<Part<ThresholdTable.Entry>> thresholds;

  BaseChanges(Catalogue base, Source source, Bound<RuleBaseDescription> written) {
    this.base = base;
    this.source = source;
    this.switchedOff = written.parts(SwitchedOff.class);
    this.severities = written.parts(OtherSeverity.class);
    this.thresholds = written.parts(ThresholdTable.Entry.class);
  }

  /** What cannot be changed as it is written. */
  List<Diagnostic> mistakes() {
    List<String> checks = base.checks().stream().map(Check::id).toList();
    List<String> ids = base.thresholdEntries().stream().map(ThresholdTable.Entry::id).toList();
    return Stream.of(
            switchedOff.stream()
                .flatMap(it -> unknown(it, "check", it.value().check(), checks).stream()),
            severities.stream()
                .flatMap(it -> unknown(it, "check", it.value().check(), checks).stream()),
            thresholds.stream().flatMap(it -> unknown(it, "id", it.value().id(), ids).stream()),
            thresholds.stream().flatMap(it -> otherUnit(it).stream()))
        .flatMap(it -> it)
        .toList();
  }

  private <R extends Record> Optional<Diagnostic> unknown(
      Part<R> part, String member, String id, List<String> known) {
    if (known.contains(id)) {
      return Optional.empty();
    }
    String what = member.equals("check") ? "check " : "threshold ";
    String name = base.description().name();
    return Optional.of(
        Diagnostic.of(RuleBaseCode.NOT_IN_BASE, source, name + " has no " + what + id)
            .at(part.place(member))
            .note(
                NearestName.to(id, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("only what " + name + " has can be changed")));
  }

  private Optional<Diagnostic> otherUnit(Part<ThresholdTable.Entry> part) {
    ThresholdTable.Entry entry = part.value();
    Optional<ThresholdTable.Entry> before =
        base.thresholdEntries().stream().filter(it -> it.id().equals(entry.id())).findFirst();
    if (entry.fact().isEmpty()) {
      return Optional.of(
          Diagnostic.of(
                  RuleBaseCode.THRESHOLD_VALUE,
                  source,
                  "the threshold " + entry.id() + " is not a number with at most one unit")
              .at(part.place("value"))
              .note("write it like 10%, 24 months, 30 days, 12 or -2 points"));
    }
    return before
        .filter(it -> !it.unit().equals(entry.unit()))
        .map(
            it ->
                Diagnostic.of(
                        RuleBaseCode.OTHER_UNIT,
                        source,
                        "the threshold " + entry.id() + " counts something else in its base")
                    .at(part.place("value"))
                    .note("there it is " + it.value() + ", and its rules rely on the unit"));
  }

  /** Thresholds or reasons that the base has already, under the same ids. */
  List<Diagnostic> repeated(
      List<Part<ThresholdTable.Entry>> thresholds,
      List<Part<WaiverTable.Refused>> refused,
      RuleBaseFiles files) {
    List<Diagnostic> repeated = new ArrayList<>();
    List<String> numbers = base.thresholdEntries().stream().map(ThresholdTable.Entry::id).toList();
    List<String> reasons = base.refusedReasons().stream().map(WaiverTable.Refused::id).toList();
    files
        .file(RuleBaseFiles.THRESHOLDS)
        .ifPresent(file -> repeated.addAll(repeated(thresholds, numbers, file)));
    files
        .file(RuleBaseFiles.WAIVERS)
        .ifPresent(file -> repeated.addAll(repeated(refused, reasons, file)));
    return repeated;
  }

  private <R extends Record> List<Diagnostic> repeated(
      List<Part<R>> parts, List<String> known, Source file) {
    List<Diagnostic> repeated = new ArrayList<>();
    for (Part<R> part : parts) {
      Optional<String> id = part.type().keyOf(part.value());
      id.filter(known::contains)
          .ifPresent(
              it ->
                  repeated.add(
                      Diagnostic.of(
                              RuleBaseCode.ALREADY_IN_BASE,
                              file,
                              base.description().name() + " has " + it + " already")
                          .at(part.place("id"))
                          .note(
                              "take another id; to change a threshold, list it under"
                                  + " `thresholds` of "
                                  + RuleBaseFiles.DESCRIPTION)));
    }
    return repeated;
  }

  /** The base with its changes, and what the rule base adds. */
  Catalogue apply(Catalogue own) {
    List<Principle> principles =
        Stream.concat(base.principles().stream().map(this::changed), own.principles().stream())
            .toList();
    Map<CheckId, Catalogue.Origin> origins = new HashMap<>(base.origins());
    origins.putAll(own.origins());
    return new Catalogue(
        own.description(),
        principles,
        Stream.concat(
                base.thresholdEntries().stream().map(this::changed),
                own.thresholdEntries().stream())
            .toList(),
        Stream.concat(base.refusedReasons().stream(), own.refusedReasons().stream()).toList(),
        origins,
        Optional.of(inheritance()));
  }

  private Principle changed(Principle principle) {
    Map<String, OtherSeverity> others =
        severities.stream()
            .map(Part::value)
            .collect(Collectors.toMap(OtherSeverity::check, Function.identity()));
    List<String> off = switchedOff.stream().map(it -> it.value().check()).toList();
    List<Check> checks =
        principle.checks().stream()
            .filter(check -> !off.contains(check.id()))
            .map(
                check ->
                    others.containsKey(check.id())
                        ? check.withSeverity(others.get(check.id()).severity())
                        : check)
            .toList();
    return new Principle(
        principle.id(), principle.title(), principle.statement(), principle.why(), checks);
  }

  private ThresholdTable.Entry changed(ThresholdTable.Entry entry) {
    return thresholds.stream()
        .map(Part::value)
        .filter(it -> it.id().equals(entry.id()))
        .findFirst()
        .orElse(entry);
  }

  private Inheritance inheritance() {
    return new Inheritance(
        base,
        switchedOff.stream()
            .flatMap(
                it ->
                    base.check(new CheckId(it.value().check())).stream()
                        .map(check -> new Inheritance.Off(check, it.value().why())))
            .toList(),
        severities.stream().map(Part::value).toList(),
        thresholds.stream()
            .map(Part::value)
            .flatMap(
                it ->
                    base.thresholdEntries().stream()
                        .filter(before -> before.id().equals(it.id()))
                        .map(before -> new Inheritance.OtherThreshold(it, before.value())))
            .toList());
  }
}
