package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.Check;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.RuleVariants;
import tribune.verdict.CheckId;
import tribune.verdict.Outcome;

/**
 * What the cases of a rule base exercise, and what they leave out. A rule of a check is exercised
 * by the cases of that check alone, as no other looks at what it says; a derivation by all. What a
 * rule base builds on is left out: the cases of the base prove it, and they are not run.
 *
 * @param outcomes of the checks: PASS, FAIL, NEEDS_EVIDENCE and NOT_APPLICABLE each, unless a note
 *     of the check says that it is never so ({@code never FAIL})
 * @param rules that fire
 * @param conditions each counted twice, as it has to hold and to fail while all before it holds;
 *     one that gaps.yaml says is never false, only once; none if they were not watched
 * @param owners the same for each check, and for the derivations
 * @param watched each condition that was watched, in the order of the rules
 * @param gaps what is not exercised, at its place
 * @param outOfDate reasons that gaps.yaml gives for nothing
 */
public record Coverage(
    Tally outcomes,
    Tally rules,
    Tally conditions,
    List<Owner> owners,
    List<Watched> watched,
    List<Diagnostic> gaps,
    List<Diagnostic> outOfDate) {
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_EVIDENCE, Outcome.NOT_APPLICABLE);

  public Coverage {
    owners = List.copyOf(owners);
    watched = List.copyOf(watched);
    gaps = List.copyOf(gaps);
    outOfDate = List.copyOf(outOfDate);
  }

  /** Whether nothing is left out, and no reason is out of date. */
  public boolean isWhole() {
    return gaps.isEmpty() && outOfDate.isEmpty();
  }

  /** How many of a hundred outcomes, rules and conditions are exercised, rounded down. */
  public int percent() {
    return outcomes.and(rules).and(conditions).percent();
  }

  /** How many of all are exercised. */
  public record Tally(int exercised, int all) {
    static Tally of(Stream<Boolean> exercised) {
      List<Boolean> all = exercised.toList();
      return new Tally((int) all.stream().filter(it -> it).count(), all.size());
    }

    Tally and(Tally other) {
      return new Tally(exercised + other.exercised, all + other.all);
    }

    /** How many of a hundred, rounded down; 100 if there are none. */
    public int percent() {
      return all == 0 ? 100 : 100 * exercised / all;
    }

    @Override
    public String toString() {
      return exercised + " of " + all;
    }
  }

  /**
   * What is exercised of one check.
   *
   * @param name id of the check, or {@code derivations}
   * @param facets its rules by what they say; derivations say nothing and stand under {@code
   *     derive}
   */
  public record Owner(String name, Tally outcomes, Map<String, Tally> facets, Tally conditions) {
    public Owner {
      facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }
  }

  /**
   * A condition of a rule.
   *
   * @param seen the sides of it that some case shows
   * @param reason why it is never false, if gaps.yaml gives one
   */
  public record Watched(
      Source source,
      Place place,
      String rule,
      String text,
      Set<Side> seen,
      Optional<String> reason) {
    public Watched {
      seen = Set.copyOf(seen);
    }
  }

  /** What a condition can come out as. */
  public enum Side {
    TRUE,
    FALSE
  }

  /**
   * The same as {@link #of}, but without conditions: nothing is compiled or run again.
   *
   * @param run of these cases
   */
  public static Coverage ofRules(
      RuleBase rules, List<RuleCase> cases, Set<CheckId> checks, CaseRun run) {
    List<RuleOutline> outlines = outlines(rules, checks);
    Part outcomes = outcomes(rules, cases, checks);
    Part fired = fired(outlines, run::fired);
    return new Coverage(
        outcomes.tally(),
        fired.tally(),
        new Tally(0, 0),
        Owners.of(rules, cases, checks, outlines, run::fired, List.of()),
        List.of(),
        Stream.of(outcomes, fired).flatMap(it -> it.gaps().stream()).toList(),
        List.of());
  }

  /**
   * What these cases exercise of the rules of these checks, or of all and the derivations if none
   * is named. Compiles the rule base with rules that watch its conditions, which takes seconds.
   *
   * @param known what gaps.yaml says of conditions that are never false
   * @param cache keeps what was compiled, for the next time
   * @return diagnostics if a condition cannot be watched, which is a defect of this class
   */
  public static Reading<Coverage> of(
      RuleBase rules,
      List<RuleCase> cases,
      Set<CheckId> checks,
      KnownGaps known,
      CompiledRulesCache cache) {
    List<RuleOutline> outlines = outlines(rules, checks);
    Probes probes = Probes.of(outlines);
    return RuleVariants.compile(rules, probes.watchers(), cache)
        .map(
            variants -> {
              RuleBase watched = variants.inPlay(names(rules, probes));
              Sightings seen = Sightings.of(cases, watched, outlines, probes);
              Part outcomes = outcomes(rules, cases, checks);
              Part fired = fired(outlines, seen::fired);
              List<Watched> watchedConditions = watched(probes, seen, known);
              Part conditions = conditions(probes, seen, known);
              return new Coverage(
                  outcomes.tally(),
                  fired.tally(),
                  conditions.tally(),
                  Owners.of(rules, cases, checks, outlines, seen::fired, watchedConditions),
                  watchedConditions,
                  Stream.of(outcomes, fired, conditions).flatMap(it -> it.gaps().stream()).toList(),
                  outOfDate(outlines, probes, seen, known, checks));
            });
  }

  private static List<RuleOutline> outlines(RuleBase rules, Set<CheckId> checks) {
    return RuleOutline.of(rules).stream()
        .filter(it -> rules.files().isOwn(it.source()))
        .filter(it -> checks.isEmpty() || it.check().filter(checks::contains).isPresent())
        .toList();
  }

  /** What is asked of one kind, and where it is not met. */
  private record Part(int asked, List<Diagnostic> gaps) {
    Tally tally() {
      return new Tally(asked - gaps.size(), asked);
    }
  }

  private static Map<String, String> names(RuleBase rules, Probes probes) {
    Map<String, String> names = new HashMap<>();
    Stream.concat(RuleOutline.of(rules).stream(), probes.watchers().stream())
        .forEach(rule -> names.put(rule.name(), rule.name()));
    return names;
  }

  private static Part outcomes(RuleBase rules, List<RuleCase> cases, Set<CheckId> checks) {
    int asked = 0;
    List<Diagnostic> gaps = new ArrayList<>();
    for (Check check : rules.catalogue().checks()) {
      boolean isChosen = checks.isEmpty() || checks.contains(check.checkId());
      if (isChosen && rules.files().isOwn(rules.catalogue().sourceOf(check.checkId()))) {
        asked += expectedOutcomes(check).size();
        gaps.addAll(missingOutcomes(check, cases, rules));
      }
    }
    return new Part(asked, gaps);
  }

  private static Part fired(List<RuleOutline> rules, Predicate<RuleOutline> fired) {
    List<Diagnostic> gaps =
        rules.stream().filter(fired.negate()).map(Coverage::neverFires).toList();
    return new Part(rules.size(), gaps);
  }

  private static List<Watched> watched(Probes probes, Sightings seen, KnownGaps known) {
    return probes.probes().stream()
        .map(
            probe -> {
              Set<Side> sides = EnumSet.noneOf(Side.class);
              if (seen.held(probe)) {
                sides.add(Side.TRUE);
              }
              if (seen.failed(probe)) {
                sides.add(Side.FALSE);
              }
              return new Watched(
                  probe.rule().source(),
                  probe.place(),
                  probe.rule().name(),
                  probe.text(),
                  sides,
                  known.reasonFor(probe));
            })
        .toList();
  }

  private static Part conditions(Probes probes, Sightings seen, KnownGaps known) {
    int asked = 0;
    List<Diagnostic> gaps = new ArrayList<>();
    for (Probes.Probe probe : probes.probes()) {
      boolean mayBeAlwaysTrue = known.reasonFor(probe).isPresent();
      asked += mayBeAlwaysTrue ? 1 : 2;
      if (!seen.held(probe)) {
        gaps.add(gap(CaseCode.NEVER_TRUE, probe, "true"));
      }
      if (!seen.failed(probe) && !mayBeAlwaysTrue) {
        gaps.add(gap(CaseCode.NEVER_FALSE, probe, "false"));
      }
    }
    return new Part(asked, gaps);
  }

  /** Where only some checks are looked at, the reasons for others are left alone. */
  private static List<Diagnostic> outOfDate(
      List<RuleOutline> outlines,
      Probes probes,
      Sightings seen,
      KnownGaps known,
      Set<CheckId> checks) {
    Set<String> rules = outlines.stream().map(RuleOutline::name).collect(Collectors.toSet());
    return known.outOfDate(
        where -> checks.isEmpty() || rules.contains(where), probes.probes(), seen::failed);
  }

  static List<Outcome> expectedOutcomes(Check check) {
    return OUTCOMES.stream()
        .filter(outcome -> check.notes().stream().noneMatch(it -> it.contains("never " + outcome)))
        .toList();
  }

  private static List<Diagnostic> missingOutcomes(
      Check check, List<RuleCase> cases, RuleBase rules) {
    return expectedOutcomes(check).stream()
        .filter(
            outcome ->
                cases.stream()
                    .map(RuleCase::expected)
                    .noneMatch(it -> it.check().equals(check.id()) && it.outcome() == outcome))
        .map(
            outcome ->
                rules
                    .catalogue()
                    .at(
                        check.checkId(),
                        CaseCode.OUTCOME_UNTESTED,
                        "no case of " + check.id() + " is " + outcome))
        .toList();
  }

  private static Diagnostic neverFires(RuleOutline rule) {
    return Diagnostic.of(
            CaseCode.RULE_UNTESTED, rule.source(), "`" + rule.name() + "` fires in no case")
        .at(rule.place());
  }

  private static Diagnostic gap(CaseCode code, Probes.Probe probe, String side) {
    String message =
        "`" + probe.rule().name() + "`: no case makes this " + side + ": " + probe.text();
    return Diagnostic.of(code, probe.rule().source(), message).at(probe.place());
  }
}
