package tribune.shell.command;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tribune.shell.line.FrameTopics;
import tribune.shell.line.HelpTopic;

/**
 * The commands that belong to the shell rather than to the product, and every help topic. The
 * product's own are in {@link ProductCommands}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  HelpCommand.class,
  VersionCommand.class,
  HistoryCommand.class,
  ClearCommand.class,
  ExitCommand.class
})
public class FrameCommands {

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

  @Bean
  HelpTopic allowedTopic() {
    return AllowedTopic.topic();
  }
}
