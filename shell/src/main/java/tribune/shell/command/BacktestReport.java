package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tribune.replay.BacktestTally;
import tribune.replay.BacktestTally.Turn;
import tribune.replay.Backtested;
import tribune.replay.FindingChange;
import tribune.rulebase.RuleBase;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.NamedRules;
import tribune.trail.DecisionRef;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Outcome;
import tribune.verdict.Severity;
import tribune.verdict.Verdict;

/** What a backtest came to, for people. */
final class BacktestReport {
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCOMPLETE, Verdict.ERROR);
  private static final String NONE = "(no such check)";

  private final BacktestTally tally;
  private final RuleBase rules;
  private final Function<CheckId, String> principles;

  /**
   * @param rules that the audits were run on
   * @param principles the principle of each check, of these rules or of older ones
   */
  BacktestReport(BacktestTally tally, RuleBase rules, Function<CheckId, String> principles) {
    this.tally = tally;
    this.rules = rules;
    this.principles = principles;
  }

  Report report() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of("Backtest on " + name(rules)));
    blocks.addAll(summary());
    if (!tally.flips().isEmpty()) {
      blocks.add(Block.Heading.of("Decisions whose verdict flips"));
      blocks.add(flips());
      unlisted(tally.flipped() - tally.flips().size()).ifPresent(blocks::add);
    }
    if (tally.notRerun() > 0) {
      blocks.add(Block.Heading.of("Not run"));
      blocks.add(notRerun());
      unlisted(tally.notRerun() - tally.notRerunListed().size()).ifPresent(blocks::add);
    }
    blocks.add(conclusion());
    return new Report(blocks, BacktestView.of(tally, rules, principles));
  }

  /** Verdicts and checks, without the decisions. */
  List<Block> summary() {
    List<Block> blocks = new ArrayList<>();
    if (tally.rerun() > 0) {
      blocks.add(matrix());
    }
    if (!tally.changes().isEmpty()) {
      blocks.add(Block.Heading.of("Checks that come out otherwise"));
      blocks.add(changes());
    }
    blocks.add(
        Block.Fields.of(
            Field.of("audits run", String.valueOf(tally.rerun())),
            Field.of("same verdict", String.valueOf(tally.rerun() - tally.flipped())),
            Field.of("flipped", String.valueOf(tally.flipped())),
            Field.of("not run", String.valueOf(tally.notRerun()))));
    return blocks;
  }

  static String name(RuleBase rules) {
    return rules.catalogue().description().name()
        + " "
        + rules.catalogue().description().version()
        + " ("
        + rules.sha256().substring(0, NamedRules.DIGITS)
        + ")";
  }

  private Block matrix() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("recorded \\ now"));
    VERDICTS.forEach(verdict -> columns.add(Column.numbers(verdict.name())));
    List<List<Text>> rows = new ArrayList<>();
    for (Verdict recorded : VERDICTS) {
      List<Text> row = new ArrayList<>();
      row.add(Text.of(recorded.name(), Tones.of(recorded)));
      VERDICTS.forEach(now -> row.add(count(recorded, now)));
      rows.add(row);
    }
    return new Block.Table(columns, rows);
  }

  private Text count(Verdict recorded, Verdict now) {
    long count = tally.count(recorded, now);
    boolean isFlip = recorded != now && count > 0;
    return Text.of(String.valueOf(count), isFlip ? Tone.STRONG : Tone.PLAIN);
  }

  private Block changes() {
    List<Column> columns =
        List.of(
            Column.words("principle"),
            Column.words("check"),
            Column.words("recorded"),
            Column.words("now"),
            Column.numbers("audits"),
            Column.words("title"));
    List<List<Text>> rows = new ArrayList<>();
    tally
        .changes()
        .forEach(
            (check, turns) -> turns.forEach((turn, count) -> rows.add(row(check, turn, count))));
    return new Block.Table(columns, 2, rows);
  }

  private List<Text> row(CheckId check, Turn turn, long count) {
    boolean isSeverity = turn.recorded().equals(turn.now());
    return List.of(
        Text.of(principles.apply(check)),
        Text.of(check.text(), Tone.NAME),
        outcome(turn.recorded()),
        outcome(turn.now()).and(isSeverity ? ", other severity" : ""),
        Text.of(String.valueOf(count)),
        Text.of(rules.catalogue().check(check).map(it -> it.title()).orElse("")));
  }

  private static Text outcome(Optional<Outcome> outcome) {
    return outcome.map(it -> Text.of(it.name(), Tones.of(it))).orElse(Text.of(NONE, Tone.FAINT));
  }

  private Block flips() {
    List<Column> columns =
        List.of(
            Column.words("decision"),
            Column.words("verdict"),
            Column.words("turned by"),
            Column.words("recorded, and now"));
    List<List<Text>> rows = new ArrayList<>();
    for (Backtested.Rerun flip : tally.flips()) {
      for (FindingChange change : flip.changes()) {
        rows.add(row(flip, change.check().text(), says(change, FindingChange::recorded)));
        rows.add(row(flip, change.check().text(), says(change, FindingChange::now)));
      }
      if (flip.changes().isEmpty()) {
        rows.add(row(flip, "", Text.NONE));
      }
    }
    return new Block.Table(columns, 3, rows);
  }

  private static List<Text> row(Backtested.Rerun flip, String check, Text says) {
    return List.of(
        Text.of(name(flip.decision()), Tone.NAME),
        Text.of(flip.recorded().name(), Tones.of(flip.recorded()))
            .and(" to ")
            .and(flip.now().name(), Tones.of(flip.now())),
        Text.of(check, Tone.NAME),
        says);
  }

  private static Text says(FindingChange change, Function<FindingChange, Optional<Finding>> side) {
    return side.apply(change).map(it -> says(it, change)).orElse(Text.of(NONE, Tone.FAINT));
  }

  private static Text says(Finding finding, FindingChange change) {
    Text outcome = Text.of(finding.outcome().name(), Tones.of(finding.outcome()));
    Text weighed = isReweighed(change) ? outcome.and(" " + weight(finding)) : outcome;
    String reason = reason(finding);
    return reason.isEmpty() ? weighed : weighed.and(": " + reason);
  }

  private static boolean isReweighed(FindingChange change) {
    Optional<Severity> before = change.recorded().map(Finding::severity);
    Optional<Severity> after = change.now().map(Finding::severity);
    return before.isPresent() && after.isPresent() && !before.equals(after);
  }

  private static String weight(Finding finding) {
    return "(" + finding.severity() + ")";
  }

  /** Why it came out so, in its first words; empty where no rule spoke. */
  static String reason(Finding finding) {
    return finding.fold(
        pass -> "",
        fail -> fail.grounds().shown().get(0).reason(),
        needs -> needs.missing().toString(),
        notApplicable -> "",
        fault -> fault.cause());
  }

  static String name(DecisionRef decision) {
    return decision.id() + "@" + decision.revision();
  }

  private Block notRerun() {
    List<List<Text>> rows = new ArrayList<>();
    for (Backtested.NotRerun one : tally.notRerunListed()) {
      rows.add(
          List.of(
              Text.of(name(one.decision()), Tone.NAME),
              Text.of(one.recorded().name(), Tones.of(one.recorded())),
              Text.of(one.why())));
    }
    return new Block.Table(
        List.of(Column.words("decision"), Column.words("recorded"), Column.words("why")), rows);
  }

  private static Optional<Block> unlisted(long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(Block.Paragraph.of(count + " more are not listed; see --list."));
  }

  private Block conclusion() {
    if (tally.rerun() + tally.notRerun() == 0) {
      return Block.Conclusion.of("NOTHING RUN", Tone.CAUTION, "no recorded audit was asked for");
    }
    String of = " of " + tally.rerun() + (tally.rerun() == 1 ? " verdict" : " verdicts");
    return tally.flipped() == 0
        ? Block.Conclusion.of("NO FLIPS", Tone.GOOD, "0" + of + " would be another one")
        : Block.Conclusion.of(
            "FLIPS", Tone.CAUTION, tally.flipped() + of + " would be another one");
  }
}
