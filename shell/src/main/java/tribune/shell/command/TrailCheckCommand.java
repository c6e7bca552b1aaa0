package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.witness.Anchoring;
import tribune.proof.witness.TrustPolicy;
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
import tribune.trail.AuditRecord;
import tribune.trail.Body;
import tribune.trail.UnreadableRecord;

/** {@code trail check}: a proof and a record, without home, trail or database. */
final class TrailCheckCommand implements Command {
  private static final String PROOF = "PROOF";
  private static final String RECORD = "RECORD";
  private static final String KEY = "key";
  private static final String POLICY = "policy";
  private static final String ADVICE =
      "do not rely on the record; ask for the proof and the record again, and for the key by another"
          + " way";

  @Override
  public Declaration declaration() {
    return Declaration.of("trail check", Group.TRAIL, "Check a proof that somebody handed you.")
        .about(
            "Says whether this very record, byte for byte, stands in the trail with that key. Needs"
                + " no home and no database. The key must come from somebody you trust, and not with"
                + " the proof. With --policy, enough witnesses must have cosigned too.")
        .parameter(PROOF, Count.ONE, "A file ending in .tlog-proof.", Values.file())
        .parameter(
            RECORD, Count.ONE, "The record, as `trail prove --record` writes it.", Values.file())
        .options(
            Option.valued(
                KEY, "VKEY", "The key of the trail, or a file that holds it.", Values.any()),
            Option.valued(
                POLICY, "FILE", "A C2SP tlog-policy: logs, witnesses, quorum.", Values.file()))
        .example(
            "trail check bags.tlog-proof bags.json --key trail.vkey",
            "as an auditor, with the key from elsewhere");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    TrustPolicy policy = policy(invocation);
    String file = invocation.argument(PROOF);
    byte[] record = ProofFiles.read(invocation.argument(RECORD));
    TlogProof proof = ProofFiles.parsed(file, TlogProof::parse);
    Anchoring anchoring =
        ProofFiles.holds(() -> policy.require(proof, TreeHash.leaf(record)), ADVICE);
    invocation.output().write(report(proof, anchoring, record));
    return ExitCode.OK;
  }

  private static TrustPolicy policy(Invocation invocation) {
    Optional<TrustPolicy> stated =
        invocation.option(POLICY).map(file -> ProofFiles.parsed(file, TrustPolicy::parse));
    Optional<String> key = invocation.option(KEY);
    if (stated.isEmpty() && key.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "trail check needs to know whom to believe",
          "name the key of the trail with --key, or a policy with --policy");
    }
    if (stated.isEmpty()) {
      return TrustPolicy.of(ProofFiles.key(key.orElseThrow()));
    }
    return key.map(it -> stated.get().withLog(ProofFiles.key(it))).orElse(stated.get());
  }

  private static Report report(TlogProof proof, Anchoring anchoring, byte[] record) {
    String origin = anchoring.checkpoint().origin();
    List<String> witnesses = anchoring.cosignatures().keySet().stream().sorted().toList();
    JsonView.Members view =
        JsonView.members()
            .put("holds", JsonView.Truth.TRUE)
            .put("origin", origin)
            .put("seq", proof.inclusion().index())
            .put("size", anchoring.checkpoint().size())
            .put("root", anchoring.checkpoint().root().hex())
            .put("witnesses", JsonView.texts(witnesses));
    Optional<Body.Rotated> exchange = exchange(record);
    List<Block> blocks = new ArrayList<>();
    exchange.ifPresent(
        it ->
            blocks.add(
                Block.Fields.of(
                    Block.Field.of("exchanges", it.oldKey()),
                    Block.Field.of("for the key", it.newKey()),
                    Block.Field.of("because", it.reason()))));
    blocks.addAll(
        List.of(
            Block.Fields.of(
                Block.Field.of("record", "no. " + proof.inclusion().index() + " of " + origin),
                Block.Field.of(
                    "in a tree of",
                    anchoring.checkpoint().size()
                        + " records with root "
                        + anchoring.checkpoint().root()),
                Block.Field.of(
                    "witnesses",
                    witnesses.isEmpty() ? "none asked for" : String.join(", ", witnesses))),
            Block.Conclusion.of("HOLDS", Tone.GOOD, "the record is in the trail, unchanged")));
    return new Report(blocks, view.putIfKnown("newKey", exchange.map(Body.Rotated::newKey)));
  }

  /** Whoever trusts the old key learns the new one from it. */
  private static Optional<Body.Rotated> exchange(byte[] record) {
    try {
      return AuditRecord.read(record).body() instanceof Body.Rotated rotated
          ? Optional.of(rotated)
          : Optional.empty();
    } catch (UnreadableRecord e) {
      return Optional.empty();
    }
  }
}
