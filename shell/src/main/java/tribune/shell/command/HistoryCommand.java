package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.shell.core.command.availability.Availability;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Session;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;

/** {@code history}: the lines that were typed, this session's and those kept from before. */
final class HistoryCommand implements Command {

  private final ObjectProvider<LineReader> reader;
  private final Session session;

  HistoryCommand(ObjectProvider<LineReader> reader, Session session) {
    this.reader = reader;
    this.session = session;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("history", Group.PROGRAM, "Show the lines that were typed.");
  }

  @Override
  public Availability availability() {
    return OnlyAtPrompt.availability(session);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<List<Text>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (History.Entry entry : reader.getObject().getHistory()) {
      rows.add(List.of(Text.of(Integer.toString(entry.index() + 1)), Text.of(entry.line())));
      lines.add(entry.line());
    }
    Block.Table table = new Block.Table(List.of(Column.numbers("no"), Column.words("line")), rows);
    JsonView view = JsonView.members().put("lines", JsonView.texts(lines));
    invocation.output().write(new Report(List.of(table), view));
    return ExitCode.OK;
  }
}
