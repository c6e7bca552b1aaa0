package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tribune.document.Reading;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.trail.TrailHeld;

/**
 * The rule bases that the lines of a session ask for, sound: of one that is faulty, the diagnostics
 * are printed and the command ends. Not safe for use by several threads.
 */
public final class SessionRules {
  private final RuleBases bases;
  private final SessionTrail trail;

  /**
   * @param trail says which rule base is in force
   */
  SessionRules(RuleBases bases, SessionTrail trail) {
    this.bases = requireNonNull(bases, "bases");
    this.trail = requireNonNull(trail, "trail");
  }

  /** The same, sound or not. */
  public RuleBases bases() {
    return bases;
  }

  /**
   * The rule base that the line asks for.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public RuleBase ready(Invocation invocation) {
    tellUnlessNamed(invocation);
    return sound(bases.load(invocation.globals()), invocation, "the rule base cannot be used");
  }

  /**
   * The rule base that the line asks for, as it is written; nothing is compiled.
   *
   * @throws CommandFailed if it is faulty; its diagnostics have been printed
   */
  public WrittenRules written(Invocation invocation) {
    return sound(
        reading(invocation).then(bases::written), invocation, "the rule base cannot be read");
  }

  /**
   * The rule base that the line asks for, with its test cases.
   *
   * @throws CommandFailed if rules or cases are faulty; their diagnostics have been printed
   */
  public TestedRules tested(Invocation invocation) {
    return sound(
        reading(invocation).then(bases::tested), invocation, "the rule base cannot be tested");
  }

  /**
   * The files of the rule base that the line asks for.
   *
   * @throws CommandFailed if they are faulty; their diagnostics have been printed
   */
  public RuleBaseFiles files(Invocation invocation) {
    return sound(reading(invocation), invocation, "the rule base cannot be read");
  }

  /**
   * The rule base of this name: a directory, {@code shipped}, or a hash.
   *
   * @throws CommandFailed if there is none, or its files are faulty
   */
  public RuleBaseFiles named(String name, Invocation invocation) {
    return sound(
        NamedRules.files(name, trail.existing(invocation)),
        invocation,
        "the rule base cannot be read");
  }

  /**
   * The files that the line asks for. Who only reads rules need not wait for whoever has the home
   * open; an audit does.
   */
  private Reading<RuleBaseFiles> reading(Invocation invocation) {
    try {
      tellUnlessNamed(invocation);
      return bases.files(invocation.globals());
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
   * Which rule base is in force stands in the trail, so what is to be told of that is told first.
   */
  private void tellUnlessNamed(Invocation invocation) {
    if (invocation.globals().rules().isEmpty()) {
      trail.existing(invocation);
    }
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
}
