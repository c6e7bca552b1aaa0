package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tribune.engine.AuditEngine;
import tribune.rulebase.RuleBase;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Invocation;
import tribune.trail.Actor;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;

/**
 * What commands work with: the trail and the rules that a line asks for, and whom, when and what
 * chance there is. Not safe for use by several threads.
 */
public final class Workspace implements AutoCloseable {
  private final Clock clock;
  private final Supplier<SecureRandom> random;
  private final Supplier<Actor> actor;
  private final Stores stores;
  private final long pid;
  private final String purpose;
  private final SessionTrail trail;
  private final SessionRules rules;

  /**
   * @param random for salts and names that nobody can guess
   * @param actor whom records name
   * @param stores the databases that trails may be in
   * @param kept what trails are held to
   * @param rules what this machine gives to rule bases
   * @param pid of this process, for others that find the home in use
   * @param purpose what this process was told to do, for them too
   */
  public Workspace(
      Clock clock,
      Supplier<SecureRandom> random,
      Supplier<Actor> actor,
      Stores stores,
      KeptTrails kept,
      RuleSettings rules,
      long pid,
      String purpose) {
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
    this.actor = requireNonNull(actor, "actor");
    this.stores = requireNonNull(stores, "stores");
    this.pid = pid;
    this.purpose = requireNonNull(purpose, "purpose");
    this.trail = new SessionTrail(this::setup, stores, kept);
    this.rules = new SessionRules(new RuleBases(rules, trail::begun), trail);
  }

  private TrailSetup setup() {
    return TrailSetup.of(clock, random.get(), actor.get(), AuditEngine.version(), pid, purpose);
  }

  /** The time of this command; each asks once, and again only to say how long something took. */
  public Instant now() {
    return clock.instant();
  }

  /** Whom records name. */
  public Actor actor() {
    return actor.get();
  }

  /** Makes keys of witnesses. */
  public SecureRandom random() {
    return random.get();
  }

  /** The databases that trails may be in. */
  public Stores stores() {
    return stores;
  }

  /** The trail of a line. */
  public SessionTrail trail() {
    return trail;
  }

  /** The rule base of a line. */
  public SessionRules rules() {
    return rules;
  }

  /**
   * An engine that records in the trail of the line what the rule base of the line says. The trail
   * is opened before the rules are read, and begun after them: faulty rules begin none.
   *
   * @throws CommandFailed if the rule base is faulty; its diagnostics have been printed
   * @throws tribune.trail.TrailException if nothing can be recorded
   */
  public AuditEngine engine(Invocation invocation) {
    Optional<Trail> begun = trail.recordingIfBegun(invocation);
    begun.ifPresent(it -> it.proofs().prepareKey());
    RuleBase ready = rules.ready(invocation);
    Trail recording =
        begun.flatMap(it -> trail.open()).orElseGet(() -> trail.recording(invocation));
    recording.proofs().prepareKey();
    AuditEngine engine = new AuditEngine(ready, recording, clock, actor.get());
    return invocation.globals().rules().isPresent() ? engine : engine.withRulesInForce();
  }

  @Override
  public void close() {
    trail.close();
  }
}
