package tribune.rulebase.analysis;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.CaseFile;
import tribune.rulebase.Catalogue;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleCase;
import tribune.rulebase.RuleOutlines;

/**
 * Everything that can be said against a rule base without running it: why it cannot be loaded, as
 * errors, and what contradicts itself, is never reached or referred to, as warnings. A warning is
 * only given where it is sure; what is not looked into stands in docs/rules.md. Stateless.
 */
public final class RuleBaseCheck {
  private static final List<Finder> FINDERS =
      List.of(
          new Contradictions(),
          new HiddenFails(),
          new NeverDerived(),
          new UnreadDerivations(),
          new UnreadThresholds(),
          new UnreadFacts(),
          new OtherKinds(),
          new SameFails(),
          new TypedNumbers(),
          new MissingBasis(),
          new NeverTripped());

  private static final Comparator<Diagnostic> BY_PLACE =
      comparing((Diagnostic it) -> it.source().name())
          .thenComparing(Diagnostic::place, nullsFirst(Comparator.<Place>naturalOrder()));

  private RuleBaseCheck() {}

  /** All errors and warnings, by file and place; empty if the rule base is sound. */
  public static List<Diagnostic> of(RuleBaseFiles files, CompiledRulesCache cache) {
    Reading<Catalogue> catalogue = RuleBase.catalogue(files);
    Reading<RuleOutlines> outlines = RuleOutlines.read(files);
    List<Diagnostic> found = new ArrayList<>();
    List<RuleCase> cases = cases(files, found);
    Optional<Catalogue> described = sound(catalogue, found);
    Optional<RuleOutlines> written = sound(outlines, found);
    if (described.isPresent() && written.isPresent()) {
      found.addAll(RuleBase.load(files, cache).diagnostics());
      Written rules = new Written(files, described.get(), written.get(), cases);
      FINDERS.forEach(finder -> found.addAll(finder.find(rules)));
    }
    return found.stream().sorted(BY_PLACE).toList();
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
