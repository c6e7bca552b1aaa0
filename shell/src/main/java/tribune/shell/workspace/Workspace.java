package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.document.Reading;
import tribune.engine.AuditEngine;
import tribune.rulebase.RuleBase;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.trail.Actor;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/**
 * The home that commands work in. A trail that was opened stays open until the program ends or
 * another home is asked for, since opening it anew for each line would let another process in
 * between. Not safe for use by several threads.
 */
public final class Workspace implements AutoCloseable {
  private final Clock clock;
  private final Supplier<SecureRandom> random;
  private final Supplier<Actor> actor;
  private final long pid;
  private final String purpose;
  private final RuleBases ruleBases = new RuleBases();
  private @Nullable Path home;
  private @Nullable Trail trail;

  /**
   * @param random for salts and names that nobody can guess
   * @param actor whom records name
   * @param pid of this process, for others that find the home in use
   * @param purpose what this process was told to do, for them too
   */
  public Workspace(
      Clock clock, Supplier<SecureRandom> random, Supplier<Actor> actor, long pid, String purpose) {
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
    this.actor = requireNonNull(actor, "actor");
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
    return sound(ruleBases.load(invocation.globals()), invocation, "the rule base cannot be used");
  }

  /**
   * The rule base that the line asks for, as it is written; nothing is compiled.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public WrittenRules writtenRules(Invocation invocation) {
    return sound(
        ruleBases.written(invocation.globals()), invocation, "the rule base cannot be read");
  }

  /**
   * The rule base that the line asks for, with its test cases.
   *
   * @throws CommandFailed if rules or cases are faulty; their diagnostics have been printed
   */
  public TestedRules testedRules(Invocation invocation) {
    return sound(
        ruleBases.tested(invocation.globals()), invocation, "the rule base cannot be tested");
  }

  /** An engine that records in the home of the line. */
  public AuditEngine engine(RuleBase rules, Invocation invocation) {
    return new AuditEngine(rules, trail(invocation), clock, actor.get());
  }

  /**
   * The trail of the home of the line, begun if there is none.
   *
   * @throws CommandFailed if the home cannot be used
   * @throws tribune.trail.TrailException if the trail cannot be opened
   */
  public Trail trail(Invocation invocation) {
    Path wanted = invocation.globals().home().toAbsolutePath().normalize();
    Trail open = trail;
    if (open != null && wanted.equals(home)) {
      return open;
    }
    close();
    requireUsable(wanted);
    Trail opened = open(wanted);
    Openings.tell(opened.opening(), invocation.messages());
    home = wanted;
    trail = opened;
    return opened;
  }

  /** The trail of the home of the line, if one was begun there: looking must not begin one. */
  public Optional<Trail> existingTrail(Invocation invocation) {
    Path home = invocation.globals().home();
    requireUsable(home);
    return HomeTrail.exists(home) ? Optional.of(trail(invocation)) : Optional.empty();
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
      home = null;
    }
  }

  private Trail open(Path wanted) {
    TrailSetup setup =
        TrailSetup.of(clock, random.get(), actor.get(), AuditEngine.version(), pid, purpose);
    try {
      return HomeTrail.open(wanted, setup);
    } catch (UncheckedIOException e) {
      throw unusable(wanted, FileTrouble.reason(e));
    }
  }

  private static void requireUsable(Path home) {
    if (home.toString().indexOf(';') >= 0) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "the home " + home + " cannot be used: its path may not hold a semicolon",
          "choose another one with --home or TRIBUNE_HOME");
    }
    if (Files.exists(home) && !Files.isDirectory(home)) {
      throw unusable(home, "it is a file, and a directory is needed");
    }
  }

  private static CommandFailed unusable(Path home, String why) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "the home " + home + " cannot be used: " + why,
        "choose another one with --home or TRIBUNE_HOME");
  }
}
