package tribune.shell.command;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.HelpPages;
import tribune.shell.line.Invocation;
import tribune.shell.line.Values;

/** {@code help}: the list of commands, or one command or topic explained. */
final class HelpCommand implements Command {

  private static final String TOPIC = "TOPIC";

  private final ObjectProvider<HelpPages> pages;

  /** The pages come late, as they list this command too. */
  HelpCommand(ObjectProvider<HelpPages> pages) {
    this.pages = pages;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("help", Group.PROGRAM, "Explain a command or a topic.")
        .parameter(
            TOPIC,
            Count.ANY,
            "A command or a topic; without one, all are listed.",
            Values.suggested(() -> pages.getObject().topicWords()))
        .example("help", "list the commands and topics")
        .example("help exit-codes", "say what each exit code means");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    List<String> topic = invocation.arguments(TOPIC);
    invocation.output().write(pages.getObject().page(topic).orElseThrow(() -> unknown(topic)));
    return ExitCode.OK;
  }

  private CommandFailed unknown(List<String> topic) {
    String what = "there is no help on '" + String.join(" ", topic) + "'";
    return pages
        .getObject()
        .nearest(topic)
        .map(near -> new CommandFailed(ExitCode.USAGE, what, "did you mean " + near + "?"))
        .orElseGet(() -> new CommandFailed(ExitCode.USAGE, what, "help alone lists what there is"));
  }
}
