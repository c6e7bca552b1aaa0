package tribune.shell.command;

import java.util.List;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;

/** {@code version}: of the program and of what its results depend on. */
final class VersionCommand implements Command {

  @Override
  public Declaration declaration() {
    return Declaration.of(
        "version", Group.PROGRAM, "Show the versions of Tribune and of what it runs on.");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    ProgramVersions versions = ProgramVersions.ofThisBuild();
    List<Block.Field> fields =
        versions.all().entrySet().stream()
            .map(entry -> Block.Field.of(entry.getKey(), entry.getValue()))
            .toList();
    JsonView.Members view = JsonView.members();
    for (var entry : versions.all().entrySet()) {
      view = view.put(entry.getKey(), entry.getValue());
    }
    invocation.output().write(new Report(List.of(new Block.Fields(fields)), view));
    return ExitCode.OK;
  }
}
