package tribune.rulebase.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tribune.rulebase.Check;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;

/** Puts what is to be said of a check in the order in which people ask. */
final class CheckLayout {
  private final CheckPage shown;
  private final Check check;

  private CheckLayout(CheckPage shown) {
    this.shown = shown;
    this.check = shown.check();
  }

  static Page of(CheckPage shown) {
    return new CheckLayout(shown).page();
  }

  private Page page() {
    Part lead =
        Part.Terms.of(
            Part.Term.of(
                "principle",
                Words.page(shown.principle().id()).and(" " + shown.principle().title())),
            Part.Term.of("severity", check.severity().name()),
            Part.Term.of("applies to", CheckPage.kinds(check)));
    Page.Sections sections = new Page.Sections();
    sections.add("What it asks", Part.paragraph(check.question()));
    sections.add("Why", why());
    sections.add("What to state", facts());
    sections.add("What makes it pass", Part.paragraph(check.remedy()));
    sections.add("What it compares with", thresholds());
    sections.add("An example that fails", example(shown.fails(), "No case shows it failing."));
    sections.add("An example that passes", example(shown.passes(), "No case shows it passing."));
    sections.add(
        "What it will not flag",
        check.limits().isEmpty()
            ? Part.paragraph("Nobody has written down yet what it misses.")
            : Part.points(check.limits()));
    sections.addIfAny("What no waiver may say", shown.refused(), refused());
    sections.add("What it builds on", derived());
    sections.addIfAny("Notes", check.notes(), Part.points(check.notes()));
    sections.addIfAny("History", check.history(), history());
    sections.add("Its rules", rules());
    return new Page(check.id(), check.id() + " " + check.title(), List.of(lead), sections.list());
  }

  private Part[] why() {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.paragraph(shown.principle().statement()));
    List<Words> basis =
        check.basis().stream()
            .map(it -> Words.of("“" + it.phrase() + "” (").and(Words.code(it.seed())).and(")"))
            .toList();
    parts.add(
        basis.isEmpty() ? Part.paragraph("No source is named for it.") : new Part.Points(basis));
    if (!check.references().isEmpty()) {
      parts.add(Part.paragraph("Standards and practice that ask for the same:"));
      parts.add(Part.points(check.references()));
    }
    return parts.toArray(Part[]::new);
  }

  private Part facts() {
    if (shown.facts().isEmpty()) {
      return Part.paragraph("It asks for no fact.");
    }
    return new Part.Terms(
        shown.facts().stream()
            .map(it -> new Part.Term(Words.code(it.path()), meaning(it)))
            .toList());
  }

  private static Words meaning(AskedFact fact) {
    String meaning = Words.sentence(fact.question()) + " Write " + fact.written() + ".";
    return Words.of(
        fact.optional().map(why -> meaning + " It may stay unstated. " + why).orElse(meaning));
  }

  private Part thresholds() {
    if (shown.thresholds().isEmpty()) {
      return Part.paragraph("It compares with no number.");
    }
    return new Part.Terms(
        shown.thresholds().stream()
            .map(
                it -> new Part.Term(Words.code(it.id()).and(" = " + it.value()), Words.of(why(it))))
            .toList());
  }

  private static String why(ThresholdTable.Entry threshold) {
    return threshold.source() == null
        ? Words.sentence(threshold.why())
        : Words.sentence(threshold.why()) + " Source: " + Words.sentence(threshold.source());
  }

  private static Part[] example(Optional<Example> example, String otherwise) {
    return example
        .map(
            it ->
                new Part[] {
                  Part.paragraph(Words.sentence(it.name())),
                  new Part.Code("yaml", it.proposal()),
                  new Part.Terms(outcome(it))
                })
        .orElseGet(() -> new Part[] {Part.paragraph(otherwise)});
  }

  private static List<Part.Term> outcome(Example example) {
    List<Part.Term> terms = new ArrayList<>();
    Words outcome = Words.strong(example.outcome().name());
    terms.add(
        Part.Term.of(
            "outcome", example.reason().map(why -> outcome.and(": " + why)).orElse(outcome)));
    if (!example.values().isEmpty()) {
      terms.add(Part.Term.of("values", Words.code(String.join(", ", example.values()))));
    }
    terms.add(Part.Term.of("audited on", example.asOf().toString()));
    return terms;
  }

  private Part refused() {
    return new Part.Terms(
        shown.refused().stream()
            .map(it -> Part.Term.of(Words.sentence(it.reason()), it.answer()))
            .toList());
  }

  private Part derived() {
    if (shown.derived().isEmpty()) {
      return Part.paragraph("It reads the proposal itself; nothing is derived for it.");
    }
    return new Part.Terms(
        shown.derived().stream()
            .map(
                it ->
                    Part.Term.of(
                        inWords(it.type()),
                        it.meaning().isEmpty() ? "The rules do not say." : it.meaning()))
            .toList());
  }

  private Part history() {
    return new Part.Terms(
        check.history().stream()
            .map(
                it ->
                    Part.Term.of(
                        it.on().toString(),
                        Words.sentence(it.change()) + " " + Words.sentence(it.because())))
            .toList());
  }

  private Part rules() {
    String text = shown.rules().stream().map(RuleText::text).collect(Collectors.joining("\n\n"));
    return shown.rules().isEmpty()
        ? Part.paragraph("It has no rules.")
        : new Part.Code("drl", text + "\n");
  }

  /** {@code UsableEvidence} as {@code usable evidence}. */
  private static String inWords(String type) {
    return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
