package tribune.shell;

import java.io.PrintWriter;
import java.util.List;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.availability.Availability;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Interruption;
import tribune.shell.line.LineParser;
import tribune.shell.line.Parsed;
import tribune.shell.line.Session;
import tribune.shell.line.Switch;
import tribune.shell.line.UsageProblem;
import tribune.shell.render.Messages;
import tribune.shell.render.OutputFailed;
import tribune.trail.TrailException;

/**
 * Runs one line: parses it, finds its command in Spring Shell's registry, runs it, and turns
 * whatever comes of it into an exit code and, if need be, words on standard error. Never throws.
 */
final class LineRunner {

  private final LineParser parser;
  private final CommandRegistry registry;
  private final Session session;

  LineRunner(LineParser parser, CommandRegistry registry, Session session) {
    this.parser = parser;
    this.registry = registry;
    this.session = session;
  }

  /** Runs a line that was typed or stands in a script. */
  ExitCode run(String line, Globals globals) {
    return run(parser.parse(line, globals));
  }

  /** Runs words that are already apart. */
  ExitCode run(List<String> words, Globals globals) {
    return run(parser.parse(words, globals));
  }

  private ExitCode run(Parsed parsed) {
    return parsed.fold(
        new Parsed.Cases<>() {
          @Override
          public ExitCode nothing() {
            return ExitCode.OK;
          }

          @Override
          public ExitCode run(Parsed.Run run) {
            return execute(run);
          }

          @Override
          public ExitCode mistake(Parsed.Mistake mistake) {
            UsageProblem problem = mistake.problem();
            messages(mistake.globals()).error(problem.what(), problem.advice());
            return ExitCode.USAGE;
          }
        });
  }

  private ExitCode execute(Parsed.Run run) {
    Messages messages = messages(run.globals());
    session.beginCommand();
    try {
      return execute(run, command(run.command()), messages);
    } catch (CommandFailed failure) {
      messages.error(String.valueOf(failure.getMessage()), failure.advice());
      showTrace(failure, run.globals(), messages);
      return failure.code();
    } catch (TrailException refusal) {
      messages.error(String.valueOf(refusal.getMessage()), List.of());
      showTrace(refusal, run.globals(), messages);
      return TrailExits.of(refusal);
    } catch (Interruption.Stopped stopped) {
      messages.error("interrupted", List.of());
      return ExitCode.INTERRUPTED;
    } catch (OutputFailed failure) {
      messages.error(String.valueOf(failure.getMessage()), List.of());
      showTrace(failure, run.globals(), messages);
      return ExitCode.REFUSED;
    } catch (Exception | Error defect) {
      tell(defect, run, messages);
      return ExitCode.INTERNAL;
    } finally {
      session.endCommand();
    }
  }

  private Command command(String name) {
    Command command = registry.getCommandByName(name);
    if (command == null) {
      throw new IllegalStateException("declared, but not registered: " + name);
    }
    return command;
  }

  private ExitCode execute(Parsed.Run run, Command command, Messages messages) throws Exception {
    Availability availability = command.getAvailabilityProvider().get();
    if (!availability.isAvailable()) {
      String what = run.command() + " is not available because " + availability.reason();
      messages.error(what, List.of());
      return ExitCode.USAGE;
    }
    CommandContext context =
        new CommandContext(
            run.input(), registry, new PrintWriter(PrintWriter.nullWriter()), new InputReader() {});
    return ExitCode.ofNumber(command.execute(context).code());
  }

  private static void tell(Throwable defect, Parsed.Run run, Messages messages) {
    boolean shows = run.globals().has(Switch.DEBUG);
    String advice =
        shows
            ? "this is a defect of Tribune; please report it with the lines below"
            : "this is a defect of Tribune; run it again with --debug to see where";
    messages.error("internal error in " + run.command() + ": " + defect, List.of(advice));
    showTrace(defect, run.globals(), messages);
  }

  private static void showTrace(Throwable failure, Globals globals, Messages messages) {
    if (globals.has(Switch.DEBUG)) {
      messages.verbatim(Trace.lines(failure));
    }
  }

  private Messages messages(Globals globals) {
    return session.screen().messages(globals.color(), globals.talk());
  }
}
