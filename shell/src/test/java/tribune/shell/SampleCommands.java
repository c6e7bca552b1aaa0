package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/** Commands that behave in every way that a command can, for tests of the frame. */
@Configuration(proxyBeanMethods = false)
class SampleCommands {

  private static final Declaration WEIGH =
      Declaration.of("weigh", Group.DECISIONS, "Weigh files; the frame's tests use it.")
          .about("It prints what it was given, one line for each part.")
          .parameter("FILE", Count.SEVERAL, "What to weigh.", Values.file())
          .options(
              Option.flag("dry-run", "Record nothing."),
              Option.valued("limit", "N", "At most so many.", Values.wholeNumber(-100, 100))
                  .preset("10"),
              Option.valued("verdict", "WORD", "Only these.", Values.oneOf("PASS", "FAIL")),
              Option.valued("title", "TEXT", "What it is called.", Values.any()),
              Option.valued("set", "PATH=VALUE", "A change.", Values.any()).count(Count.ANY))
          .example("weigh bags.yaml --dry-run", "weigh one file and keep nothing");

  /** A command of one action. */
  private record Sample(Declaration declaration, Action action) implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws Exception {
      return action.run(invocation);
    }
  }

  private interface Action {
    ExitCode run(Invocation invocation) throws Exception;
  }

  @Bean
  Command weigh() {
    return new Sample(WEIGH, SampleCommands::weigh);
  }

  @Bean
  Command rulesList() {
    return sample("rules list", Group.RULES, invocation -> say(invocation, "listed"));
  }

  @Bean
  Command rulesShow() {
    Declaration declaration =
        Declaration.of("rules show", Group.RULES, "Show one rule.")
            .parameter("CHECK", Count.ONE, "The check.", Values.oneOf("LTR-03", "SIL-01"));
    return new Sample(
        declaration, invocation -> say(invocation, "shown " + invocation.argument("CHECK")));
  }

  @Bean
  Command export() {
    Declaration declaration =
        Declaration.of("export", Group.TRAIL, "Export the trail.")
            .options(
                Option.valued("format", "WORD", "The format.", Values.oneOf("csv", "jsonl"))
                    .count(Count.ONE));
    return new Sample(
        declaration, invocation -> say(invocation, invocation.option("format").orElseThrow()));
  }

  @Bean
  Command exportVerify() {
    Declaration declaration =
        Declaration.of("export verify", Group.TRAIL, "Verify an export.")
            .parameter("DIR", Count.ONE, "The export.", Values.directory());
    return new Sample(declaration, invocation -> say(invocation, "verified"));
  }

  @Bean
  Command fails() {
    return sample(
        "fails", Group.DECISIONS, invocation -> say(invocation, "it fails", ExitCode.FAIL));
  }

  @Bean
  Command incomplete() {
    return sample(
        "incomplete",
        Group.DECISIONS,
        invocation -> say(invocation, "it is incomplete", ExitCode.INCOMPLETE));
  }

  @Bean
  Command refuses() {
    return sample(
        "refuses",
        Group.DECISIONS,
        invocation -> {
          throw new CommandFailed(ExitCode.REFUSED, "the home is in use", "wait for the other one");
        });
  }

  @Bean
  Command breaks() {
    return sample(
        "breaks",
        Group.DECISIONS,
        invocation -> {
          throw new IllegalStateException("a bolt is loose");
        });
  }

  @Bean
  Command recurses() {
    return sample("recurses", Group.DECISIONS, SampleCommands::recurse);
  }

  @Bean
  Command attacked() {
    return sample(
        "attacked",
        Group.DECISIONS,
        invocation -> say(invocation, "bags\u001b[2J\r\nVERDICT PASS\u202e\u0007"));
  }

  /** Waits until it is asked to stop, at most a few seconds. */
  @Bean
  Command waits() {
    return sample(
        "waits",
        Group.DECISIONS,
        invocation -> {
          invocation.messages().hint("waiting");
          for (int tries = 0; tries < 1_000; tries++) {
            invocation.interruption().stopIfRequested();
            Thread.sleep(10);
          }
          return ExitCode.OK;
        });
  }

  @Bean
  Command reads() {
    return sample(
        "reads",
        Group.DECISIONS,
        invocation -> say(invocation, new String(invocation.input().open().readAllBytes(), UTF_8)));
  }

  @Bean
  Command hints() {
    return sample(
        "hints",
        Group.DECISIONS,
        invocation -> {
          invocation.messages().hint("a hint");
          invocation.messages().warning("a warning");
          return say(invocation, invocation.globals().toString());
        });
  }

  private static Sample sample(String name, Group group, Action action) {
    return new Sample(Declaration.of(name, group, "A sample."), action);
  }

  private static ExitCode weigh(Invocation invocation) {
    List<String> parts =
        List.of(
            "files " + invocation.arguments("FILE"),
            "dry-run " + invocation.has("dry-run"),
            "limit " + invocation.option("limit"),
            "verdict " + invocation.option("verdict"),
            "title " + invocation.option("title"),
            "set " + invocation.options("set"));
    JsonView view = JsonView.members().put("parts", JsonView.texts(parts));
    invocation.output().write(new Report(List.of(new Block.Verbatim(parts)), view));
    return ExitCode.OK;
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private static ExitCode recurse(Invocation invocation) throws Exception {
    return recurse(invocation);
  }

  private static ExitCode say(Invocation invocation, String words) {
    return say(invocation, words, ExitCode.OK);
  }

  private static ExitCode say(Invocation invocation, String words, ExitCode code) {
    JsonView view = JsonView.members().put("says", words);
    invocation.output().write(new Report(List.of(Block.Paragraph.of(words)), view));
    return code;
  }
}
