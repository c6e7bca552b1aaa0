package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.decision.Proposal;
import tribune.decision.Provenance;
import tribune.decision.ProvenanceOf;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Outcome;
import tribune.verdict.Value;

/** Why one check came out as it did, for people and for programs. */
final class Explanation {
  private final Optional<Catalogue> catalogue;
  private final Optional<Proposal> proposal;

  /**
   * @param catalogue of the rule base of that day
   * @param proposal as it was submitted, to say how firmly each fact is known
   */
  Explanation(Optional<Catalogue> catalogue, Optional<Proposal> proposal) {
    this.catalogue = catalogue;
    this.proposal = proposal;
  }

  List<Block> blocks(Finding finding) {
    Optional<Check> check = check(finding);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("outcome", Text.of(finding.outcome().name(), Tones.of(finding.outcome()))));
    fields.add(Field.of("severity", finding.severity().name()));
    check.ifPresent(it -> fields.add(Field.of("asks", it.question())));
    because(finding).forEach(line -> fields.add(Field.of("because", line)));
    for (Ground ground : finding.grounds().shown()) {
      fields.add(Field.of("rule", ground.rule()));
      if (!ground.facts().isEmpty()) {
        fields.add(Field.of("facts", ground.facts().toString()));
      }
      ground.values().forEach(value -> fields.add(Field.of("value", said(value))));
    }
    check.ifPresent(it -> it.basis().forEach(basis -> fields.add(basis(basis))));
    check.ifPresent(
        it -> it.references().forEach(reference -> fields.add(Field.of("see", reference))));
    check
        .filter(
            it -> finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.NEEDS_EVIDENCE)
        .ifPresent(it -> fields.add(Field.of("to pass", it.remedy())));
    return List.of(heading(finding, check), new Block.Fields(fields));
  }

  JsonView view(Finding finding) {
    Optional<Check> check = check(finding);
    JsonView.Members view =
        JsonView.members()
            .put("check", finding.check().text())
            .putIfKnown("title", check.map(Check::title))
            .put("outcome", finding.outcome().name())
            .put("severity", finding.severity().name())
            .putIfKnown("question", check.map(Check::question))
            .put("because", JsonView.texts(because(finding)))
            .put("missing", JsonView.texts(missing(finding)))
            .put(
                "grounds",
                JsonView.elements(finding.grounds().shown().stream().map(this::view).toList()))
            .put("omitted", finding.grounds().omitted());
    if (check.isPresent()) {
      List<JsonView> basis =
          check.get().basis().stream()
              .<JsonView>map(
                  it -> JsonView.members().put("seed", it.seed()).put("phrase", it.phrase()))
              .toList();
      view =
          view.put("basis", JsonView.elements(basis))
              .put("references", JsonView.texts(check.get().references()))
              .put("remedy", check.get().remedy());
    }
    return view;
  }

  private Optional<Check> check(Finding finding) {
    return catalogue.flatMap(known -> known.check(finding.check()));
  }

  private static Block heading(Finding finding, Optional<Check> check) {
    Text id = Text.of(finding.check().text(), Tone.NAME);
    return new Block.Heading(check.map(it -> id.and("  ").and(it.title())).orElse(id));
  }

  private static List<String> because(Finding finding) {
    return finding.fold(
        pass -> List.of("it applies, no fact it needs is missing, and nothing speaks against it"),
        fail -> reasons(fail.grounds()),
        needs -> List.of("not stated: " + needs.missing()),
        notApplicable -> List.of("it does not concern this decision"),
        fault -> List.of(fault.cause()));
  }

  private static List<String> reasons(Grounds grounds) {
    return Stream.concat(
            grounds.shown().stream().map(Ground::reason), FindingsReport.omitted(grounds).stream())
        .toList();
  }

  private static List<String> missing(Finding finding) {
    return finding.fold(
        pass -> List.of(),
        fail -> List.of(),
        needs -> needs.missing().shown(),
        notApplicable -> List.of(),
        fault -> List.of());
  }

  private static Field basis(Check.Basis basis) {
    return Field.of("rests on", "“" + basis.phrase() + "” (" + basis.seed() + ")");
  }

  private String said(Value value) {
    return FindingsReport.value(value)
        + "  ["
        + value.from()
        + standing(value).map(it -> ", " + it).orElse("")
        + "]";
  }

  /** How firmly the fact is known: reported, inferred or assumed, and the source. */
  private Optional<String> standing(Value value) {
    return proposal.flatMap(it -> ProvenanceOf.path(it, value.from())).map(Explanation::standing);
  }

  private static String standing(Provenance provenance) {
    String standing = provenance.standing().name().toLowerCase(Locale.ROOT);
    return provenance.source() == null ? standing : standing + " by " + provenance.source();
  }

  private JsonView view(Ground ground) {
    List<JsonView> values =
        ground.values().stream()
            .<JsonView>map(
                value ->
                    JsonView.members()
                        .put("name", value.name())
                        .put("value", value.text())
                        .put("from", value.from())
                        .putIfKnown("standing", standing(value)))
            .toList();
    return JsonView.members()
        .put("rule", ground.rule())
        .putIfKnown("reason", Optional.of(ground.reason()).filter(it -> !it.isEmpty()))
        .put("facts", JsonView.texts(ground.facts().shown()))
        .put("values", JsonView.elements(values));
  }
}
