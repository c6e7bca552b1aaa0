package tribune.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.shell.line.Command;
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
import tribune.shell.workspace.Workspace;
import tribune.trail.Trail;

/** {@code trail prove}: a proof that a record stands in the trail, for somebody who has neither. */
final class TrailProveCommand implements Command {
  private static final String ID = "ID";
  private static final String TO = "to";
  private static final String RECORD = "record";

  private final Workspace workspace;

  TrailProveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail prove", Group.TRAIL, "Prove that a record stands in the trail.")
        .about(
            "Prints a C2SP tlog-proof: the place of the record, the hashes that lead from it to the"
                + " root, and a signed checkpoint with that root, cosigned if witnesses did. Hand"
                + " it over with the record, which --record writes byte for byte; `trail check`"
                + " needs the two and the key of the trail, and nothing else.")
        .parameter(ID, Count.ONE, RecordedAudit.SAYS, RecordedAudit.names(workspace))
        .options(
            Option.valued(TO, "FILE", "Write the proof to this file.", Values.file()),
            Option.valued(
                RECORD, "FILE", "Write the bytes of the record to this file.", Values.file()))
        .example(
            "trail prove BAGS --to bags.tlog-proof --record bags.json",
            "what an auditor needs, beside the key");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    RecordedAudit audit = RecordedAudit.find(invocation.argument(ID), workspace, invocation);
    byte[] proof = proof(audit.trail(), audit.stored().seq()).bytes();
    Optional<String> to = invocation.option(TO);
    Optional<String> record = invocation.option(RECORD);
    to.ifPresent(file -> ProofFiles.write(file, proof));
    record.ifPresent(file -> ProofFiles.write(file, audit.stored().bytes()));
    invocation.output().write(report(new String(proof, UTF_8), to, record));
    return ExitCode.OK;
  }

  private TlogProof proof(Trail trail, long seq) {
    SignedCheckpoint checkpoint =
        cosigned(trail, seq)
            .orElseGet(
                () ->
                    ProofFiles.signed(trail.proofs().newest().filter(it -> it.size() > seq))
                        .signed());
    return ProofFiles.holds(
        () -> TlogProof.of(trail.proofs().inclusion(seq, checkpoint.claimed().size()), checkpoint),
        "run `trail verify`");
  }

  /** One that a witness vouches for says more than one that only the trail signed. */
  private Optional<SignedCheckpoint> cosigned(Trail trail, long seq) {
    return workspace.trail().kept().trust().cosigned(trail.origin()).stream()
        .filter(it -> it.claimed().size() > seq)
        .findFirst();
  }

  private static Report report(String proof, Optional<String> to, Optional<String> record) {
    List<Block> blocks = new ArrayList<>();
    JsonView.Members view = JsonView.members().put("proof", proof);
    if (to.isPresent() || record.isPresent()) {
      List<Block.Field> fields = new ArrayList<>();
      to.ifPresent(file -> fields.add(Block.Field.of("proof", file)));
      record.ifPresent(file -> fields.add(Block.Field.of("record", file)));
      blocks.add(new Block.Fields(fields));
    }
    if (to.isEmpty()) {
      blocks.add(Block.Verbatim.of(proof));
    }
    return new Report(blocks, view);
  }
}
