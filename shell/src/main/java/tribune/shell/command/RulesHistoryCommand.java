package tribune.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tribune.document.Sha256;
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
import tribune.shell.render.Block.Column;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.NamedRules;
import tribune.shell.workspace.RuleBaseWriter;
import tribune.shell.workspace.Workspace;
import tribune.trail.AuditRecord;
import tribune.trail.Body;
import tribune.trail.Rehearsal;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;

/** {@code rules history}: which rule bases went live when, and any of them as it was. */
final class RulesHistoryCommand implements Command {
  private static final String HASH = "HASH";
  private static final String TO = "to";
  private static final int MOST_PROPOSED = 100;

  private final Workspace workspace;

  RulesHistoryCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "rules history", Group.RULES, "List which rule bases went live, or write one out.")
        .about(
            "Lists each time a rule base was made the one in force, newest first, and all rule"
                + " bases that the trail holds: each that was activated or that an audit used.",
            "With a hash it shows the files of one, and with --to writes them to a new directory,"
                + " byte for byte. Test cases are no part of a version and are not in the trail.")
        .parameter(
            HASH,
            Count.OPTIONAL,
            "The first digits of the hash of a recorded rule base.",
            Values.suggested(this::hashes))
        .options(
            Option.valued(TO, "DIR", "Write its files to this new directory.", Values.directory()))
        .example("rules history", "who changed the rules, when and why")
        .example("rules history 3fa1b2c4 --to old-rules", "a version as it was");
  }

  /** Only where an earlier command opened the trail. */
  private List<String> hashes() {
    return workspace
        .trail()
        .open()
        .map(
            trail -> trail.ruleBases().stream().limit(MOST_PROPOSED).map(it -> digits(it)).toList())
        .orElse(List.of());
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Optional<Trail> trail = workspace.trail().existing(invocation);
    Optional<String> hash = invocation.optionalArgument(HASH);
    if (hash.isPresent()) {
      one(hash.get(), trail, invocation);
      return ExitCode.OK;
    }
    if (invocation.option(TO).isPresent()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "--to writes one rule base, and none is named",
          "write the first digits of its hash; `rules history` lists them");
    }
    List<StoredRecord> activations = trail.map(RulesHistoryCommand::activations).orElse(List.of());
    List<RuleBaseRef> ruleBases = trail.map(Trail::ruleBases).orElse(List.of());
    invocation.output().write(report(activations, ruleBases));
    if (activations.isEmpty()) {
      invocation
          .messages()
          .hint("No rule base was ever activated here; the shipped one is in force.");
    }
    return ExitCode.OK;
  }

  static String name(RuleBaseRef ref) {
    return ref.name() + " " + ref.version() + " (" + digits(ref) + ")";
  }

  private static String digits(RuleBaseRef ref) {
    return ref.sha256().hex().substring(0, NamedRules.DIGITS);
  }

  private static List<StoredRecord> activations(Trail trail) {
    try (Stream<StoredRecord> all = trail.activations()) {
      return all.toList();
    }
  }

  private static Report report(List<StoredRecord> activations, List<RuleBaseRef> ruleBases) {
    List<Block> blocks = new ArrayList<>();
    if (!activations.isEmpty()) {
      blocks.add(Block.Heading.of("Went live, newest first"));
      blocks.add(table(activations));
    }
    if (!ruleBases.isEmpty()) {
      blocks.add(Block.Heading.of("Recorded rule bases"));
      blocks.add(
          new Block.Table(
              List.of(Column.words("sha256"), Column.words("name"), Column.words("version")),
              ruleBases.stream().map(RulesHistoryCommand::row).toList()));
    }
    return new Report(
        blocks,
        JsonView.members()
            .put(
                "activations",
                JsonView.elements(
                    activations.stream().map(it -> JsonView.of(it.content().toJson())).toList()))
            .put(
                "ruleBases",
                JsonView.elements(ruleBases.stream().map(RulesHistoryCommand::view).toList())));
  }

  private static Block table(List<StoredRecord> activations) {
    List<List<Text>> rows = new ArrayList<>();
    for (StoredRecord stored : activations) {
      if (stored.content().body() instanceof Body.Activated activated) {
        rows.add(row(stored.content(), activated, rows.isEmpty()));
      }
    }
    return new Block.Table(
        List.of(
            Column.numbers("no."),
            Column.words("at"),
            Column.words("by"),
            Column.words("rule base"),
            Column.words("flips"),
            Column.words("in force"),
            Column.words("reason")),
        rows);
  }

  private static List<Text> row(AuditRecord record, Body.Activated activated, boolean isInForce) {
    Rehearsal rehearsal = activated.rehearsal();
    return List.of(
        Text.of(String.valueOf(record.seq())),
        Text.of(record.at().toString()),
        Text.of(record.actor().name()),
        Text.of(name(activated.ruleBase()), Tone.NAME),
        Text.of(rehearsal.flipped() + " of " + rehearsal.audits()),
        isInForce ? Text.of("yes", Tone.GOOD) : Text.of("no"),
        Text.of(activated.reason()));
  }

  private static List<Text> row(RuleBaseRef ref) {
    return List.of(Text.of(digits(ref), Tone.NAME), Text.of(ref.name()), Text.of(ref.version()));
  }

  private static JsonView.Members view(RuleBaseRef ref) {
    return JsonView.members()
        .put("sha256", ref.sha256().hex())
        .put("name", ref.name())
        .put("version", ref.version());
  }

  private static void one(String hash, Optional<Trail> trail, Invocation invocation) {
    RuleBaseRef ref = NamedRules.ref(hash, trail);
    StoredRuleBase ruleBase = trail.orElseThrow().ruleBase(ref.sha256()).orElseThrow();
    Optional<String> to = invocation.option(TO);
    to.ifPresent(directory -> RuleBaseWriter.write(ruleBase, Path.of(directory)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.of(name(ref)));
    blocks.add(files(ruleBase));
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("sha256", ref.sha256().hex()));
    to.ifPresent(directory -> fields.add(Field.of("written to", directory)));
    blocks.add(new Block.Fields(fields));
    JsonView.Members view =
        view(ref)
            .put(
                "files",
                JsonView.elements(
                    ruleBase.files().entrySet().stream().map(RulesHistoryCommand::view).toList()))
            .putIfKnown("writtenTo", to);
    invocation.output().write(new Report(blocks, view));
  }

  private static Block files(StoredRuleBase ruleBase) {
    List<List<Text>> rows = new ArrayList<>();
    ruleBase
        .files()
        .forEach(
            (path, bytes) ->
                rows.add(List.of(Text.of(path, Tone.NAME), Text.of(String.valueOf(bytes.length)))));
    return new Block.Table(List.of(Column.words("file"), Column.numbers("bytes")), rows);
  }

  private static JsonView view(Map.Entry<String, byte[]> file) {
    return JsonView.members()
        .put("path", file.getKey())
        .put("bytes", file.getValue().length)
        .put("sha256", Sha256.hex(file.getValue()));
  }
}
