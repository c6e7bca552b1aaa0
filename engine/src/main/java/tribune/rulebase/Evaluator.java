package tribune.rulebase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;
import tribune.decision.FactPaths;
import tribune.decision.Facts;
import tribune.decision.Level;
import tribune.decision.Proposal;
import tribune.rulebase.confinement.BudgetSpent;
import tribune.rulebase.confinement.Meter;
import tribune.rulebase.language.AsOf;
import tribune.rulebase.language.Stakes;
import tribune.verdict.CheckId;

/**
 * Evaluates one proposal in one session. A rule that throws makes its check ERROR and the others go
 * on; a derivation or a condition that throws, a budget that runs out, or stakes that contradict
 * each other make every check ERROR, since no finding can be trusted then.
 */
final class Evaluator {
  private final ReadyRules rules;
  private final KieSession session;
  private final Meter meter;
  private final Reporter reporter;
  private final MatchReader matches;
  private final Consumer<String> watcher;
  private final Map<CheckId, String> faults = new TreeMap<>();
  private @Nullable String faultOfAll;
  private @Nullable Match firing;
  private @Nullable String firedLast;
  private int fired;
  private int derived;

  private Evaluator(
      ReadyRules rules,
      KieSession session,
      Meter meter,
      MatchReader matches,
      Predicate<String> isPath,
      Consumer<String> watcher) {
    this.rules = rules;
    this.session = session;
    this.meter = meter;
    this.matches = matches;
    this.reporter = new Reporter(matches, isPath);
    this.watcher = watcher;
  }

  /**
   * One evaluation.
   *
   * @param watcher takes the name of each rule that fires, once for each match
   */
  static Evaluation evaluate(
      ReadyRules rules, Proposal proposal, LocalDate asOf, Consumer<String> watcher) {
    Budget budget = rules.budget();
    KieSession session = rules.rules().newKieSession();
    try (Meter meter =
        Meter.start(budget.steps(), budget.combinations(), budget.time().toNanos())) {
      MatchReader matches = new MatchReader(rules.index(), new FactWords(proposal));
      FactPaths paths = FactPaths.of(proposal);
      Predicate<String> isPath = path -> paths.find(path) instanceof FactPaths.Value;
      Evaluator evaluator = new Evaluator(rules, session, meter, matches, isPath, watcher);
      evaluator.listen();
      evaluator.insert(proposal, asOf);
      evaluator.fire();
      return evaluator.evaluation(asOf);
    } finally {
      session.dispose();
    }
  }

  private void listen() {
    session.setGlobal("audit", reporter);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            begin(event.getMatch());
          }

          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            reporter.end().ifPresent(cause -> broke(event.getMatch().getRule().getName(), cause));
            firing = null;
          }
        });
    session.addEventListener(
        new DefaultRuleRuntimeEventListener() {
          @Override
          public void objectInserted(ObjectInsertedEvent event) {
            Match by = firing;
            if (by != null && name(by) instanceof RuleName.Derivation) {
              matches.derived(event.getObject(), by);
              count(by);
            } else if (by != null) {
              tampered(by, "inserted a fact; only derivations may");
            }
          }

          @Override
          public void objectUpdated(ObjectUpdatedEvent event) {
            refuse("changed a fact");
          }

          @Override
          public void objectDeleted(ObjectDeletedEvent event) {
            refuse("deleted a fact");
          }

          private void refuse(String what) {
            if (firing != null) {
              tampered(firing, what + "; what was submitted has to stay as it is");
            }
          }
        });
  }

  private void count(Match by) {
    derived++;
    if (derived > rules.budget().facts()) {
      faultOfAll =
          "the rule `"
              + by.getRule().getName()
              + "` went past the budget of "
              + rules.budget().facts()
              + " derived facts";
      session.halt();
    }
  }

  /** What others see of the facts is no longer what was submitted, so that no finding holds. */
  private void tampered(Match by, String what) {
    faultOfAll = "the rule `" + by.getRule().getName() + "` broke: it " + what;
  }

  private void begin(Match match) {
    firing = match;
    firedLast = match.getRule().getName();
    fired++;
    watcher.accept(match.getRule().getName());
    RuleName name = name(match);
    reporter.begin(match, name instanceof RuleName.OfCheck ofCheck ? ofCheck : null);
  }

  /** Null for a rule that only watches how far the conditions of another hold. */
  private @Nullable RuleName name(Match match) {
    return rules.names().get(match.getRule().getName());
  }

  private void insert(Proposal proposal, LocalDate asOf) {
    try {
      session.insert(new AsOf(asOf));
      rules.catalogue().thresholds().forEach(session::insert);
      Facts.of(proposal).forEach(placed -> session.insert(placed.fact()));
    } catch (BudgetSpent e) {
      stopped(e);
    } catch (RuntimeException | Error e) {
      brokeOff(e);
    }
  }

  private void stopped(BudgetSpent spent) {
    Match by = firing;
    firing = null;
    String who =
        spent
            .conditionsOf()
            .map(names -> "looking for matches of " + names)
            .orElse(by == null ? "a condition" : "the rule `" + by.getRule().getName() + "`");
    faultOfAll = who + " " + spent.getMessage();
  }

  /** Fires until nothing is left; after a rule threw, the others still get their turn. */
  private void fire() {
    while (faultOfAll == null) {
      int left = rules.budget().firings() - fired;
      try {
        if (session.fireAllRules(left + 1) > left) {
          faultOfAll =
              "the rules did not come to an end within "
                  + rules.budget().firings()
                  + " firings; the last was of the rule `"
                  + firedLast
                  + "`";
        }
        return;
      } catch (BudgetSpent e) {
        stopped(e);
      } catch (ConsequenceException e) {
        if (!spent()) {
          firing = null;
          broke(e.getMatch().getRule().getName(), Causes.line(e));
        }
      } catch (RuntimeException | Error e) {
        if (!spent()) {
          brokeOff(e);
        }
      }
    }
  }

  /** Some of what Drools calls us from wraps what it catches; what was spent stays spent. */
  private boolean spent() {
    BudgetSpent spent = meter.spent();
    if (spent != null) {
      stopped(spent);
    }
    return spent != null;
  }

  /** An Error too is a rule's: compiled rules of another version end in a LinkageError. */
  private void brokeOff(Throwable cause) {
    Match by = firing;
    firing = null;
    String what = by == null ? "a condition" : "the rule `" + by.getRule().getName() + "`";
    if (faultOfAll == null) {
      faultOfAll = what + " broke: " + Causes.line(cause);
    }
  }

  private void broke(String rule, String cause) {
    RuleName name = rules.names().get(rule);
    String fault = "the rule `" + rule + "` broke: " + cause;
    if (name instanceof RuleName.OfCheck ofCheck) {
      faults.putIfAbsent(ofCheck.check(), fault);
    } else {
      faultOfAll = fault;
    }
  }

  private Evaluation evaluation(LocalDate asOf) {
    List<Stakes> stakes =
        session.getObjects(Stakes.class::isInstance).stream().map(Stakes.class::cast).toList();
    TreeSet<Level> levels = new TreeSet<>(stakes.stream().map(Stakes::level).toList());
    if (faultOfAll == null && levels.size() != 1) {
      faultOfAll =
          "the rules must derive stakes of one level, but derived "
              + (levels.isEmpty() ? "none" : levels);
    }
    List<String> because =
        stakes.stream()
            .map(Stakes::because)
            .filter(it -> !it.isBlank())
            .distinct()
            .sorted()
            .toList();
    return new Evaluation(
        asOf,
        levels.size() == 1 ? levels.first() : null,
        because,
        new FindingTable(reporter.reports(), faults, faultOfAll).findings(rules.catalogue()));
  }
}
