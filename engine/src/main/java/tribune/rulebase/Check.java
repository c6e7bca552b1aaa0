package tribune.rulebase;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tribune.decision.Kind;
import tribune.schema.Doc;
import tribune.schema.Key;
import tribune.schema.Required;
import tribune.verdict.CheckId;
import tribune.verdict.Severity;

/**
 * What a principle.yaml says of one check. What the check does stands in its rules.
 *
 * @param kinds the kinds of decision it can apply to; empty for all
 * @param asks members it needs from the proposer, such as {@code decision.retroactive}
 */
@Doc("One testable demand of a principle.")
public record Check(
    @Doc("Id, such as LTR-03") @Key @Required String id,
    @Doc("The demand in a few words") @Required String title,
    @Doc("The question to the proposer") @Required String question,
    @Doc("How much a FAIL weighs") @Required Severity severity,
    @Doc("Kinds of decision it can apply to; all, if left out") Set<Kind> kinds,
    @Doc("Facts it asks for") Set<String> asks,
    @Doc("What would make it pass") @Required String remedy,
    @Doc("Where the demand comes from") List<Basis> basis,
    @Doc("Standards that ask for the same") List<String> references,
    @Doc("Facts that may stay unstated on a PASS") List<OptionalFact> optional,
    @Doc("What it will not flag, so that nobody relies on it for that") List<String> limits,
    @Doc("Where and why it differs from its sources") List<String> notes,
    @Doc("What was changed in it, and what led to the change") List<Change> history) {

  public Check {
    basis = List.copyOf(basis);
    references = List.copyOf(references);
    optional = List.copyOf(optional);
    limits = List.copyOf(limits);
    notes = List.copyOf(notes);
    history = List.copyOf(history);
  }

  /** A phrase in an essay that the demand comes from. */
  @Doc("A phrase that the demand comes from.")
  public record Basis(
      @Doc("File name of the essay") @Required String seed,
      @Doc("The phrase, word for word") @Required String phrase) {}

  /** A fact that the rules read and that may all the same stay unstated on a PASS. */
  @Doc("A fact that may stay unstated on a PASS.")
  public record OptionalFact(
      @Doc("The fact, such as segments.role") @Key @Required String fact,
      @Doc("Why") @Required String why) {}

  /** A change of the check, such as one that a real decision led to. */
  @Doc("A change of the check.")
  public record Change(
      @Doc("Day of the change") @Required LocalDate on,
      @Doc("What was changed") @Required String change,
      @Doc("What led to it, such as the decision it was seen on") @Required String because) {}

  Check withSeverity(Severity other) {
    return new Check(
        id,
        title,
        question,
        other,
        kinds,
        asks,
        remedy,
        basis,
        references,
        optional,
        limits,
        notes,
        history);
  }

  public CheckId checkId() {
    return new CheckId(id);
  }
}
