package tribune.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import tribune.decision.Proposal;
import tribune.rulebase.EngineVersion;
import tribune.rulebase.RuleBase;
import tribune.schema.RecordWriter;
import tribune.trail.Actor;
import tribune.trail.Draft;
import tribune.trail.EngineRef;
import tribune.trail.Receipt;
import tribune.trail.StoredRuleBase;
import tribune.trail.SubmissionKey;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/**
 * Audits proposals: evaluates them on a rule base and records what came out. What {@link #audit}
 * returns is durable. Safe for use by several threads; closing it closes the trail.
 */
public final class AuditEngine implements AutoCloseable {
  /** Names the form in which the facts of a proposal are recorded. */
  public static final String FACTS_SCHEMA = "proposal/1";

  private final RuleBase rules;
  private final StoredRuleBase storedRules;
  private final Trail trail;
  private final Clock clock;
  private final Actor actor;
  private final Draft.RuleChoice choice;

  /**
   * An engine that records in this trail what this rule base says, whatever is in force.
   *
   * @param clock read once for each audit
   * @param actor who audits
   */
  public AuditEngine(RuleBase rules, Trail trail, Clock clock, Actor actor) {
    this(rules, trail, clock, actor, Draft.RuleChoice.NAMED);
  }

  private AuditEngine(
      RuleBase rules, Trail trail, Clock clock, Actor actor, Draft.RuleChoice choice) {
    this.rules = requireNonNull(rules, "rules");
    this.trail = requireNonNull(trail, "trail");
    this.clock = requireNonNull(clock, "clock");
    this.actor = requireNonNull(actor, "actor");
    this.choice = choice;
    this.storedRules = RecordedRules.store(rules);
  }

  /**
   * The same, for a rule base that was chosen because it is in force: once another one is
   * activated, by whomever, recording throws {@link tribune.trail.RulesReplaced}.
   */
  public AuditEngine withRulesInForce() {
    return new AuditEngine(rules, trail, clock, actor, Draft.RuleChoice.IN_FORCE);
  }

  /**
   * An engine that records in the trail of a home on this machine, begun if there is none.
   *
   * @param random makes the salts that keep recorded facts from being guessed
   * @throws tribune.trail.TrailException if the trail is in use or not what was written
   */
  public static AuditEngine open(
      Path home, RuleBase rules, Clock clock, SecureRandom random, Actor actor) {
    long pid = ProcessHandle.current().pid();
    TrailSetup setup = TrailSetup.of(clock, random, actor, version(), pid, "an audit engine");
    return new AuditEngine(rules, HomeTrail.open(home, setup), clock, actor);
  }

  /**
   * Evaluates a proposal and records the audit.
   *
   * @throws tribune.trail.TrailException if it could not be recorded; then there is no audit
   */
  public Audit audit(Proposal proposal) {
    return record(List.of(Assessment.of(proposal, rules, clock.instant()))).get(0);
  }

  /**
   * Records assessments: all of them, in this order, or none.
   *
   * @param assessments on the rule base of this engine; at most {@link Trail#MAX_DRAFTS}
   * @throws tribune.trail.TrailException if they could not be recorded; then there are no audits
   */
  public List<Audit> record(List<Assessment> assessments) {
    return recorded(assessments, assessments.stream().map(this::draft).toList());
  }

  /**
   * The same, each under a key. What was recorded under its key before, with the same decision,
   * facts and rule base, is not recorded again: its audit has the first receipt.
   *
   * @param keys as many as assessments
   * @throws tribune.trail.SubmissionTaken if something else was recorded under one of the keys
   */
  public List<Audit> record(List<Assessment> assessments, List<SubmissionKey> keys) {
    if (keys.size() != assessments.size()) {
      throw new IllegalArgumentException(
          keys.size() + " keys for " + assessments.size() + " assessments");
    }
    return recorded(
        assessments,
        IntStream.range(0, keys.size())
            .mapToObj(i -> draft(assessments.get(i)).under(keys.get(i)))
            .toList());
  }

  /** What the rule base of this engine says of a proposal now; nothing is recorded. */
  Assessment assess(Proposal proposal) {
    return Assessment.of(proposal, rules, clock.instant());
  }

  /** What it evaluates on. */
  public RuleBase rules() {
    return rules;
  }

  private List<Audit> recorded(List<Assessment> assessments, List<Draft> drafts) {
    List<Receipt> receipts = trail.appendAll(drafts);
    return IntStream.range(0, receipts.size())
        .mapToObj(i -> new Audit(assessments.get(i), receipts.get(i)))
        .toList();
  }

  /** The history of all audits. */
  public Trail trail() {
    return trail;
  }

  /** The versions that a record names. */
  public static EngineRef version() {
    return new EngineRef(EngineVersion.TRIBUNE, EngineVersion.DROOLS, Runtime.version().toString());
  }

  @Override
  public void close() {
    trail.close();
  }

  private Draft draft(Assessment assessment) {
    return new Draft(
            actor,
            assessment.decision(),
            FACTS_SCHEMA,
            RecordWriter.json(assessment.proposal()),
            storedRules,
            version(),
            assessment.result())
        .chosen(choice);
  }
}
