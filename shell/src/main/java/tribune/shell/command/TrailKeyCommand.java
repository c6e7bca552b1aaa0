package tribune.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.engine.AuditEngine;
import tribune.proof.checkpoint.TlogProof;
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
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.trail.KeyExchange;
import tribune.trail.KeyRotation;
import tribune.trail.OldKey;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/** {@code trail key}: the keys that signed the trail, and a new one. */
final class TrailKeyCommand implements Command {
  private static final String ACTION = "ACTION";
  private static final String ROTATE = "rotate";
  private static final String REASON = "reason";
  private static final String DESTROY = "destroy-old";
  private static final String TO = "to";
  private static final String RECORD = "record";

  private final Workspace workspace;

  TrailKeyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail key", Group.TRAIL, "Show the signing keys, or exchange the key.")
        .about(
            "`rotate` makes a new key and records that it signs from then on. The record names both"
                + " keys, and its checkpoint is signed by both, so whoever knows the old key can"
                + " follow to the new one. The old key is needed for that: a lost one cannot be"
                + " exchanged.",
            "`show` lists the keys. With --to and --record it writes the newest exchange as a proof"
                + " and a record, for auditors (`trail check` with the old key) and witnesses"
                + " (`trail witness follow`). Others who record in the same database need a copy of"
                + " the new key.")
        .parameter(ACTION, Count.ONE, "What to do.", Values.oneOf("show", ROTATE))
        .options(
            Option.valued(REASON, "TEXT", "Why the key is exchanged; recorded.", Values.any()),
            Option.flag(DESTROY, "Remove the old private key instead of keeping it aside."),
            Option.valued(TO, "FILE", "Write the proof of the exchange to it.", Values.file()),
            Option.valued(RECORD, "FILE", "Write the record of it there.", Values.file()))
        .example("trail key rotate --reason 'Ada has left'", "from here on another key signs")
        .example(
            "trail key show --to rotation.tlog-proof --record rotation.json",
            "what a witness needs to follow");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    if (invocation.argument(ACTION).equals(ROTATE)) {
      return rotate(invocation);
    }
    show(ProofFiles.trail(workspace, invocation), invocation);
    return ExitCode.OK;
  }

  private ExitCode rotate(Invocation invocation) {
    String reason = reason(invocation);
    OldKey fate = invocation.has(DESTROY) ? OldKey.DESTROYED : OldKey.KEPT;
    Trail recording = ProofFiles.recording(workspace, invocation);
    KeyExchange exchange =
        recording.rotateKey(workspace.actor(), AuditEngine.version(), reason, fate);
    workspace.trail().keep(List.of(exchange.receipt()), invocation);
    invocation.output().write(report(exchange));
    if (exchange.trouble().isPresent()) {
      invocation.messages().error(exchange.trouble().get(), List.of());
      return ExitCode.REFUSED;
    }
    invocation
        .messages()
        .hint(
            "Next: back up the new key; give its public half to auditors and witnesses with `trail"
                + " key show --to FILE --record FILE`.");
    return ExitCode.OK;
  }

  private static String reason(Invocation invocation) {
    String reason =
        invocation
            .option(REASON)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "trail key rotate needs a reason, which is recorded",
                        "state it with --reason"));
    if (reason.isBlank() || reason.length() > 500 || reason.chars().anyMatch(c -> c < ' ')) {
      throw new CommandFailed(ExitCode.USAGE, "--reason: expected one line of 1 to 500 characters");
    }
    return reason;
  }

  private static Report report(KeyExchange exchange) {
    String old = exchange.retired().map(Path::toString).orElse("destroyed");
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("new key", exchange.newKey()));
    fields.add(Field.of("old key", exchange.oldKey()));
    fields.add(Field.of("old file", old));
    fields.addAll(Receipts.fields(exchange.receipt()));
    return new Report(
        List.of(new Block.Fields(fields)),
        JsonView.members()
            .put("newKey", exchange.newKey())
            .put("oldKey", exchange.oldKey())
            .putIfKnown("oldFile", exchange.retired().map(Path::toString))
            .put("receipt", Receipts.view(exchange.receipt())));
  }

  private static void show(Trail trail, Invocation invocation) {
    List<KeyRotation> rotations = trail.proofs().rotations(0);
    write(trail, rotations, invocation);
    List<Field> fields = new ArrayList<>();
    List<JsonView> views = new ArrayList<>();
    for (KeyRotation rotation : rotations) {
      fields.add(Field.of("until no. " + rotation.seq(), rotation.oldKey()));
      views.add(
          JsonView.members()
              .put("seq", rotation.seq())
              .put("at", rotation.record().content().at().toString())
              .put("old", rotation.oldKey())
              .put("new", rotation.newKey()));
    }
    Optional<String> now = trail.proofs().newest().map(StoredCheckpoint::key);
    fields.add(Field.of("now", now.orElse("none: nothing is signed yet")));
    invocation
        .output()
        .write(
            new Report(
                List.of(new Block.Fields(fields)),
                JsonView.members()
                    .putIfKnown("key", now)
                    .put("rotations", JsonView.elements(views))));
  }

  private static void write(Trail trail, List<KeyRotation> rotations, Invocation invocation) {
    Optional<String> to = invocation.option(TO);
    Optional<String> record = invocation.option(RECORD);
    if (to.isEmpty() && record.isEmpty()) {
      return;
    }
    if (rotations.isEmpty()) {
      throw new CommandFailed(ExitCode.REFUSED, "the key of this trail was never exchanged");
    }
    KeyRotation last = rotations.get(rotations.size() - 1);
    StoredCheckpoint both = ProofFiles.signed(last.checkpoint());
    TlogProof proof =
        ProofFiles.holds(
            () -> TlogProof.of(trail.proofs().inclusion(last.seq(), both.size()), both.signed()),
            "run `trail verify`");
    to.ifPresent(file -> ProofFiles.write(file, proof.bytes()));
    record.ifPresent(file -> ProofFiles.write(file, last.record().bytes()));
  }
}
