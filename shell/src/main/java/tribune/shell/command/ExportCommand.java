package tribune.shell.command;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tribune.engine.AuditEngine;
import tribune.export.CellText;
import tribune.export.ExportFormat;
import tribune.export.ExportRefused;
import tribune.export.ExportRequest;
import tribune.export.Exported;
import tribune.export.ExportedBy;
import tribune.export.Exporter;
import tribune.export.format.ExportFormats;
import tribune.proof.checkpoint.SignedCheckpoint;
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
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.Filter;
import tribune.trail.Trail;

/** {@code export}: the trail as files, for somebody who has no Tribune. */
final class ExportCommand implements Command {
  private static final String FORMAT = "format";
  private static final String TO = "to";
  private static final String COLUMNS = "columns";
  private static final String SINCE = "since";
  private static final String NEWEST = "newest";
  private static final String RAW = "raw";
  private static final String NO_RECORD = "no-record";
  private static final String COMMA = ",";

  private final Workspace workspace;
  private final AuditFilters filters;

  ExportCommand(Workspace workspace) {
    this.workspace = workspace;
    this.filters = new AuditFilters(workspace, "until");
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("export", Group.TRAIL, "Write the trail as files for others.")
        .about(
            "Without filters the whole trail is exported, with them the audits that fit. "
                + formats(),
            "Every export has the records it rests on, their proofs, the newest checkpoint, a"
                + " manifest, a statement signed by the key of the trail, and Verify.java, which"
                + " checks all of it with a JDK alone: `java Verify.java DIR --key VKEY`. So does"
                + " `export verify DIR`. That it was made is recorded.",
            "The directory may hold what is confidential: only you can read it.")
        .options(
            filters.options(
                Option.flag(NEWEST, "Only the newest audit of each decision."),
                Option.valued(
                        FORMAT,
                        "FORMAT",
                        "What to write; several with commas between.",
                        Values.someOf(names()))
                    .count(Count.ONE),
                Option.valued(
                        TO,
                        "DIR",
                        "A directory that is not there yet, or empty.",
                        Values.directory())
                    .count(Count.ONE),
                Option.valued(
                    COLUMNS,
                    "NAMES",
                    "Only these columns of tables, in this order, with commas between.",
                    Values.any()),
                Option.valued(
                    SINCE,
                    "CHECKPOINT",
                    "Only what came after this checkpoint, a file.",
                    Values.file()),
                Option.flag(RAW, "Do not guard cells that a spreadsheet takes for formulas."),
                Option.flag(NO_RECORD, "Do not record that this export was made.")))
        .example("export --format jsonl --to copy-for-the-court", "everything, to be handed over")
        .example(
            "export --format csv --verdict FAIL --from 2026-01-01 --to failed-this-year",
            "what did not pass, for a spreadsheet");
  }

  private static String formats() {
    return ExportFormats.all().stream()
        .map(format -> format.name() + ": " + format.says())
        .collect(Collectors.joining(". ", "", "."));
  }

  private static List<String> names() {
    return ExportFormats.all().stream().map(ExportFormat::name).toList();
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String to = invocation.option(TO).orElseThrow();
    ExportRequest request = request(invocation);
    Trail trail =
        invocation.has(NO_RECORD)
            ? ProofFiles.trail(workspace, invocation)
            : ProofFiles.recording(workspace, invocation);
    Exporter exporter = new Exporter(trail, AuditEngine.version());
    Exported exported =
        written(
            to,
            () ->
                exporter.export(
                    request,
                    Path.of(to),
                    by(invocation),
                    new ExportWatch(invocation, workspace::now, "records written")));
    exported.receipt().ifPresent(receipt -> workspace.trail().keep(List.of(receipt), invocation));
    if (exported.records() == 0) {
      filters.requireKnownChecks(invocation);
    }
    invocation.output().write(report(exported, to));
    tell(exported, invocation);
    return ExitCode.OK;
  }

  private ExportRequest request(Invocation invocation) {
    List<ExportFormat> formats =
        list(invocation.option(FORMAT))
            .map(it -> it.stream().map(name -> ExportFormats.named(name).orElseThrow()).toList())
            .orElseThrow();
    return ExportRequest.of(formats)
        .withFilter(filter(invocation))
        .withSince(
            invocation.option(SINCE).map(it -> ProofFiles.parsed(it, SignedCheckpoint::parse)))
        .withColumns(list(invocation.option(COLUMNS)).orElse(List.of()))
        .withCells(invocation.has(RAW) ? CellText.RAW : CellText.GUARDED);
  }

  private Optional<Filter> filter(Invocation invocation) {
    if (!filters.isAny(invocation) && !invocation.has(NEWEST)) {
      return Optional.empty();
    }
    Filter filter = filters.filter(invocation);
    return Optional.of(
        invocation.has(NEWEST) ? filter.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION) : filter);
  }

  private static Optional<List<String>> list(Optional<String> value) {
    return value.map(text -> Arrays.stream(text.split(COMMA, -1)).map(String::strip).toList());
  }

  private ExportedBy by(Invocation invocation) {
    return new ExportedBy(
        workspace.actor(),
        workspace.now(),
        invocation.has(NO_RECORD)
            ? ExportedBy.Recording.NOT_RECORDED
            : ExportedBy.Recording.RECORDED);
  }

  private static Exported written(String to, Supplier<Exported> export) {
    try {
      return export.get();
    } catch (ExportRefused e) {
      throw new CommandFailed(ExitCode.USAGE, "nothing was exported: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "nothing was exported: "
              + to
              + " cannot be written: "
              + requireNonNull(e.getCause()).getMessage(),
          "name another place with --to, or make room there");
    }
  }

  private static void tell(Exported exported, Invocation invocation) {
    invocation.messages().hint(exported.records() + " records exported.");
    if (exported.later() > 0) {
      invocation
          .messages()
          .warning(
              exported.later()
                  + " newer records are not in it: no checkpoint covers them until the next record"
                  + " is recorded");
    }
    if (exported.receipt().isEmpty()) {
      invocation.messages().warning("that this export was made is not recorded, as you asked");
    }
    if (exported.signature() == Exported.Signature.UNSIGNED) {
      invocation
          .messages()
          .warning(
              "the key of the trail is not at hand, so nobody vouches for the files beside the"
                  + " records; whoever checks them has to say --unsigned");
    }
  }

  private static Report report(Exported exported, String to) {
    String root = exported.checkpoint().root().hex();
    List<String> formats = exported.manifest().context().formats();
    List<Block.Field> fields = new ArrayList<>();
    fields.add(Block.Field.of("written", to));
    fields.add(Block.Field.of("formats", String.join(", ", formats)));
    fields.add(Block.Field.of("trail", exported.checkpoint().origin()));
    fields.add(
        Block.Field.of("records", exported.records() + " of " + exported.checkpoint().size()));
    if (exported.payloads() > 0) {
      fields.add(Block.Field.of("facts", exported.payloads() + " of them with their facts"));
      fields.add(Block.Field.of("rule bases", Long.toString(exported.ruleBases())));
    }
    fields.add(
        Block.Field.of(
            "recorded",
            exported.receipt().map(it -> "no. " + it.seq() + " at " + it.at()).orElse("nothing")));
    fields.add(Block.Field.of("root", Text.of(root, Tone.FAINT)));
    fields.add(Block.Field.of("manifest", Text.of(exported.sha256().hex(), Tone.FAINT)));
    return new Report(List.of(new Block.Fields(fields)), view(exported, to, root));
  }

  private static JsonView view(Exported exported, String to, String root) {
    JsonView.Members view =
        JsonView.members()
            .put("formats", JsonView.texts(exported.manifest().context().formats()))
            .put("directory", to)
            .put("log", exported.checkpoint().origin())
            .put("records", exported.records())
            .put("size", exported.checkpoint().size())
            .put("payloads", exported.payloads())
            .put("ruleBases", exported.ruleBases())
            .put("later", exported.later())
            .put("root", root)
            .put("manifest", exported.sha256().hex())
            .put("signed", JsonView.Truth.of(exported.signature() == Exported.Signature.SIGNED))
            .put("key", exported.key());
    return exported
        .receipt()
        .map(
            it ->
                view.put(
                    "recorded",
                    JsonView.members()
                        .put("seq", it.seq())
                        .put("at", it.at().toString())
                        .put("leaf", it.leaf().toString())))
        .orElse(view);
  }
}
