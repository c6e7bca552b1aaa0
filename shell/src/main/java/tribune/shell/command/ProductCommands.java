package tribune.shell.command;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The commands of the product, in the order in which help lists them within their groups. A new
 * command is a class that implements {@link tribune.shell.line.Command}, named here.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  AuditCommand.class,
  DecisionsCommand.class,
  ShowCommand.class,
  ExplainCommand.class,
  TemplateCommand.class,
  ReplayCommand.class,
  BacktestCommand.class,
  RulesListCommand.class,
  RulesShowCommand.class,
  RulesCheckCommand.class,
  RulesScoreboardCommand.class,
  RulesNewCommand.class,
  RulesTestCommand.class,
  RulesFmtCommand.class,
  RulesMutateCommand.class,
  RulesDiffCommand.class,
  RulesUseCommand.class,
  RulesHistoryCommand.class,
  RulesSchemaCommand.class,
  TrailInitCommand.class,
  TrailStatusCommand.class,
  TrailVerifyCommand.class,
  TrailCheckpointCommand.class,
  TrailKeyCommand.class,
  TrailProveCommand.class,
  TrailCheckCommand.class,
  TrailConsistencyCommand.class,
  TrailWitnessCommand.class,
  TrailRebuildCommand.class,
  TrailCopyCommand.class,
  ExportCommand.class,
  ExportVerifyCommand.class,
  DemoCommand.class,
  DoctorCommand.class
})
public class ProductCommands {}
