package tribune.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tribune.decision.Conclusion;
import tribune.decision.CustomerSegment;
import tribune.decision.Decision;
import tribune.decision.InputEvidence;
import tribune.decision.Proposal;
import tribune.document.Json;
import tribune.rulebase.Evaluation;
import tribune.rules.KnownProposals.Known;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;
import tribune.verdict.Verdict;

/**
 * What must not change a verdict, and which way it may move: on the real decisions, on the cases of
 * the rule base, and on random proposals.
 */
class MetamorphicTest {
  private static final long SEED = 26_118L;
  private static final int RANDOM = 500;
  private static final List<Audited> KNOWN =
      KnownProposals.all(SEED, RANDOM).stream()
          .map(it -> new Audited(it, evaluate(it.proposal())))
          .toList();

  /** From good to bad; both of the last two refuse, and only the first approves. */
  private static final Map<Verdict, Integer> RANK =
      new EnumMap<>(Map.of(Verdict.PASS, 0, Verdict.INCOMPLETE, 1, Verdict.FAIL, 2));

  /** A proposal and what is found as it stands, which all properties compare with. */
  private record Audited(Known known, Evaluation before) {
    Proposal proposal() {
      return known.proposal();
    }

    String name() {
      return known.name();
    }
  }

  @Test
  void the_order_of_facts_changes_nothing() {
    changesNothing(proposal -> Rewriting.shuffled(proposal, SEED), MetamorphicTest::findings);
  }

  @Test
  void other_names_change_nothing_but_the_names() {
    changesNothing(
        proposal -> Rewriting.renamed(proposal, name -> "z" + name.length() + "-" + name),
        MetamorphicTest::outcomes);
  }

  @Test
  void the_same_evidence_under_a_second_id_changes_nothing() {
    changesNothing(Rewriting::withEvidenceTwice, MetamorphicTest::outcomes);
  }

  @Test
  void the_currency_changes_nothing() {
    changesNothing(proposal -> Rewriting.inCurrency(proposal, "CHF"), MetamorphicTest::outcomes);
  }

  @Test
  void the_time_zone_and_the_language_of_the_machine_change_nothing() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    List<Object> here = KNOWN.stream().map(it -> findings(it.before())).toList();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(KNOWN.stream().map(it -> findings(evaluate(it.proposal()))).toList())
          .isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void adding_evidence_that_supports_worsens_no_verdict_and_spoils_no_weighty_check_that_passes() {
    List<String> worse = new ArrayList<>();
    for (Audited known : KNOWN) {
      Verdict before = verdict(known.before());
      Evaluation more =
          evaluate(Rewriting.withEvidence(known.proposal(), supporting(known.proposal())));
      if (RANK.get(verdict(more)) > RANK.get(before)) {
        worse.add(known.name() + ": " + before + " becomes " + verdict(more));
      }
      Set<CheckId> spoilt = weightyChecksThatPass(known.before());
      spoilt.removeAll(weightyChecksThatPass(more));
      spoilt.forEach(check -> worse.add(check + " in " + known.name()));
    }
    assertThat(worse).isEmpty();
  }

  /** Hiding evidence that opposes is a lie in the facts, which no rule can see. */
  @Test
  void taking_evidence_away_that_does_not_oppose_never_leads_to_a_pass() {
    List<String> better = new ArrayList<>();
    for (Audited known : KNOWN) {
      if (verdict(known.before()) == Verdict.PASS) {
        continue;
      }
      for (InputEvidence item : known.proposal().evidence()) {
        if (item.conclusion() == Conclusion.SUPPORTS || item.conclusion() == Conclusion.NEUTRAL) {
          Proposal less = Rewriting.withoutEvidence(known.proposal(), item.id());
          if (verdict(evaluate(less)) == Verdict.PASS) {
            better.add(known.name() + " without " + item.id());
          }
        }
      }
    }
    assertThat(better).isEmpty();
  }

  @Test
  void stating_a_fact_moves_only_the_checks_that_read_it() {
    Map<String, Set<String>> readBy = new RuleReads().ofEach(Shipped.checks());
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> moved = new ArrayList<>();
    int stated = 0;
    for (Audited known : KNOWN) {
      for (Statement statement : Statement.anyOf(known.proposal(), 3, random)) {
        stated++;
        moved(known, statement, readBy).forEach(moved::add);
      }
    }
    assertThat(moved).isEmpty();
    assertThat(stated).isGreaterThan(KNOWN.size());
  }

  private static List<String> moved(
      Audited known, Statement statement, Map<String, Set<String>> readBy) {
    SortedMap<String, Outcome> before = outcomes(known.before());
    SortedMap<String, Outcome> after = outcomes(evaluate(statement.proposal()));
    return before.keySet().stream()
        .filter(check -> before.get(check) != after.get(check))
        .filter(check -> !readBy.get(check).contains(statement.path()))
        .map(check -> check + " by " + statement.path() + " in " + known.name())
        .toList();
  }

  private static void changesNothing(
      UnaryOperator<Proposal> rewriting, Function<Evaluation, Object> seen) {
    List<String> changed = new ArrayList<>();
    for (Audited known : KNOWN) {
      Object before = seen.apply(known.before());
      Object after = seen.apply(evaluate(rewriting.apply(known.proposal())));
      if (!before.equals(after)) {
        changed.add(known.name() + "\n  " + before + "\n  " + after);
      }
    }
    assertThat(changed).isEmpty();
  }

  /** A check that weighs can fail the whole audit. */
  private static Set<CheckId> weightyChecksThatPass(Evaluation evaluation) {
    return evaluation.findings().stream()
        .filter(it -> it.outcome() == Outcome.PASS)
        .filter(it -> it.severity().compareTo(Severity.MAJOR) <= 0)
        .map(Finding::check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Evaluation evaluate(Proposal proposal) {
    return Shipped.rules().evaluate(proposal, Shipped.DAY);
  }

  private static Verdict verdict(Evaluation evaluation) {
    return evaluation.recommendation().verdict();
  }

  private static SortedMap<String, Outcome> outcomes(Evaluation evaluation) {
    return evaluation.findings().stream()
        .collect(
            Collectors.toMap(it -> it.check().text(), Finding::outcome, (a, b) -> a, TreeMap::new));
  }

  /** Outcomes with their reasons and values, as far as they are shown, in no order. */
  private static Object findings(Evaluation evaluation) {
    return evaluation.findings().stream()
        .map(
            it ->
                it.check()
                    + " "
                    + it.outcome()
                    + new TreeSet<>(
                        it.grounds().shown().stream()
                            .map(ground -> ground.reason() + ground.values())
                            .toList()))
        .toList();
  }

  /** A survey that asks everybody whom the decision touches about what they gain and lose. */
  private static Json.Members supporting(Proposal proposal) {
    SortedMap<String, Json> item = new TreeMap<>();
    item.put("id", new Json.Text("supporting"));
    item.put("method", new Json.Text("AB_TEST"));
    item.put("sampleSize", new Json.Whole(1_000));
    item.put("subject", new Json.Text("BUYER"));
    item.put("collectedFrom", new Json.Text(day(proposal, 60)));
    item.put("collectedTo", new Json.Text(day(proposal, 1)));
    item.put("segments", texts(proposal.segments().stream().map(CustomerSegment::name).toList()));
    item.put("themes", texts(List.of("DELIGHT", "FRUSTRATION")));
    item.put("testsChange", new Json.Text("yes"));
    item.put("testsLoss", new Json.Text("yes"));
    item.put("conclusion", new Json.Text("SUPPORTS"));
    if (proposal.segments().isEmpty()) {
      item.remove("segments");
    }
    return Json.Members.of(item);
  }

  private static String day(Proposal proposal, int daysBefore) {
    Decision decision = proposal.decision();
    boolean past = decision.submittedOn() != null && !decision.submittedOn().isAfter(Shipped.DAY);
    return (past ? decision.submittedOn() : Shipped.DAY).minusDays(daysBefore).toString();
  }

  private static Json texts(List<String> values) {
    return new Json.Elements(values.stream().<Json>map(Json.Text::new).toList());
  }
}
