package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.document.Reading;
import tribune.engine.AuditEngine;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Invocation;
import tribune.shell.render.Messages;
import tribune.trail.Actor;
import tribune.trail.Copied;
import tribune.trail.KeyExchange;
import tribune.trail.OldKey;
import tribune.trail.Receipt;
import tribune.trail.Trail;
import tribune.trail.TrailHeld;
import tribune.trail.TrailSetup;
import tribune.trail.TrailUnsound;

/**
 * The home that commands work in. A trail that was opened stays open until the program ends or
 * another place is asked for, since opening it anew for each line would let another process in
 * between. Not safe for use by several threads.
 */
public final class Workspace implements AutoCloseable {
  private final Clock clock;
  private final Supplier<SecureRandom> random;
  private final Supplier<Actor> actor;
  private final Stores stores;
  private final KeptTrails kept;
  private final long pid;
  private final String purpose;
  private final RuleBases ruleBases;
  private @Nullable TrailPlace place;
  private @Nullable Trail trail;

  /** The line for which the trail was opened to be read. */
  private @Nullable Globals readFor;

  /** Whether what opening the trail found was told. */
  private boolean told;

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
    this.kept = requireNonNull(kept, "kept");
    this.ruleBases = new RuleBases(rules, this::begunTrail);
    this.pid = pid;
    this.purpose = requireNonNull(purpose, "purpose");
  }

  /** The time of this command; each asks once, and again only to say how long something took. */
  public Instant now() {
    return clock.instant();
  }

  public RuleBases ruleBases() {
    return ruleBases;
  }

  /**
   * The rule base that the line asks for.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public RuleBase rules(Invocation invocation) {
    tellUnlessNamed(invocation);
    return sound(ruleBases.load(invocation.globals()), invocation, "the rule base cannot be used");
  }

  /**
   * The rule base that the line asks for, as it is written; nothing is compiled.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public WrittenRules writtenRules(Invocation invocation) {
    return sound(
        files(invocation).then(ruleBases::written), invocation, "the rule base cannot be read");
  }

  /**
   * The rule base that the line asks for, with its test cases.
   *
   * @throws CommandFailed if rules or cases are faulty; their diagnostics have been printed
   */
  public TestedRules testedRules(Invocation invocation) {
    return sound(
        files(invocation).then(files -> ruleBases.tested(files)),
        invocation,
        "the rule base cannot be tested");
  }

  /**
   * The files that the line asks for. Who only reads rules need not wait for whoever has the home
   * open; an audit does.
   */
  private Reading<RuleBaseFiles> files(Invocation invocation) {
    try {
      tellUnlessNamed(invocation);
      return ruleBases.files(invocation.globals());
    } catch (TrailHeld held) {
      invocation
          .messages()
          .warning(
              held.getMessage()
                  + "; the shipped rule base is shown, though another may be in force");
      return new Reading.Sound<>(ShippedRuleBase.filesWithTests(), List.of());
    }
  }

  /**
   * The rule base of this name: a directory, {@code shipped}, or a hash.
   *
   * @throws CommandFailed if there is none, or its files are faulty
   */
  public RuleBaseFiles namedRules(String name, Invocation invocation) {
    return sound(
        NamedRules.files(name, existingTrail(invocation)),
        invocation,
        "the rule base cannot be read");
  }

  /**
   * The files of the rule base that the line asks for.
   *
   * @throws CommandFailed if they are faulty; their diagnostics have been printed
   */
  public RuleBaseFiles ruleFiles(Invocation invocation) {
    return sound(files(invocation), invocation, "the rule base cannot be read");
  }

  /**
   * Which rule base is in force stands in the trail, so what is to be told of that is told first.
   */
  private void tellUnlessNamed(Invocation invocation) {
    if (invocation.globals().rules().isEmpty()) {
      existingTrail(invocation);
    }
  }

  /** Whom records name. */
  public Actor actor() {
    return actor.get();
  }

  /** An engine that records in the home of the line. */
  public AuditEngine engine(RuleBase rules, Invocation invocation) {
    Trail recording = trail(invocation);
    recording.proofs().prepareKey();
    return new AuditEngine(rules, recording, clock, actor.get());
  }

  /** Keeps what these receipts prove, after the last record of a command. */
  public void keep(List<Receipt> receipts, Invocation invocation) {
    if (!receipts.isEmpty() && trail != null) {
      Receipt last = receipts.get(receipts.size() - 1);
      kept.keep(trail, last.checkpoint(), place(invocation), invocation.messages());
    }
  }

  /** What trails are held to. */
  public KeptTrails kept() {
    return kept;
  }

  /** Why the trail of the line does not go on from what is kept of it. */
  public Optional<TrailUnsound> objection(Trail opened, Invocation invocation) {
    return kept.objection(opened, place(invocation), invocation.messages());
  }

  /** Forgets which trail was seen in the place of the line, if there is none there now. */
  public void forgetIfGone(Invocation invocation) {
    TrailPlace gone = place(invocation);
    if (alreadyOpen(gone).or(() -> gone.openIfBegun(setup())).map(it -> hold(gone, it)).isEmpty()) {
      kept.trust().forget(gone.key());
    }
  }

  /** Where the trail of the line is; for people. */
  public TrailPlace place(Invocation invocation) {
    return place(invocation.globals());
  }

  private TrailPlace place(Globals globals) {
    Optional<String> store = globals.store();
    return store.isPresent()
        ? stores.place(store.get(), globals.home())
        : new TrailPlace.Home(globals.home());
  }

  /** The trail there, if one was begun; what opening it found is told by whoever has a voice. */
  private Optional<Trail> begunTrail(Globals globals) {
    TrailPlace wanted = place(globals);
    letGoUnlessReadFor(globals);
    return alreadyOpen(wanted)
        .or(
            () -> {
              readFor = globals;
              return wanted.openToRead(setup()).map(found -> holdUntold(wanted, found));
            });
  }

  /** What another process has open is read anew for each line, and once for all that it asks. */
  @SuppressWarnings("ReferenceEquality") // two lines may ask for the same
  private void letGoUnlessReadFor(Globals globals) {
    if (readFor != globals) {
      letGoOfHeld();
    }
  }

  private void letGoOfHeld() {
    if (trail != null && trail.held().isPresent()) {
      close();
    }
  }

  private Trail holdUntold(TrailPlace wanted, Trail opened) {
    hold(wanted, opened);
    told = false;
    return opened;
  }

  /**
   * The trail of the line, in its home or its store, begun if there is none.
   *
   * @throws CommandFailed if the place cannot be used
   * @throws tribune.trail.TrailException if the trail cannot be opened, or does not go on from what
   *     is kept of it
   */
  public Trail trail(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    letGoOfHeld();
    Optional<Trail> found =
        alreadyOpen(wanted).or(() -> wanted.openIfBegun(setup()).map(it -> holdUntold(wanted, it)));
    found.ifPresent(it -> tellOnce(it, invocation));
    found.ifPresent(it -> kept.require(it, wanted, invocation.messages()));
    return found.orElseGet(() -> begun(wanted, invocation));
  }

  private Trail begun(TrailPlace wanted, Invocation invocation) {
    kept.requireNoneSeen(wanted, invocation.messages());
    Trail fresh = hold(wanted, wanted.open(setup()));
    if (kept.isKnown(fresh)) {
      kept.require(fresh, wanted, invocation.messages());
    }
    return fresh;
  }

  private void tellOnce(Trail opened, Invocation invocation) {
    if (!told) {
      told = true;
      Openings.tell(opened, invocation.messages());
    }
  }

  /**
   * The trail of the line, if one was begun there: looking must not begin one. If it does not go on
   * from what is kept, that is told; what it holds can be looked at all the same. While another
   * process has it open, it is read as it is now, anew for each command.
   */
  public Optional<Trail> existingTrail(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    letGoUnlessReadFor(invocation.globals());
    boolean isToBeTold = alreadyOpen(wanted).isEmpty() || !told;
    Optional<Trail> found = begunTrail(invocation.globals());
    if (isToBeTold) {
      found.ifPresent(it -> tellOnce(it, invocation));
      objection(found, wanted, invocation.messages())
          .ifPresent(it -> invocation.messages().warning(String.valueOf(it.getMessage())));
    }
    return found;
  }

  /** The trail of the line with an index built anew, if it is one that has an index. */
  public Optional<Trail> rebuiltTrail(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    close();
    return wanted.rebuilt(setup()).map(found -> hold(wanted, found));
  }

  /** Makes keys of witnesses. */
  public SecureRandom random() {
    return random.get();
  }

  private Optional<TrailUnsound> objection(
      Optional<Trail> found, TrailPlace wanted, Messages messages) {
    if (found.isPresent()) {
      return kept.objection(found.get(), wanted, messages);
    }
    try {
      kept.requireNoneSeen(wanted, messages);
      return Optional.empty();
    } catch (TrailUnsound e) {
      return Optional.of(e);
    }
  }

  /** The trail that is open, if it is the one that is wanted; else none is open any more. */
  private Optional<Trail> alreadyOpen(TrailPlace wanted) {
    if (!wanted.equals(place) || hasLostItsDatabase()) {
      close();
    }
    return openTrail();
  }

  /**
   * Then it is opened anew for the next command. What was being recorded is never sent again here:
   * whoever submitted it does that, under the same key.
   */
  private boolean hasLostItsDatabase() {
    return place instanceof TrailPlace.Database && trail != null && !trail.isUsable();
  }

  private Trail hold(TrailPlace wanted, Trail opened) {
    place = wanted;
    trail = opened;
    told = true;
    return opened;
  }

  /**
   * Copies the trail of the line.
   *
   * @param to the URL of a store, or a home
   * @param progress told how many records are copied; may throw to stop
   * @throws CommandFailed if there is nothing to copy, or the target cannot be used
   * @throws tribune.trail.TrailException if it is not empty, or one of the two is not sound
   */
  public Copied copyTrail(String to, Invocation invocation, LongConsumer progress) {
    TrailPlace target =
        Stores.isUrl(to) ? stores.place(to, invocation.globals().home()) : TrailPlace.home(to);
    Trail source =
        existingTrail(invocation)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "there is no trail in " + place(invocation) + " to copy",
                        "name its place with --home or --store"));
    return target.copy(source, setup(), progress);
  }

  /**
   * Gives the trail of the line, which there must be, a new signing key.
   *
   * @param reason for others to read
   */
  public KeyExchange rotateKey(String reason, OldKey fate, Invocation invocation) {
    Trail recording = trail(invocation);
    KeyExchange exchange = recording.rotateKey(actor.get(), AuditEngine.version(), reason, fate);
    keep(List.of(exchange.receipt()), invocation);
    return exchange;
  }

  /** The databases that trails may be in. */
  public Stores stores() {
    return stores;
  }

  /** The trail that an earlier command of this session opened; opens none. */
  public Optional<Trail> openTrail() {
    return Optional.ofNullable(trail);
  }

  /**
   * The value of a reading.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public static <T> T sound(Reading<T> reading, Invocation invocation, String otherwise) {
    return reading.fold(
        sound -> {
          sound
              .warnings()
              .forEach(it -> invocation.messages().verbatim(it.text().lines().toList()));
          return sound.value();
        },
        faulty -> {
          invocation.messages().verbatim(faulty.text().lines().toList());
          invocation.messages().verbatim(List.of(""));
          throw new CommandFailed(ExitCode.USAGE, otherwise, "see the diagnostics above");
        });
  }

  @Override
  public void close() {
    if (trail != null) {
      trail.close();
      trail = null;
      place = null;
    }
  }

  private TrailSetup setup() {
    TrailSetup setup =
        TrailSetup.of(clock, random.get(), actor.get(), AuditEngine.version(), pid, purpose);
    return kept.key().map(setup::withKeys).orElse(setup);
  }
}
