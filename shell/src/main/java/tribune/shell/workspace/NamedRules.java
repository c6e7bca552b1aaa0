package tribune.shell.workspace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tribune.document.Reading;
import tribune.rulebase.RuleBaseFiles;
import tribune.rules.ShippedRuleBase;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Values;
import tribune.trail.RuleBaseRef;
import tribune.trail.Trail;

/**
 * Rule bases as commands name them: a directory, {@code shipped}, or the first digits of the hash
 * of one that the trail holds. Stateless.
 */
public final class NamedRules {
  /** The word for the rule base that comes with the program. */
  public static final String SHIPPED = "shipped";

  /** How many digits tell rule bases apart wherever they are listed. */
  public static final int DIGITS = 8;

  private static final String HASH = "[0-9a-f]{4,64}";

  private NamedRules() {}

  /** What may be proposed without opening a trail. */
  public static Values values() {
    return Values.directory();
  }

  /**
   * The files of the rule base of this name, with those of tests if they are known.
   *
   * @param trail that may hold it
   * @throws CommandFailed if there is no such rule base
   */
  public static Reading<RuleBaseFiles> files(String name, Optional<Trail> trail) {
    Optional<Path> directory = directory(name);
    if (directory.isPresent()) {
      return RuleBaseFiles.in(directory.get(), ShippedRuleBase.byName());
    }
    if (name.equals(SHIPPED) || name.equals(ShippedRuleBase.NAME)) {
      return new Reading.Sound<>(ShippedRuleBase.filesWithTests(), List.of());
    }
    RuleBaseRef ref = ref(name, trail);
    return new Reading.Sound<>(
        RuleBases.recorded(trail.orElseThrow(), ref, ShippedRuleBase::filesWithTests), List.of());
  }

  /**
   * The rule base in the trail whose hash begins like this.
   *
   * @throws CommandFailed if there is none, or more than one
   */
  public static RuleBaseRef ref(String name, Optional<Trail> trail) {
    String digits = name.toLowerCase(Locale.ROOT);
    List<RuleBaseRef> known = trail.map(Trail::ruleBases).orElse(List.of());
    List<RuleBaseRef> found = new ArrayList<>();
    if (digits.matches(HASH)) {
      known.stream().filter(it -> it.sha256().hex().startsWith(digits)).forEach(found::add);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty()
        ? new CommandFailed(
            ExitCode.USAGE,
            "there is no rule base " + name + ": no such directory, and none of that hash recorded",
            "name a directory, '"
                + SHIPPED
                + "', or the first digits of a hash that"
                + " `rules history` lists")
        : new CommandFailed(
            ExitCode.USAGE,
            found.size() + " recorded rule bases begin with " + name,
            "write more digits of the hash");
  }

  private static Optional<Path> directory(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
