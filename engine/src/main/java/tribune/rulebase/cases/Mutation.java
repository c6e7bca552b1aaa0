package tribune.rulebase.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import tribune.document.Reading;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleOutline;
import tribune.rulebase.RuleVariants;

/**
 * Tries the edits of a rule base one at a time, and runs the cases of the checks that each can make
 * a difference to until one notices it. The edited rules are compiled together, some hundred at a
 * time, and put in the place of the rules they vary one after the other. Not safe for use by several
 * threads.
 */
public final class Mutation {
  /** Rules compiled at a time: few enough to be held, many enough that compiling is worth it. */
  private static final int BATCH = 1_000;

  private final RuleBase rules;
  private final List<RuleOutline> outlines;
  private final Dependents dependents;
  private final Map<String, List<RuleCase>> casesOfCheck = new HashMap<>();

  /** The cases in the order in which they are tried: those that noticed something last are first. */
  private final Map<String, List<RuleCase>> tried = new HashMap<>();

  private final Set<Mutant> noticed = new HashSet<>();
  private final Set<Mutant> notCompiled = new HashSet<>();
  private final IntConsumer progress;
  private int done;

  private Mutation(RuleBase rules, List<RuleCase> cases, IntConsumer progress) {
    this.rules = rules;
    this.outlines = RuleOutline.of(rules);
    this.dependents = new Dependents(outlines);
    this.progress = progress;
    for (RuleCase one : cases) {
      casesOfCheck.computeIfAbsent(one.expected().check(), it -> new ArrayList<>()).add(one);
    }
  }

  /**
   * Tries these edits.
   *
   * @param cases of the rule base, all of which hold on it
   * @param known what gaps.yaml says of edits that no case notices
   * @param progress is told before each edit how many are done; what it throws ends the trial
   */
  public static MutationReport of(
      RuleBase rules,
      List<RuleCase> cases,
      Mutants mutants,
      KnownGaps known,
      IntConsumer progress) {
    Mutation mutation = new Mutation(rules, cases, progress);
    List<Mutant> batch = new ArrayList<>();
    int size = 0;
    for (Mutant mutant : mutants.chosen()) {
      batch.add(mutant);
      size += mutant.variants().size();
      if (size >= BATCH) {
        mutation.run(batch);
        batch.clear();
        size = 0;
      }
    }
    mutation.run(batch);
    return MutationReport.of(mutants, mutation.noticed, mutation.notCompiled, known);
  }

  /** If one of them cannot be compiled, the halves are tried until it is found. */
  private void run(List<Mutant> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<RuleOutline> all = batch.stream().flatMap(it -> it.variants().stream()).toList();
    Reading<RuleVariants> compiled = RuleVariants.compile(rules, all);
    if (compiled instanceof Reading.Sound<RuleVariants> sound) {
      batch.forEach(mutant -> run(mutant, sound.value()));
    } else if (batch.size() == 1) {
      notCompiled.addAll(batch);
    } else {
      run(batch.subList(0, batch.size() / 2));
      run(batch.subList(batch.size() / 2, batch.size()));
    }
  }

  private void run(Mutant mutant, RuleVariants variants) {
    progress.accept(done++);
    Set<String> checks = dependents.of(mutant);
    RuleBase edited =
        mutant
            .edit()
            .fold(
                rewritten -> variants.inPlay(names(checks, rewritten)),
                leftOut -> variants.inPlay(names(checks, leftOut)),
                moved -> rules.withThreshold(moved.threshold(), moved.value()));
    List<RuleCase> cases = tried.computeIfAbsent(mutant.where(), it -> new ArrayList<>(cases(mutant, checks)));
    Optional<RuleCase> killer = cases.stream().filter(it -> !it.run(edited).isEmpty()).findFirst();
    if (killer.isPresent()) {
      noticed.add(mutant);
      cases.remove(killer.get());
      cases.add(0, killer.get());
    }
  }

  /** Cases in the file beside the rule come first: they were written with it in mind. */
  private List<RuleCase> cases(Mutant mutant, Set<String> checks) {
    String folder = folder(mutant.source().name());
    List<RuleCase> near = new ArrayList<>();
    List<RuleCase> far = new ArrayList<>();
    for (String check : checks) {
      for (RuleCase one : casesOfCheck.getOrDefault(check, List.of())) {
        (folder(one.source().name()).equals(folder) ? near : far).add(one);
      }
    }
    near.addAll(far);
    return near;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private Map<String, String> names(Set<String> checks, Mutant.Rewritten rewritten) {
    Map<String, String> names = names(checks);
    rewritten
        .variants()
        .forEach(
            (name, variant) -> {
              names.remove(name);
              names.put(variant.name(), name);
            });
    return names;
  }

  private Map<String, String> names(Set<String> checks, Mutant.LeftOut leftOut) {
    Map<String, String> names = names(checks);
    names.keySet().removeAll(leftOut.rules());
    return names;
  }

  /** The rules that the findings of these checks depend on. */
  private Map<String, String> names(Set<String> checks) {
    Map<String, String> names = new LinkedHashMap<>();
    outlines.stream()
        .filter(rule -> rule.check().map(it -> checks.contains(it.text())).orElse(true))
        .forEach(rule -> names.put(rule.name(), rule.name()));
    return names;
  }
}
