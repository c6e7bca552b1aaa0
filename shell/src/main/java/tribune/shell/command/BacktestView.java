package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tribune.replay.BacktestTally;
import tribune.replay.Backtested;
import tribune.replay.FindingChange;
import tribune.rulebase.RuleBase;
import tribune.shell.render.JsonView;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/** What a backtest came to, for programs. */
final class BacktestView {
  private BacktestView() {}

  static JsonView.Members of(
      BacktestTally tally, RuleBase rules, Function<CheckId, String> principles) {
    return JsonView.members()
        .put("ruleBase", ruleBase(rules))
        .put("audits", tally.rerun() + tally.notRerun())
        .put("rerun", tally.rerun())
        .put("flipped", tally.flipped())
        .put("notRerun", tally.notRerun())
        .put("verdicts", JsonView.elements(verdicts(tally)))
        .put("changes", JsonView.elements(changes(tally, principles)))
        .put("flips", JsonView.elements(tally.flips().stream().map(BacktestView::flip).toList()))
        .put("flipsNotListed", tally.flipped() - tally.flips().size())
        .put("reasons", JsonView.elements(reasons(tally)))
        .put(
            "notRerunListed",
            JsonView.elements(tally.notRerunListed().stream().map(BacktestView::notRerun).toList()))
        .put("notRerunNotListed", tally.notRerun() - tally.notRerunListed().size());
  }

  static JsonView.Members ruleBase(RuleBase rules) {
    return JsonView.members()
        .put("name", rules.catalogue().description().name())
        .put("version", rules.catalogue().description().version())
        .put("sha256", rules.sha256());
  }

  private static List<JsonView> verdicts(BacktestTally tally) {
    List<JsonView> verdicts = new ArrayList<>();
    for (Verdict recorded : Verdict.values()) {
      for (Verdict now : Verdict.values()) {
        long count = tally.count(recorded, now);
        if (count > 0) {
          verdicts.add(
              JsonView.members()
                  .put("recorded", recorded.name())
                  .put("now", now.name())
                  .put("audits", count));
        }
      }
    }
    return verdicts;
  }

  private static List<JsonView> changes(BacktestTally tally, Function<CheckId, String> principles) {
    List<JsonView> changes = new ArrayList<>();
    tally
        .changes()
        .forEach(
            (check, turns) ->
                turns.forEach(
                    (turn, count) ->
                        changes.add(
                            JsonView.members()
                                .put("principle", principles.apply(check))
                                .put("check", check.text())
                                .putIfKnown("recorded", turn.recorded().map(Outcome::name))
                                .putIfKnown("now", turn.now().map(Outcome::name))
                                .put("audits", count))));
    return changes;
  }

  private static JsonView flip(Backtested.Rerun flip) {
    return JsonView.members()
        .put("seq", flip.seq())
        .put("decision", flip.decision().id())
        .put("revision", flip.decision().revision())
        .put("recorded", flip.recorded().name())
        .put("now", flip.now().name())
        .put(
            "turnedBy",
            JsonView.elements(flip.changes().stream().map(BacktestView::change).toList()));
  }

  private static JsonView change(FindingChange change) {
    JsonView.Members view = JsonView.members().put("check", change.check().text());
    Optional<Finding> recorded = change.recorded();
    Optional<Finding> now = change.now();
    JsonView.Members before =
        recorded.isPresent() ? view.put("recorded", finding(recorded.get())) : view;
    return now.isPresent() ? before.put("now", finding(now.get())) : before;
  }

  private static JsonView finding(Finding finding) {
    return JsonView.members()
        .put("outcome", finding.outcome().name())
        .put("severity", finding.severity().name())
        .putIfKnown(
            "reason", Optional.of(BacktestReport.reason(finding)).filter(it -> !it.isEmpty()));
  }

  private static List<JsonView> reasons(BacktestTally tally) {
    List<JsonView> reasons = new ArrayList<>();
    tally
        .reasons()
        .forEach(
            (why, count) -> reasons.add(JsonView.members().put("why", why).put("audits", count)));
    return reasons;
  }

  private static JsonView notRerun(Backtested.NotRerun one) {
    return JsonView.members()
        .put("seq", one.seq())
        .put("decision", one.decision().id())
        .put("revision", one.decision().revision())
        .put("recorded", one.recorded().name())
        .put("why", one.why());
  }
}
