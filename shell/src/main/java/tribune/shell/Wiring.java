package tribune.shell;

import java.time.Clock;
import java.util.List;
import org.jline.reader.LineReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.shell.core.command.CommandRegistry;
import tribune.shell.command.FrameCommands;
import tribune.shell.line.Command;
import tribune.shell.line.CommandCatalogue;
import tribune.shell.line.Globals;
import tribune.shell.line.HelpPages;
import tribune.shell.line.HelpTopic;
import tribune.shell.line.LineCompleter;
import tribune.shell.line.LineHighlighter;
import tribune.shell.line.LineParser;
import tribune.shell.line.RegisteredCommand;
import tribune.shell.line.Session;
import tribune.shell.line.StandardInput;
import tribune.shell.line.TypedLine;
import tribune.shell.render.DataStream;
import tribune.shell.render.Palette;
import tribune.shell.render.Screen;
import tribune.shell.render.StandardStream;
import tribune.shell.workspace.KeptTrails;
import tribune.shell.workspace.RuleSettings;
import tribune.shell.workspace.Stores;
import tribune.shell.workspace.UserPlaces;
import tribune.shell.workspace.Workspace;

/**
 * The parts of the program and how they hang together. Written out rather than left to Boot's
 * automatic configuration: Spring Shell's own would add commands, a parser, a runner and a terminal
 * that we replace, and cost more time at every start than everything here.
 */
@Configuration(proxyBeanMethods = false)
@Import(FrameCommands.class)
class Wiring {

  /** For commands: read once a command, and handed down. */
  @Bean
  Clock clock(Surroundings surroundings) {
    return surroundings.clock();
  }

  /** Closed with the application, so that the home is free for the next process. */
  @Bean(destroyMethod = "close")
  Workspace workspace(Surroundings surroundings, Purpose purpose) {
    UserPlaces places = new UserPlaces(surroundings.environment(), surroundings.userHome());
    return new Workspace(
        surroundings.clock(),
        surroundings.random(),
        surroundings.actor(),
        new Stores(surroundings.environment()),
        KeptTrails.of(places, surroundings.clock()),
        RuleSettings.of(places, surroundings.random(), surroundings.clock()),
        purpose.pid(),
        purpose.words());
  }

  /** The global options of the session, for what is asked outside a command, such as completion. */
  @Bean
  Globals sessionGlobals(Start start) {
    return start.globals();
  }

  @Bean
  Screen screen(Surroundings surroundings) {
    return new Screen(
        new DataStream(surroundings.output()),
        new DataStream(surroundings.error()),
        surroundings.terminals(),
        surroundings.environment(),
        surroundings.columns());
  }

  @Bean
  Session session(
      Start start, Screen screen, Surroundings surroundings, ObjectProvider<LineReader> reader) {
    StandardInput input = new StandardInput(surroundings.input(), start.manner());
    DataStream error = new DataStream(surroundings.error());
    return new Session(
        start.manner(),
        screen,
        input,
        TerminalAsking.of(start.manner(), surroundings, error, reader::getObject));
  }

  @Bean
  CommandCatalogue catalogue(List<Command> commands) {
    return new CommandCatalogue(commands.stream().map(Command::declaration).toList());
  }

  @Bean
  CommandRegistry registry(List<Command> commands, Session session) {
    CommandRegistry registry = new CommandRegistry();
    commands.forEach(command -> registry.registerCommand(new RegisteredCommand(command, session)));
    return registry;
  }

  @Bean
  HelpPages helpPages(CommandCatalogue catalogue, List<HelpTopic> topics, Start start) {
    return new HelpPages(catalogue, topics, start.manner());
  }

  @Bean
  LineParser lineParser(CommandCatalogue catalogue, Start start) {
    return new LineParser(catalogue, start.manner());
  }

  @Bean
  LineRunner lineRunner(LineParser parser, CommandRegistry registry, Session session) {
    return new LineRunner(parser, registry, session);
  }

  @Bean
  LineReader lineReader(Surroundings surroundings, CommandCatalogue catalogue, Palette palette) {
    return Prompting.reader(
        surroundings.terminal().get(),
        TypedLine.PARSER,
        new LineCompleter(catalogue),
        new LineHighlighter(catalogue, palette));
  }

  /** Of what is typed at the prompt. */
  @Bean
  Palette palette(Screen screen, Start start) {
    return screen.palette(StandardStream.OUTPUT, start.globals().color());
  }

  @Bean
  InteractiveShell interactiveShell(
      LineReader reader, LineRunner runner, Session session, Start start, Palette palette) {
    return new InteractiveShell(
        reader, Prompting.prompt(palette), runner, session, start.globals());
  }

  @Bean
  Shell shell(
      Start start,
      Surroundings surroundings,
      Session session,
      LineRunner runner,
      ObjectProvider<InteractiveShell> interactive) {
    return new Shell(start, surroundings, session, runner, interactive);
  }
}
