package tribune.shell.command;

import java.util.List;
import java.util.Optional;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.NearestName;
import tribune.document.Reading;
import tribune.engine.RecordedRules;
import tribune.rulebase.Catalogue;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.shell.line.Values;
import tribune.shell.workspace.Workspace;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;

/**
 * One audit as the trail holds it, with what belongs to it.
 *
 * @param body what was audited
 */
record RecordedAudit(Trail trail, StoredRecord stored, Body.Audited body) {
  private static final int MOST_PROPOSED = 1_000;

  /** What a command says of the parameter that names one. */
  static final String SAYS = "The id of a decision, such as BAGS, or one revision, BAGS@2.";

  /**
   * The newest audit of the decision.
   *
   * @throws CommandFailed if there is none; the nearest name is suggested
   */
  static RecordedAudit find(String text, Workspace workspace, Invocation invocation) {
    DecisionName name = DecisionName.parse(text);
    Trail trail =
        workspace
            .trail()
            .existing(invocation)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "no audits are recorded in " + workspace.trail().place(invocation),
                        "`audit FILE` records one; `demo` shows how"));
    Optional<StoredRecord> found =
        name.revision().isPresent()
            ? trail.find(name.id(), name.revision().getAsInt())
            : trail.find(name.id());
    return found.flatMap(stored -> of(trail, stored)).orElseThrow(() -> unknown(name, trail));
  }

  static Optional<RecordedAudit> of(Trail trail, StoredRecord stored) {
    return stored.content().body() instanceof Body.Audited audited
        ? Optional.of(new RecordedAudit(trail, stored, audited))
        : Optional.empty();
  }

  /**
   * Ids of audited decisions, proposed only where an earlier command opened the trail: opening it
   * for a key press would take time and keep others out.
   */
  static Values names(Workspace workspace) {
    return Values.suggested(
        () ->
            workspace
                .trail()
                .open()
                .map(trail -> trail.decisionIds("", MOST_PROPOSED))
                .orElse(List.of()));
  }

  /** What the rule base of that day says of its checks, if it can still be read. */
  Optional<Catalogue> catalogue() {
    return RecordedRules.catalogue(trail, body.ruleBase())
        .fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
  }

  /** The proposal as it was submitted; empty if its facts were erased or cannot be read. */
  Optional<Proposal> proposal() {
    return trail
        .payload(stored.seq())
        .map(payload -> ProposalReader.readRecorded(body.decision().id(), payload.json()))
        .flatMap(RecordedAudit::value);
  }

  FindingsReport findings() {
    return new FindingsReport(body.decision(), body.result(), catalogue());
  }

  private int revision() {
    return body.decision().revision();
  }

  private static Optional<Proposal> value(Reading<Proposal> reading) {
    return reading.fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
  }

  private static CommandFailed unknown(DecisionName name, Trail trail) {
    String what = "no audit of " + name + " is recorded";
    Optional<Integer> newest =
        trail.find(name.id()).flatMap(stored -> of(trail, stored)).map(RecordedAudit::revision);
    if (newest.isPresent()) {
      return new CommandFailed(
          ExitCode.USAGE, what, "the newest audit is of " + name.id() + "@" + newest.get());
    }
    return UnknownName.failure(
        what,
        name.id(),
        trail.decisionIds("", NearestName.MOST_NAMES),
        "`decisions` lists what is recorded");
  }
}
