package tribune.shell.command;

import java.util.List;
import java.util.Locale;
import tribune.rulebase.editor.FileSchema;
import tribune.shell.line.Command;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;

/** {@code rules schema}: what an editor needs to complete and check the files of a rule base. */
final class RulesSchemaCommand implements Command {
  private static final String NAME = "NAME";

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules schema", Group.RULES, "Print the JSON Schema of a file for editors.")
        .about(
            "With it an editor completes and checks YAML while you write. docs/authoring.md says how"
                + " to set up the common ones.")
        .parameter(NAME, Count.ONE, "The file.", Values.oneOf(FileSchema.words()))
        .example("rules schema principle > principle.schema.json", "that of principle.yaml");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    FileSchema schema = FileSchema.valueOf(invocation.argument(NAME).toUpperCase(Locale.ROOT));
    String text = schema.text();
    invocation
        .output()
        .write(
            new Report(
                List.of(Block.Verbatim.of(text)),
                JsonView.members().put("name", schema.word()).put("schema", text)));
    return ExitCode.OK;
  }
}
