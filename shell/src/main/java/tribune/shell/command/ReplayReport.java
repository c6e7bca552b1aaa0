package tribune.shell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tribune.replay.Drift;
import tribune.replay.Replayed;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.trail.DecisionRef;

/** Counts what came of a replay and lists what was not the same; memory does not grow with it. */
final class ReplayReport {
  /** How many audits that did not come out the same are listed; all are counted. */
  private static final int MOST_LISTED = 100;

  private final List<Replayed> listed = new ArrayList<>();
  private long identical;
  private long drifted;
  private long notReplayable;

  void add(Replayed one) {
    boolean isIdentical = one.fold(same -> true, other -> false, not -> false);
    identical += isIdentical ? 1 : 0;
    drifted += one.fold(same -> 0, other -> 1, not -> 0);
    notReplayable += one.fold(same -> 0, other -> 0, not -> 1);
    if (!isIdentical && listed.size() < MOST_LISTED) {
      listed.add(one);
    }
  }

  /** How far it is after so much time. */
  String progress(Duration took) {
    long done = identical + drifted + notReplayable;
    return String.format(Locale.ROOT, "%,d audits run again", done) + Progress.rate(done, took);
  }

  long drifted() {
    return drifted;
  }

  Report report() {
    List<Block> blocks = new ArrayList<>();
    listed.forEach(one -> blocks.addAll(blocks(one)));
    long unlisted = drifted + notReplayable - listed.size();
    if (unlisted > 0) {
      blocks.add(Block.Paragraph.of(unlisted + " more are not listed."));
    }
    blocks.add(
        Block.Fields.of(
            Block.Field.of("replayed", String.valueOf(identical + drifted)),
            Block.Field.of("identical", String.valueOf(identical)),
            Block.Field.of("drifted", String.valueOf(drifted)),
            Block.Field.of("not replayable", String.valueOf(notReplayable))));
    blocks.add(conclusion());
    return new Report(blocks, view());
  }

  private Block conclusion() {
    return drifted == 0
        ? Block.Conclusion.of("NO DRIFT", Tone.GOOD, "what was run again is what was recorded")
        : Block.Conclusion.of("DRIFT", Tone.BAD, "a rule, the engine or a record is at fault");
  }

  private static List<Block> blocks(Replayed one) {
    return one.fold(
        same -> List.of(),
        drifted ->
            List.of(
                Block.Heading.of("DRIFT  " + name(one)),
                new Block.Table(
                    List.of(Column.words("member"), Column.words("recorded"), Column.words("now")),
                    drifted.drifts().stream().map(ReplayReport::row).toList())),
        not ->
            List.of(
                Block.Heading.of("NOT REPLAYABLE  " + name(one)), Block.Paragraph.of(not.why())));
  }

  private static String name(Replayed one) {
    DecisionRef decision = one.decision();
    return decision.id() + "@" + decision.revision() + " (record no. " + one.stored().seq() + ")";
  }

  private static List<Text> row(Drift drift) {
    return List.of(
        Text.of(drift.path(), Tone.NAME),
        Text.of(drift.recorded().orElse("nothing")),
        Text.of(drift.rerun().orElse("nothing")));
  }

  private JsonView view() {
    return JsonView.members()
        .put("replayed", identical + drifted)
        .put("identical", identical)
        .put("drifted", drifted)
        .put("notReplayable", notReplayable)
        .put("listed", JsonView.elements(listed.stream().map(ReplayReport::view).toList()));
  }

  private static JsonView view(Replayed one) {
    JsonView.Members view =
        JsonView.members()
            .put("seq", one.stored().seq())
            .put("decision", one.decision().id())
            .put("revision", one.decision().revision());
    return one.fold(
        same -> view,
        drifted ->
            view.put(
                "drifts",
                JsonView.elements(drifted.drifts().stream().map(ReplayReport::view).toList())),
        not -> view.put("notReplayable", not.why()));
  }

  private static JsonView view(Drift drift) {
    return JsonView.members()
        .put("path", drift.path())
        .putIfKnown("recorded", drift.recorded())
        .putIfKnown("now", drift.rerun());
  }
}
