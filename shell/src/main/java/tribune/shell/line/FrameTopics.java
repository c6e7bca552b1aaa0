package tribune.shell.line;

import java.util.Arrays;
import java.util.List;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;

/** The help topics about the program itself. */
public final class FrameTopics {

  private FrameTopics() {}

  public static HelpTopic exitCodes() {
    return new HelpTopic(
        "exit-codes", "What the exit code of a command means.", FrameTopics::codes);
  }

  public static HelpTopic options() {
    return new HelpTopic(
        "options", "The options that every command has.", FrameTopics::globalOptions);
  }

  public static HelpTopic lines() {
    return new HelpTopic(
        "lines", "How a line is read: quotes, options, comments, scripts.", FrameTopics::lineRules);
  }

  private static Report codes() {
    List<ExitCode> codes = Arrays.stream(ExitCode.values()).sorted(ExitCode.byNumber()).toList();
    List<List<Text>> rows =
        codes.stream()
            .map(
                code ->
                    List.of(
                        Text.of(Integer.toString(code.number())),
                        Text.of(code.name()),
                        Text.of(code.meaning())))
            .toList();
    List<Column> columns =
        List.of(Column.numbers("code"), Column.words("name"), Column.words("meaning"));
    Block.Bullets rules =
        Block.Bullets.of(
            "Of several files the worst verdict decides, in the order ERROR, FAIL, INCOMPLETE,"
                + " PASS. A file that cannot be read outweighs them all.",
            "A script on standard input goes on after an answer (0 and 3 to 7) and stops at the"
                + " first line that could not be carried out (1, 2, 8, 130). Its exit code is that"
                + " of its worst line.",
            "The interactive shell itself ends with 0.");
    List<JsonView> views =
        codes.stream()
            .<JsonView>map(
                code ->
                    JsonView.members()
                        .put("code", code.number())
                        .put("name", code.name())
                        .put("meaning", code.meaning()))
            .toList();
    return new Report(
        List.of(new Block.Table(columns, rows), rules),
        JsonView.members().put("exitCodes", JsonView.elements(views)));
  }

  private static Report globalOptions() {
    return new Report(
        List.of(
            new Block.Fields(GlobalOptions.all().stream().map(HelpPages::field).toList()),
            Block.Paragraph.of(
                "They may stand before or after the command. Given when the interactive shell or a"
                    + " script starts, they hold for all its lines; given on a line, for that"
                    + " line.")),
        JsonView.members().put("globalOptions", HelpPages.views(GlobalOptions.all())));
  }

  private static Report lineRules() {
    List<String> rules =
        List.of(
            "An option is written --name VALUE or --name=VALUE; a value that begins with two dashes"
                + " needs the second form.",
            "-- ends the options: every later word is an argument. A single - means standard"
                + " input. A negative number is a value.",
            "In the interactive shell and in scripts, blanks separate words. Between single quotes"
                + " everything stands for itself; between double quotes a backslash escapes a"
                + " double quote or a backslash; elsewhere a backslash escapes any character.",
            "A line that begins with # is a comment. A backslash at the end of a line joins it with"
                + " the next one, and so does an open quote at the prompt.",
            "Without arguments, Tribune reads commands from standard input: at a prompt if that is"
                + " a terminal, line by line as a script if it is not.");
    return new Report(
        List.of(new Block.Bullets(rules.stream().map(Text::of).toList())),
        JsonView.members().put("rules", JsonView.texts(rules)));
  }
}
