package tribune.shell.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.Soundness;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;
import tribune.trail.Verification;

/** {@code trail verify}: reads everything, and compares it with what this user kept. */
final class TrailVerifyCommand implements Command {
  private static final String SINCE = "since";

  private final Workspace workspace;

  TrailVerifyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail verify", Group.TRAIL, "Read the whole trail and check it.")
        .about(
            "Records, their hashes and order, facts against their commitments, rule bases against"
                + " their hashes, the tree, the signature of every checkpoint, all query columns,"
                + " and whether the trail goes on from what you kept of it. Changes nothing. Exits"
                + " with 6 and names the first bad record if anything does not fit.",
            "With --since, what that checkpoint is over is taken as it was then, and only what"
                + " follows is read. All cores are used.")
        .options(
            Option.valued(
                SINCE,
                "CHECKPOINT",
                "A checkpoint that was kept, or saved by `trail checkpoint`.",
                Values.file()))
        .example("trail verify --since friday.checkpoint", "what was recorded since Friday");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try {
      return verify(ProofFiles.trail(workspace, invocation), invocation);
    } catch (TrailUnsound e) {
      invocation.output().write(bad(e.unsoundness()));
      return ExitCode.UNSOUND;
    }
  }

  private ExitCode verify(Trail trail, Invocation invocation) {
    Instant start = workspace.now();
    Optional<Unsoundness> kept =
        workspace.trail().objection(trail, invocation).map(TrailUnsound::unsoundness);
    Soundness soundness = trail.verify(verification(trail, invocation));
    Duration took = Duration.between(start, workspace.now());
    Report report =
        soundness.fold(
            sound -> kept.map(TrailVerifyCommand::bad).orElseGet(() -> good(trail, sound, took)),
            unsound -> bad(unsound.first()));
    invocation.output().write(report);
    boolean isSound = kept.isEmpty() && soundness.fold(sound -> true, unsound -> false);
    return isSound ? ExitCode.OK : ExitCode.UNSOUND;
  }

  private Verification verification(Trail trail, Invocation invocation) {
    Verification all =
        Verification.ofAll()
            .withProgress(
                VerifyProgress.of(
                    workspace::now, invocation, trail.head().size(), "records checked"));
    return invocation
        .option(SINCE)
        .map(file -> all.since(ProofFiles.parsed(file, ProofFiles::checkpoint)))
        .orElse(all);
  }

  private Report good(Trail trail, Soundness.Sound sound, Duration took) {
    String kept =
        workspace
            .trail()
            .kept()
            .trust()
            .kept(trail.origin())
            .map(it -> "goes on from " + it.claimed().size() + " records, kept at " + it.at())
            .orElse("nothing is kept of it");
    long open = sound.head().size() - sound.signedSize();
    List<Block.Field> fields =
        new ArrayList<>(
            List.of(
                Block.Field.of("records", records(sound)),
                Block.Field.of("facts", sound.payloads() + " fit their commitments"),
                Block.Field.of("rule bases", sound.ruleBases() + " fit their hashes"),
                Block.Field.of(
                    "checkpoints",
                    sound.checkpoints()
                        + (sound.keys() < 2
                            ? " signed by the key of the trail"
                            : " signed by the "
                                + sound.keys()
                                + " keys in force, one after the other")
                        + (open == 0 ? "" : "; nobody signed for " + open + " records")),
                Block.Field.of("kept", kept),
                Block.Field.of("root", sound.head().root().hex()),
                Block.Field.of("took", took.toMillis() + " ms")));
    trail
        .held()
        .ifPresent(
            held ->
                fields.add(
                    Block.Field.of(
                        "index",
                        "not compared, as another process has it open; verify again when that has"
                            + " ended")));
    return new Report(
        List.of(new Block.Fields(fields), Block.Conclusion.of("SOUND", Tone.GOOD, trail.origin())),
        JsonView.members()
            .put(
                "indexCompared",
                trail.held().isEmpty() ? JsonView.Truth.TRUE : JsonView.Truth.FALSE)
            .put("sound", JsonView.Truth.TRUE)
            .put("origin", trail.origin())
            .put("records", sound.head().size())
            .put("from", sound.from())
            .put("keys", sound.keys())
            .put("payloads", sound.payloads())
            .put("ruleBases", sound.ruleBases())
            .put("checkpoints", sound.checkpoints())
            .put("signedSize", sound.signedSize())
            .put("root", sound.head().root().hex())
            .put("tookMs", took.toMillis()));
  }

  private static String records(Soundness.Sound sound) {
    long read = sound.head().size() - sound.from();
    return sound.from() == 0
        ? read + ", all of them"
        : read + " after the first " + sound.from() + ", which are as the checkpoint has them";
  }

  private static Report bad(Unsoundness first) {
    JsonView.Members view = JsonView.members().put("sound", JsonView.Truth.FALSE);
    if (first.seq().isPresent()) {
      view = view.put("firstBad", first.seq().getAsLong());
    }
    return new Report(
        List.of(
            Block.Fields.of(
                Block.Field.of(
                    "first bad",
                    first.seq().isPresent()
                        ? "record " + first.seq().getAsLong()
                        : "no record in particular"),
                Block.Field.of("where", first.place()),
                Block.Field.of("found", first.found()),
                Block.Field.of("expected", first.expected()),
                Block.Field.of("do", first.advice())),
            Block.Conclusion.of("UNSOUND", Tone.BAD, "the trail is not what was written")),
        view.put("place", first.place())
            .put("found", first.found())
            .put("expected", first.expected())
            .put("advice", first.advice()));
  }
}
