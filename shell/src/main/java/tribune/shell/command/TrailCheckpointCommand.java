package tribune.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import tribune.shell.workspace.Workspace;
import tribune.trail.StoredCheckpoint;

/** {@code trail checkpoint}: the newest signed checkpoint, to hand out. */
final class TrailCheckpointCommand implements Command {
  private static final String TO = "to";

  private final Workspace workspace;

  TrailCheckpointCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail checkpoint", Group.TRAIL, "Print the newest signed checkpoint.")
        .about(
            "Name, size and root of the trail, signed with its key. Whoever keeps it can tell later"
                + " whether the trail still goes on from it, with `trail consistency`.")
        .options(
            Option.valued(
                TO, "FILE", "Write it to this file, which is not there yet.", Values.file()))
        .example("trail checkpoint --to friday.checkpoint", "keep one, or mail it to somebody");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    StoredCheckpoint newest =
        ProofFiles.signed(ProofFiles.trail(workspace, invocation).proofs().newest());
    byte[] bytes = newest.note().toArray();
    Optional<String> to = invocation.option(TO);
    to.ifPresent(file -> ProofFiles.write(file, bytes));
    String text = new String(bytes, UTF_8);
    JsonView.Members view =
        JsonView.members()
            .put("size", newest.size())
            .put("key", newest.key())
            .put("checkpoint", text);
    Block block =
        to.<Block>map(file -> Block.Fields.of(Block.Field.of("written", file)))
            .orElse(Block.Verbatim.of(text));
    invocation
        .output()
        .write(new Report(List.of(block), to.map(it -> view.put("file", it)).orElse(view)));
    return ExitCode.OK;
  }
}
