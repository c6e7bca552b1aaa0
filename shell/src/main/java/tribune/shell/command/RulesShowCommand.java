package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.schema.RecordWriter;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.shell.workspace.WrittenRules;

/** {@code rules show}: all there is to say of a principle or a check. */
final class RulesShowCommand implements Command {
  private static final String ID = "ID";

  private final Workspace workspace;

  RulesShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("rules show", Group.RULES, "Show a principle or a check with its rules.")
        .parameter(
            ID,
            Count.ONE,
            "A check such as LTR-03, or a principle such as LONG.",
            CheckNames.checksAndPrinciples())
        .example("rules show LTR-03", "what the check asks, why, and its rules");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    WrittenRules written = workspace.writtenRules(invocation);
    Catalogue catalogue = written.catalogue();
    String id = invocation.argument(ID);
    Optional<Check> check =
        catalogue.checks().stream().filter(it -> it.id().equalsIgnoreCase(id)).findFirst();
    Optional<Principle> principle =
        catalogue.principles().stream().filter(it -> it.id().equalsIgnoreCase(id)).findFirst();
    Report report =
        check
            .map(it -> page(it, written))
            .or(() -> principle.map(RulesShowCommand::page))
            .orElseThrow(() -> unknown(id, catalogue));
    invocation.output().write(report);
    return ExitCode.OK;
  }

  private static Report page(Check check, WrittenRules written) {
    Catalogue catalogue = written.catalogue();
    List<Field> fields = new ArrayList<>();
    Principle principle = catalogue.principleOf(check.checkId());
    fields.add(Field.of("principle", principle.id() + ": " + principle.title()));
    catalogue
        .inheritance()
        .ifPresent(
            it ->
                fields.add(
                    Field.of(
                        "rule base",
                        catalogue.description().name()
                            + ", which builds on "
                            + InheritanceReport.base(it))));
    fields.add(Field.of("severity", check.severity().name()));
    fields.add(Field.of("kinds", RulesListCommand.kinds(check)));
    fields.add(Field.of("asks", check.question()));
    check.asks().forEach(fact -> fields.add(Field.of("reads", fact)));
    check.optional().forEach(it -> fields.add(Field.of("optional", it.fact() + ": " + it.why())));
    fields.add(Field.of("to pass", check.remedy()));
    check
        .basis()
        .forEach(
            it -> fields.add(Field.of("rests on", "“" + it.phrase() + "” (" + it.seed() + ")")));
    check.references().forEach(it -> fields.add(Field.of("see", it)));
    check.notes().forEach(it -> fields.add(Field.of("note", it)));
    RefusedReasons.of(check, catalogue)
        .forEach(it -> fields.add(Field.of("no waiver for", it.reason() + " " + it.answer())));
    List<RuleText> rules = RuleText.of(written.files(), check.checkId());
    String text = String.join("\n\n", rules.stream().map(RuleText::text).toList());
    thresholds(text, catalogue)
        .forEach(
            it ->
                fields.add(Field.of("threshold", it.id() + " = " + it.value() + ": " + it.why())));
    JsonView view =
        JsonView.members()
            .put("principle", principle.id())
            .put("check", JsonView.of(RecordWriter.json(check)))
            .put("rules", JsonView.texts(rules.stream().map(RuleText::text).toList()))
            .put("refusedReasons", RefusedReasons.view(check, catalogue));
    return new Report(
        List.of(
            Block.Heading.of(check.id() + "  " + check.title()),
            new Block.Fields(fields),
            Block.Verbatim.of(text)),
        view);
  }

  private static List<ThresholdTable.Entry> thresholds(String rules, Catalogue catalogue) {
    return catalogue.thresholdEntries().stream()
        .filter(it -> rules.contains("\"" + it.id() + "\""))
        .toList();
  }

  private static Report page(Principle principle) {
    List<Field> checks =
        principle.checks().stream()
            .map(check -> Field.of(check.id(), check.severity() + "  " + check.title()))
            .toList();
    return new Report(
        List.of(
            Block.Heading.of(principle.id() + "  " + principle.title()),
            Block.Paragraph.of(principle.statement()),
            Block.Paragraph.of(principle.why()),
            new Block.Fields(checks)),
        JsonView.of(RecordWriter.json(principle)));
  }

  private static String switchedOff(String id, Catalogue catalogue) {
    return catalogue.inheritance().stream()
        .flatMap(it -> it.switchedOff().stream())
        .filter(it -> it.check().id().equalsIgnoreCase(id))
        .findFirst()
        .map(it -> ": it is switched off. " + it.why())
        .orElse("");
  }

  private static CommandFailed unknown(String id, Catalogue catalogue) {
    List<String> ids = new ArrayList<>();
    catalogue.principles().forEach(it -> ids.add(it.id()));
    catalogue.checks().forEach(it -> ids.add(it.id()));
    String what = "the rule base has no check or principle " + id + switchedOff(id, catalogue);
    return UnknownName.failure(what, id, ids, "`rules list` lists them");
  }
}
