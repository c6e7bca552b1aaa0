package tribune.shell.line;

import java.util.List;

/** A few declarations that between them have all there is to parse. */
final class SampleCatalogue {

  static final Declaration WEIGH =
      Declaration.of("weigh", Group.DECISIONS, "Weigh files.")
          .parameter("FILE", Count.SEVERAL, "What to weigh.", Values.file())
          .options(
              Option.flag("dry-run", "Record nothing."),
              Option.valued("limit", "N", "At most so many.", Values.wholeNumber(-100, 100))
                  .preset("10"),
              Option.valued("verdict", "WORD", "Only these.", Values.oneOf("PASS", "FAIL")),
              Option.valued("set", "PATH=VALUE", "A change.", Values.any()).count(Count.ANY));

  private SampleCatalogue() {}

  static CommandCatalogue make() {
    return new CommandCatalogue(
        List.of(
            WEIGH,
            Declaration.of("rules list", Group.RULES, "List the rules."),
            Declaration.of("rules show", Group.RULES, "Show a rule.")
                .parameter("CHECK", Count.ONE, "The check.", Values.oneOf("LTR-03", "SIL-01")),
            Declaration.of("export", Group.TRAIL, "Export.")
                .options(
                    Option.valued("format", "WORD", "The format.", Values.oneOf("csv", "jsonl"))
                        .count(Count.ONE)),
            Declaration.of("export verify", Group.TRAIL, "Verify.")
                .parameter("DIR", Count.ONE, "The export.", Values.directory()),
            Declaration.of("help", Group.PROGRAM, "Help.")
                .parameter("TOPIC", Count.ANY, "What on.", Values.any()),
            Declaration.of("version", Group.PROGRAM, "The version."),
            Declaration.of("exit", Group.PROGRAM, "Leave.").alias("quit")));
  }
}
