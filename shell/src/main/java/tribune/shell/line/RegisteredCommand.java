package tribune.shell.line;

import java.util.List;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.availability.AvailabilityProvider;

/** A command of ours as Spring Shell keeps it in its registry. */
public final class RegisteredCommand implements org.springframework.shell.core.command.Command {

  private final Command command;
  private final Session session;

  public RegisteredCommand(Command command, Session session) {
    this.command = command;
    this.session = session;
  }

  @Override
  public String getName() {
    return command.declaration().name();
  }

  @Override
  public String getDescription() {
    return command.declaration().summary();
  }

  @Override
  public String getGroup() {
    return command.declaration().group().title();
  }

  @Override
  public List<String> getAliases() {
    return command.declaration().aliases();
  }

  @Override
  public List<CommandOption> getOptions() {
    return command.declaration().options().stream().map(RegisteredCommand::option).toList();
  }

  @Override
  public AvailabilityProvider getAvailabilityProvider() {
    return command::availability;
  }

  @Override
  public ExitStatus execute(CommandContext context) throws Exception {
    Invocation invocation = Invocation.of(command.declaration(), context.parsedInput(), session);
    ExitCode code = command.run(invocation);
    return new ExitStatus(code.number(), code.meaning());
  }

  private static CommandOption option(Option option) {
    CommandOption.Builder builder =
        CommandOption.with()
            .longName(option.name())
            .description(option.summary())
            .required(option.count().isRequired())
            .type(option instanceof Option.Flag ? boolean.class : String.class);
    if (option instanceof Option.Valued valued) {
      valued.preset().ifPresent(builder::defaultValue);
    }
    return builder.build();
  }
}
