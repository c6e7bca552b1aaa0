package tribune.shell.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Diagnostic;
import tribune.rulebase.layout.LaidOut;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Count;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.line.Option;
import tribune.shell.line.Values;
import tribune.shell.render.Block;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Tone;
import tribune.shell.workspace.SessionRules;

/** {@code rules fmt}: gives the files of a rule base their one layout. */
final class RulesFmtCommand implements Command {
  private static final String DIR = "DIR";
  private static final String CHECK = "check";

  @Override
  public Declaration declaration() {
    return Declaration.of("rules fmt", Group.RULES, "Lay out the files of a rule base.")
        .about(
            "Puts blanks, blank lines and indentation of all DRL and YAML files right, and leaves"
                + " every word and comment alone. What is laid out is read again before it is"
                + " written, so that it says the same. Each file is replaced whole.",
            "A file with mistakes is shown and left as it is; the others are laid out. Exits with 2"
                + " then, and with --check if a file would change, as `rules check` does.")
        .parameter(
            DIR, Count.OPTIONAL, "The rule base; default: that of --rules.", Values.directory())
        .options(Option.flag(CHECK, "Change nothing; list the files that would change."))
        .example("rules fmt ./my-rules", "lay out what you wrote")
        .example("rules fmt ./my-rules --check", "for a pipeline");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Path directory = directory(invocation);
    List<LaidOut> files = read(directory, invocation);
    List<Diagnostic> found =
        files.stream().flatMap(it -> it.text().diagnostics().stream()).toList();
    List<LaidOut> different = files.stream().filter(LaidOut::differs).toList();
    boolean isCheck = invocation.has(CHECK);
    if (!isCheck) {
      different.forEach(RulesFmtCommand::write);
    }
    invocation
        .output()
        .write(
            report(
                new Layouts(files.size(), different, found), isCheck ? "would change" : "changed"));
    return !found.isEmpty() || (isCheck && !different.isEmpty()) ? ExitCode.USAGE : ExitCode.OK;
  }

  /** What was found of the files of a rule base. */
  private record Layouts(int files, List<LaidOut> different, List<Diagnostic> mistakes) {}

  private static Path directory(Invocation invocation) {
    Optional<Path> given =
        invocation.optionalArgument(DIR).map(Path::of).or(() -> invocation.globals().rules());
    if (given.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "no rule base is named, and the shipped one is not a directory",
          "name it: rules fmt ./my-rules");
    }
    if (!Files.isDirectory(given.get())) {
      throw new CommandFailed(ExitCode.USAGE, "there is no directory " + given.get());
    }
    return given.get();
  }

  private static List<LaidOut> read(Path directory, Invocation invocation) {
    try {
      List<LaidOut> files =
          SessionRules.sound(LaidOut.in(directory), invocation, "the rule base cannot be laid out");
      if (files.isEmpty()) {
        throw new CommandFailed(
            ExitCode.USAGE,
            "there is no file of a rule base in " + directory,
            "expected rulebase.yaml, thresholds.yaml and principles/*/*.drl in it");
      }
      return files;
    } catch (UncheckedIOException e) {
      throw new CommandFailed(ExitCode.USAGE, "the rule base cannot be read: " + e.getMessage());
    }
  }

  private static void write(LaidOut file) {
    try {
      file.write();
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          file.path() + " cannot be written: " + e.getMessage(),
          "it is as it was; files before it are laid out");
    }
  }

  private static Report report(Layouts layouts, String verb) {
    List<Block> blocks = new ArrayList<>();
    layouts.mistakes().forEach(it -> blocks.add(Block.Verbatim.of(it.text())));
    List<String> paths = layouts.different().stream().map(it -> it.path().toString()).toList();
    if (!paths.isEmpty()) {
      blocks.add(new Block.Verbatim(paths));
    }
    String counts = paths.size() + " of " + layouts.files() + " files " + verb;
    blocks.add(
        layouts.mistakes().isEmpty()
            ? Block.Conclusion.of(
                paths.isEmpty() ? "SAME" : "DIFFERENT",
                paths.isEmpty() ? Tone.GOOD : Tone.CAUTION,
                counts)
            : Block.Conclusion.of(
                "FAULTY", Tone.BAD, counts + "; those with mistakes are left alone"));
    return new Report(
        blocks,
        JsonView.members()
            .put("files", layouts.files())
            .put("different", JsonView.texts(paths))
            .put("mistakes", CaseReport.views(layouts.mistakes())));
  }
}
