package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import tribune.rulebase.language.Audit;
import tribune.verdict.Ground;
import tribune.verdict.Paths;

/**
 * The {@code audit} that rules see. It knows which rule is firing, refuses what that rule may not
 * say, and takes facts and values from the match. One for each session.
 */
final class Reporter implements Audit {
  private final MatchReader matches;
  private final Predicate<String> isPath;
  private final List<Report> reports = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private @Nullable Match firing;
  private RuleName.@Nullable OfCheck rule;
  private @Nullable String reason;

  Reporter(MatchReader matches, Predicate<String> isPath) {
    this.matches = matches;
    this.isPath = isPath;
  }

  /** A rule begins to fire; null if it is a derivation, which reports nothing. */
  void begin(Match match, RuleName.@Nullable OfCheck name) {
    firing = match;
    rule = name;
    reason = null;
    notes.clear();
    missing.clear();
  }

  /** The rule is done; a rule of a check must have said something. */
  Optional<String> end() {
    Match match = firing;
    RuleName.OfCheck name = rule;
    firing = null;
    rule = null;
    if (match == null || name == null) {
      return Optional.empty();
    }
    if (reason == null) {
      return Optional.of("it fired but reported nothing");
    }
    String said = Brief.text(String.join("; ", join(reason, notes)));
    Ground ground =
        new Ground(name.text(), said, matches.values(match), Paths.of(matches.facts(match)));
    reports.add(new Report(name.check(), name.facet(), missing, ground));
    return Optional.empty();
  }

  List<Report> reports() {
    return reports;
  }

  @Override
  public void applies() {
    say(Facet.APPLIES, "");
  }

  @Override
  public void needs(String... paths) {
    say(Facet.NEEDS_EVIDENCE, "");
    if (paths.length == 0) {
      throw new BrokenContract("audit.needs() names no fact");
    }
    for (String path : paths) {
      if (!isPath.test(path)) {
        throw new BrokenContract("audit.needs(\"" + path + "\") names no fact of a proposal");
      }
      missing.add(path);
    }
  }

  @Override
  public void fails(String text) {
    if (text == null || text.isBlank()) {
      throw new BrokenContract("audit.fails() gives no reason");
    }
    say(Facet.FAILS, text.strip());
  }

  @Override
  public void note(String text) {
    notes.add(text.strip());
  }

  private void say(Facet facet, String text) {
    RuleName.OfCheck name = rule;
    if (name == null) {
      throw new BrokenContract("a derivation reported; only the rules of a check may");
    }
    if (name.facet() != facet) {
      throw new BrokenContract(
          "a rule named `" + name.facet().words() + "` reported `" + facet.words() + "`");
    }
    reason = reason == null ? text : String.join("; ", reason, text);
  }

  private static List<String> join(String first, List<String> others) {
    List<String> all = new ArrayList<>();
    if (!first.isEmpty()) {
      all.add(first);
    }
    all.addAll(others);
    return all;
  }

  /** A rule reported what its name does not allow. */
  static final class BrokenContract extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenContract(String message) {
      super(message);
    }
  }
}
