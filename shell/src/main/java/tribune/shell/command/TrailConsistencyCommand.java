package tribune.shell.command;

import java.util.List;
import java.util.Optional;
import tribune.anchor.KeySuccession;
import tribune.proof.ConsistencyProof;
import tribune.proof.Hash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
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
import tribune.trail.Head;
import tribune.trail.Trail;

/** {@code trail consistency}: whether the trail goes on from a checkpoint that somebody kept. */
final class TrailConsistencyCommand implements Command {
  private static final String OLD = "OLD";
  private static final String NEW = "NEW";
  private static final String KEY = "key";
  private static final String ADVICE =
      "keep both and a copy of the trail: one of the two histories is not the one that was recorded";

  private final Workspace workspace;

  TrailConsistencyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "trail consistency", Group.TRAIL, "Show that the trail goes on from a checkpoint.")
        .about(
            "A checkpoint that you or somebody else kept says what the trail was then. This proves"
                + " that all of it is still there, in the same order, or exits with 6.")
        .parameter(OLD, Count.ONE, "A checkpoint that was kept.", Values.file())
        .parameter(
            NEW, Count.OPTIONAL, "A later one; by default the trail as it is now.", Values.file())
        .options(
            Option.valued(
                KEY, "VKEY", "The key of the trail; by default the one it states.", Values.any()))
        .example("trail consistency friday.checkpoint", "is all of Friday's trail still there?");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Trail trail = ProofFiles.trail(workspace, invocation);
    Optional<String> key = invocation.option(KEY);
    Head older = checked(invocation.argument(OLD), trail, key);
    Optional<String> to = invocation.optionalArgument(NEW);
    Head newer = to.map(file -> checked(file, trail, key)).orElseGet(trail::head);
    requireInTrail(trail, newer);
    ConsistencyProof proof = between(trail, older, newer);
    invocation.output().write(report(older, newer, proof));
    return ExitCode.OK;
  }

  /** The key that was in force then, unless one is named; it must lead to the one now. */
  private static VerifierKey key(Trail trail, Optional<String> named, long size) {
    Optional<String> key = named.or(() -> trail.proofs().keyAt(size)).or(trail.proofs()::verifier);
    return ProofFiles.key(
        key.orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED, "the trail states no key yet", "name it with --key")));
  }

  private static Head checked(String file, Trail trail, Optional<String> named) {
    SignedCheckpoint signed = ProofFiles.parsed(file, ProofFiles::checkpoint);
    long size = signed.claimed().size();
    VerifierKey key = key(trail, named, size);
    Checkpoint checkpoint =
        ProofFiles.holds(
            () -> {
              new KeySuccession(trail.proofs()).after(key.text(), size);
              return signed.verifiedBy(List.of(key));
            },
            ADVICE);
    return new Head(checkpoint.size(), checkpoint.root());
  }

  /** A later checkpoint must be of this trail too: its nodes are what proves. */
  private static void requireInTrail(Trail trail, Head newer) {
    between(trail, newer, trail.head());
  }

  private static ConsistencyProof between(Trail trail, Head older, Head newer) {
    return ProofFiles.holds(
        () -> {
          ConsistencyProof proof = trail.proofs().consistency(older.size(), newer.size());
          proof.verify(older.root(), newer.root());
          return proof;
        },
        ADVICE);
  }

  private static Report report(Head older, Head newer, ConsistencyProof proof) {
    return new Report(
        List.of(
            Block.Fields.of(
                Block.Field.of("then", older.size() + " records with root " + older.root()),
                Block.Field.of("now", newer.size() + " records with root " + newer.root()),
                Block.Field.of("shown by", proof.hashes().size() + " hashes")),
            Block.Conclusion.of("CONSISTENT", Tone.GOOD, "nothing of it was changed or removed")),
        JsonView.members()
            .put("consistent", JsonView.Truth.TRUE)
            .put("oldSize", older.size())
            .put("newSize", newer.size())
            .put("oldRoot", older.root().hex())
            .put("newRoot", newer.root().hex())
            .put("proof", JsonView.texts(proof.hashes().stream().map(Hash::hex).toList())));
  }
}
