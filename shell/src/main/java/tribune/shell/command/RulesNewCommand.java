package tribune.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleBaseFolder;
import tribune.rulebase.scaffold.NewCheck;
import tribune.rulebase.scaffold.NewRuleBase;
import tribune.rulebase.scaffold.Scaffold;
import tribune.rulebase.scaffold.ScaffoldRefused;
import tribune.rules.ShippedRuleBase;
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

/** {@code rules new}: begins a rule base, a principle or a check. */
final class RulesNewCommand implements Command {
  private static final String DIR = "DIR";
  private static final String PRINCIPLE = "principle";
  private static final String CHECK = "check";
  private static final String TITLE = "title";
  private static final String EXTENDS = "extends";

  @Override
  public Declaration declaration() {
    return Declaration.of("rules new", Group.RULES, "Begin a rule base, a principle or a check.")
        .about(
            "In a directory without a rule base it begins one: with a principle, a check, its"
                + " rules, a threshold and cases. In one with a rule base it adds the principle or"
                + " the check that is named. What it writes is sound and fully tested as it stands,"
                + " so that you change it step by step and see at once what breaks.",
            "No file is ever written over; descriptions and thresholds are added at the end of"
                + " their lists.")
        .parameter(DIR, Count.ONE, "The directory of the rule base.", Values.directory())
        .options(
            Option.valued(PRINCIPLE, "ID", "The principle, such as TRUST.", Values.any()),
            Option.valued(CHECK, "ID", "The check, such as TRU-04.", Values.any()),
            Option.valued(TITLE, "TEXT", "What is begun, in a few words.", Values.any()),
            Option.valued(
                EXTENDS,
                "NAME",
                "The rule base that the new one builds on: customer-centricity, or a directory"
                    + " relative to the new one.",
                Values.suggested(() -> List.copyOf(ShippedRuleBase.byName().keySet()))))
        .example("rules new ./my-rules", "a rule base that stands alone")
        .example(
            "rules new ./my-rules --extends customer-centricity",
            "one that builds on the shipped one")
        .example("rules new ./my-rules --principle TRUST", "one more principle in it")
        .example("rules new ./my-rules --check TRUST-02", "one more check");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Path directory = Path.of(invocation.argument(DIR));
    try {
      Scaffold scaffold =
          Files.exists(directory.resolve(RuleBaseFiles.DESCRIPTION))
              ? addition(directory, invocation)
              : ruleBase(directory, invocation);
      scaffold.write();
      invocation.output().write(report(scaffold));
      String rules = invocation.session().manner().line("rules test --rules " + directory);
      invocation.messages().hint("Next: `" + rules + "`, and change what the files say");
      return ExitCode.OK;
    } catch (ScaffoldRefused refused) {
      throw new CommandFailed(
          ExitCode.USAGE,
          String.valueOf(refused.getMessage()),
          refused.advice().toArray(String[]::new));
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.REFUSED, "it cannot be written: " + e, "nothing that was there is changed");
    }
  }

  private static Scaffold ruleBase(Path directory, Invocation invocation) throws IOException {
    if (Files.isDirectory(directory)) {
      SessionRules.sound(
          RuleBaseFolder.files(directory), invocation, "no rule base can be begun there");
    }
    Optional<String> base = invocation.option(EXTENDS);
    base.ifPresent(it -> requireThere(it, directory));
    return new NewRuleBase(
            directory,
            invocation.option(TITLE),
            invocation.option(PRINCIPLE),
            invocation.option(CHECK),
            base)
        .scaffold();
  }

  private static void requireThere(String base, Path directory) {
    boolean isKnown = ShippedRuleBase.byName().containsKey(base);
    if (!isKnown && !Files.exists(directory.resolve(base).resolve(RuleBaseFiles.DESCRIPTION))) {
      throw UnknownName.failure(
          "there is no rule base " + base + " to build on",
          base,
          ShippedRuleBase.byName().keySet(),
          "give customer-centricity, or a directory relative to " + directory);
    }
  }

  private static Scaffold addition(Path directory, Invocation invocation) {
    Optional<String> principle = invocation.option(PRINCIPLE);
    Optional<String> check = invocation.option(CHECK);
    if (invocation.option(EXTENDS).isPresent() || (principle.isEmpty() && check.isEmpty())) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there is a rule base in " + directory + " already",
          "add to it with --principle ID or --check ID, or choose another directory");
    }
    RuleBaseFiles files =
        SessionRules.sound(
            RuleBaseFiles.in(directory, ShippedRuleBase.byName()),
            invocation,
            "the rule base cannot be read, so nothing is added");
    return new NewCheck(
            directory,
            files,
            SessionRules.sound(
                RuleBase.catalogue(files),
                invocation,
                "the rule base cannot be read, so nothing is added"),
            principle,
            check,
            invocation.option(TITLE))
        .scaffold();
  }

  private static Report report(Scaffold scaffold) {
    List<String> made = scaffold.made().stream().map(Path::toString).toList();
    List<String> grown = scaffold.grown().stream().map(Path::toString).toList();
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>(made);
    grown.forEach(it -> lines.add(it + " (added to)"));
    blocks.add(new Block.Verbatim(lines));
    blocks.add(
        Block.Conclusion.of(
            "BEGUN", Tone.GOOD, made.size() + " files made, " + grown.size() + " added to"));
    return new Report(
        blocks,
        JsonView.members().put("made", JsonView.texts(made)).put("addedTo", JsonView.texts(grown)));
  }
}
