package tribune.shell;

import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import tribune.shell.command.ProductCommands;
import tribune.shell.line.ExitCode;
import tribune.shell.render.ColorChoice;
import tribune.shell.render.DataStream;
import tribune.shell.render.Messages;
import tribune.shell.render.Screen;

/** The program {@code tribune}. */
public final class Tribune {

  private static final String DEBUG = "--debug";

  private Tribune() {}

  @AmbientInput("ends the process with the exit code of the command")
  public static void main(String[] arguments) {
    boolean debugs = List.of(arguments).contains(DEBUG);
    Logging.set(debugs ? Logging.Level.WARNINGS : Logging.Level.NOTHING);
    ExitCode code = run(List.of(arguments), Surroundings.ofThisProcess(), ProductCommands.class);
    System.exit(code.number());
  }

  /**
   * Runs the program in the given surroundings until it is done.
   *
   * @param commands what to wire in beside the commands of the shell itself
   */
  static ExitCode run(List<String> arguments, Surroundings surroundings, Class<?>... commands) {
    Start start = Start.of(arguments, surroundings);
    SpringApplication application = application(start, surroundings, Purpose.of(arguments));
    application.addPrimarySources(List.of(commands));
    try (ConfigurableApplicationContext context = application.run()) {
      return context.getBean(Shell.class).run(arguments);
    } catch (Exception | Error defect) {
      return startFailed(defect, arguments, surroundings);
    }
  }

  /**
   * An application that takes nothing from where it happens to be run: no configuration file of the
   * current directory, no variable or system property, no argument can change how it is wired.
   */
  private static SpringApplication application(
      Start start, Surroundings surroundings, Purpose purpose) {
    SpringApplication application =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .lazyInitialization(true)
            .addCommandLineProperties(false)
            .registerShutdownHook(false)
            .environment(new EmptyEnvironment())
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("start", start);
                  context.getBeanFactory().registerSingleton("surroundings", surroundings);
                  context.getBeanFactory().registerSingleton("purpose", purpose);
                })
            .build();
    application.setListeners(List.of());
    application.setAddConversionService(false);
    return application;
  }

  private static ExitCode startFailed(
      Throwable defect, List<String> arguments, Surroundings surroundings) {
    Screen screen =
        new Screen(
            new DataStream(surroundings.output()),
            new DataStream(surroundings.error()),
            surroundings.terminals(),
            surroundings.environment(),
            surroundings.columns());
    Messages messages = screen.messages(ColorChoice.AUTO, Messages.Talk.ALL);
    messages.error("Tribune could not start: " + defect, List.of("this is a defect of Tribune"));
    if (arguments.contains(DEBUG)) {
      messages.verbatim(Trace.lines(defect));
    }
    return ExitCode.INTERNAL;
  }

  /** Without the variables and system properties of the process. */
  private static final class EmptyEnvironment extends StandardEnvironment {
    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // none is wanted
    }
  }
}
