package tribune.rulebase.analysis;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.Catalogue;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.ReadRules;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.RuleCase;

/**
 * Everything that can be said against a rule base without running it: why it cannot be loaded, as
 * errors, and what contradicts itself, is never reached or referred to, as warnings. A warning is
 * only given where it is sure; what is not looked into stands in docs/rules.md. Stateless.
 */
public final class RuleBaseCheck {
  /** What can be said of a rule, a check or a file by itself. */
  private static final List<Finder> OF_PARTS =
      List.of(new Contradictions(), new SameFails(), new TypedNumbers(), new MissingBasis());

  /** What can only be said where everything could be read: that something is nowhere. */
  private static final List<Finder> OF_THE_WHOLE =
      List.of(
          new HiddenFails(),
          new NeverDerived(),
          new UnreadDerivations(),
          new UnreadThresholds(),
          new UnreadFacts(),
          new OtherKinds(),
          new NeverTripped());

  private static final Comparator<Diagnostic> BY_PLACE =
      comparing((Diagnostic it) -> it.source().name())
          .thenComparing(Diagnostic::place, nullsFirst(Comparator.<Place>naturalOrder()));

  private RuleBaseCheck() {}

  /** The errors and warnings, by file and place; empty if the rule base is sound. */
  public static List<Diagnostic> of(RuleBaseFiles files, CompiledRulesCache cache) {
    ReadRules read = ReadRules.of(files);
    List<Diagnostic> found = new ArrayList<>(read.mistakes());
    found.addAll(flaws(files, read));
    if (read.mistakes().isEmpty()) {
      found.addAll(RuleBase.load(files, cache).diagnostics());
    }
    return sorted(found);
  }

  /** The same without what only compiling the rules would show. */
  static List<Diagnostic> withoutCompiling(RuleBaseFiles files) {
    ReadRules read = ReadRules.of(files);
    List<Diagnostic> found = new ArrayList<>(read.mistakes());
    found.addAll(flaws(files, read));
    return sorted(found);
  }

  /** What looks wrong in what can be read. */
  static List<Diagnostic> flaws(RuleBaseFiles files) {
    return sorted(flaws(files, ReadRules.of(files)));
  }

  private static List<Diagnostic> flaws(RuleBaseFiles files, ReadRules read) {
    List<Diagnostic> found = new ArrayList<>();
    List<RuleCase> cases = cases(files, found);
    Optional<Catalogue> catalogue = read.catalogue();
    if (catalogue.isPresent()) {
      boolean isWhole = read.mistakes().isEmpty() && found.isEmpty();
      Written rules = new Written(files, catalogue.get(), read.outlines(), cases);
      OF_PARTS.forEach(finder -> found.addAll(finder.find(rules)));
      if (isWhole) {
        OF_THE_WHOLE.forEach(finder -> found.addAll(finder.find(rules)));
      }
    }
    return found;
  }

  private static List<Diagnostic> sorted(List<Diagnostic> found) {
    return Diagnostics.most(found).stream().sorted(BY_PLACE).toList();
  }

  /** The cases of the files that are sound; the others are reported. */
  private static List<RuleCase> cases(RuleBaseFiles files, List<Diagnostic> found) {
    List<RuleCase> cases = new ArrayList<>();
    for (Source source : files.cases()) {
      sound(CaseFile.read(source), found).ifPresent(cases::addAll);
    }
    return cases;
  }

  private static <T> Optional<T> sound(Reading<T> reading, List<Diagnostic> found) {
    found.addAll(reading.diagnostics());
    return reading.fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
  }
}
