package tribune.shell.command;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tribune.shell.line.FrameTopics;
import tribune.shell.line.HelpTopic;

/**
 * Every command of the program, in the order in which help lists them within their groups, and
 * every help topic. A new command is a class that implements {@link tribune.shell.line.Command},
 * named here.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  AuditCommand.class,
  DecisionsCommand.class,
  ShowCommand.class,
  ExplainCommand.class,
  TemplateCommand.class,
  RulesListCommand.class,
  RulesShowCommand.class,
  DemoCommand.class,
  DoctorCommand.class,
  HelpCommand.class,
  VersionCommand.class,
  HistoryCommand.class,
  ClearCommand.class,
  ExitCommand.class
})
public class Commands {

  @Bean
  HelpTopic exitCodesTopic() {
    return FrameTopics.exitCodes();
  }

  @Bean
  HelpTopic optionsTopic() {
    return FrameTopics.options();
  }

  @Bean
  HelpTopic linesTopic() {
    return FrameTopics.lines();
  }

  @Bean
  HelpTopic verdictTopic() {
    return VerdictTopic.topic();
  }
}
