package tribune.rulebase.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Document;
import tribune.document.Node;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.document.YamlReader;
import tribune.rulebase.RuleBaseFiles;
import tribune.schema.Binder;
import tribune.schema.Bound;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Part;
import tribune.schema.Required;
import tribune.verdict.Outcome;

/**
 * The test cases of a rule base: small proposals, and what a check must say of each.
 *
 * @param asOf the day of the audit in all cases of the file
 */
@Doc("Test cases of a principle.")
public record CaseFile(
    @Doc("The day of the audit") @Required LocalDate asOf, @Doc("The cases") List<Written> cases) {
  public CaseFile {
    cases = List.copyOf(cases);
  }

  /** A case as it is written. */
  @Doc("A small proposal and what a check must say of it.")
  public record Written(
      @Doc("What the case shows, as a sentence") @Key @Required String name,
      @Doc("The check") @Required String check,
      @Doc("The outcome it must have") @Required Outcome outcome,
      @Doc("One of the reasons, word for word") @Nullable String reason,
      @Doc("Values that must be among those of the finding: `share = 30%`") Set<String> values,
      @Doc("For NEEDS_EVIDENCE: exactly the facts that are missing") Set<String> missing,
      @Doc("The proposal; id and title may be left out") @Required Node proposal) {}

  /** Reads a case file; a case whose proposal is faulty is reported at its place. */
  public static Reading<List<RuleCase>> read(Source source) {
    Diagnostics diagnostics = new Diagnostics(source);
    Optional<Bound<CaseFile>> bound =
        YamlReader.read(source, diagnostics)
            .map(document -> Binder.bind(document.root(), CaseFile.class, diagnostics));
    Optional<CaseFile> file = bound.flatMap(Bound::draft);
    if (diagnostics.hasErrors() || file.isEmpty()) {
      return diagnostics.reading(null);
    }
    List<RuleCase> cases = new ArrayList<>();
    for (Part<Written> part : bound.get().parts(Written.class)) {
      Written written = part.value();
      Reading<Proposal> proposal =
          ProposalReader.readExample(new Document(source, written.proposal()), "case");
      proposal.diagnostics().forEach(diagnostics::add);
      proposal
          .map(
              sound ->
                  new RuleCase(source, part.place("name"), file.get().asOf(), written, sound))
          .fold(sound -> cases.add(sound.value()), faulty -> false);
    }
    return diagnostics.reading(cases);
  }

  /** All cases that stand beside the rules of a rule base. */
  public static Reading<List<RuleCase>> readAll(RuleBaseFiles files) {
    List<Diagnostic> found = new ArrayList<>();
    List<RuleCase> cases = new ArrayList<>();
    for (Source source : files.cases()) {
      read(source)
          .fold(sound -> cases.addAll(sound.value()), faulty -> found.addAll(faulty.diagnostics()));
    }
    return found.isEmpty()
        ? new Reading.Sound<>(List.copyOf(cases), List.of())
        : new Reading.Faulty<>(found, 0);
  }
}
