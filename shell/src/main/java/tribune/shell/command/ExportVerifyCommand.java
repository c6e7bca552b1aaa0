package tribune.shell.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.engine.AuditEngine;
import tribune.export.CheckedExport;
import tribune.export.ExportCheck;
import tribune.export.ExportCheck.Signing;
import tribune.export.ExportRefused;
import tribune.export.ExportUnsound;
import tribune.export.format.ExportFormats;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
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

/** {@code export verify}: an export that somebody handed you, without home or trail. */
final class ExportVerifyCommand implements Command {
  private static final String DIR = "DIR";
  private static final String KEY = "key";
  private static final String OLD = "old";
  private static final String UNSIGNED = "unsigned";
  private static final String ADVICE =
      "do not rely on this copy; keep it as it is, and ask whoever made it";

  private final Workspace workspace;

  ExportVerifyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("export verify", Group.TRAIL, "Check an export that somebody handed you.")
        .about(
            "Every byte: the signatures, every file against the hash that was signed, every record"
                + " against its proof, facts and rule bases against what the records name; and what"
                + " was made of the records is made again and compared. Exits with 6 and names"
                + " file, line and record if anything does not fit. Needs no home and no trail.",
            "The key must come from somebody you trust, and not with the export: without --key you"
                + " learn only that the export fits itself.")
        .parameter(DIR, Count.ONE, "The directory that `export` made.", Values.directory())
        .options(
            Option.valued(
                KEY, "VKEY", "The key of the trail, or a file that holds it.", Values.any()),
            Option.valued(
                OLD,
                "CHECKPOINT",
                "An older checkpoint that the export has to go on from, a file.",
                Values.file()),
            Option.flag(UNSIGNED, "Take an export without a signed statement."))
        .example(
            "export verify copy-for-the-court --key trail.vkey",
            "as an auditor, with the key from elsewhere");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    String named = invocation.argument(DIR);
    Path directory = Path.of(named);
    if (!Files.isDirectory(directory)) {
      throw new CommandFailed(ExitCode.USAGE, named + " is no directory", "name an export");
    }
    Optional<SignedCheckpoint> old =
        invocation.option(OLD).map(file -> ProofFiles.parsed(file, SignedCheckpoint::parse));
    try {
      Optional<String> stated = invocation.option(KEY);
      VerifierKey key = stated.map(ProofFiles::key).orElseGet(() -> ExportCheck.keyIn(directory));
      CheckedExport checked =
          new ExportCheck(directory, key, ExportFormats.all(), AuditEngine.version().tribune())
              .check(
                  old,
                  invocation.has(UNSIGNED) ? Signing.OPTIONAL : Signing.REQUIRED,
                  new ExportWatch(invocation, workspace::now, "records checked"));
      invocation.output().write(sound(checked, old));
      warn(checked, stated.isPresent(), invocation);
      return ExitCode.OK;
    } catch (ExportUnsound e) {
      invocation.output().write(unsound(e));
      return ExitCode.UNSOUND;
    } catch (ExportRefused e) {
      throw new CommandFailed(ExitCode.USAGE, "not checked: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.USAGE, "not checked: " + named + " cannot be read: " + e.getMessage());
    }
  }

  private static void warn(CheckedExport checked, boolean isKeyStated, Invocation invocation) {
    if (!isKeyStated) {
      invocation
          .messages()
          .warning(
              "the key is that of the export itself; get it from the owner of the trail and name it"
                  + " with --key");
    }
    if (checked.statement().isEmpty()) {
      invocation.messages().warning("nobody signed for the files: only the records are proved");
    }
    if (!checked.notDerived().isEmpty()) {
      invocation
          .messages()
          .warning(
              "not made again, but as signed: "
                  + String.join(", ", checked.notDerived())
                  + " (another version of Tribune wrote it, or it needs facts that are not there)");
    }
  }

  private static Report sound(CheckedExport checked, Optional<SignedCheckpoint> old) {
    Checkpoint checkpoint = checked.manifest().context().checkpoint();
    List<Block.Field> fields = new ArrayList<>();
    fields.add(
        Block.Field.of("records", checked.manifest().records() + " of " + checkpoint.size()));
    if (checked.ruleBases() > 0) {
      fields.add(Block.Field.of("facts", checked.facts() + " fit their commitments"));
      fields.add(Block.Field.of("rule bases", checked.ruleBases() + " fit their hashes"));
    }
    fields.add(Block.Field.of("files", checked.manifest().files().size() + " as listed"));
    if (!checked.derived().isEmpty()) {
      fields.add(
          Block.Field.of("made again", String.join(", ", checked.derived()) + ": the same bytes"));
    }
    checked.statement().ifPresent(it -> fields.add(Block.Field.of("signed", signed(it))));
    old.ifPresent(
        it ->
            fields.add(
                Block.Field.of("older", "goes on from " + it.claimed().size() + " records")));
    fields.add(Block.Field.of("root", Text.of(checkpoint.root().hex(), Tone.FAINT)));
    return new Report(
        List.of(
            new Block.Fields(fields), Block.Conclusion.of("SOUND", Tone.GOOD, checkpoint.origin())),
        JsonView.members()
            .put("sound", JsonView.Truth.TRUE)
            .put("log", checkpoint.origin())
            .put("records", checked.manifest().records())
            .put("size", checkpoint.size())
            .put("facts", checked.facts())
            .put("ruleBases", checked.ruleBases())
            .put("files", checked.manifest().files().size())
            .put("derived", JsonView.texts(checked.derived()))
            .put("notDerived", JsonView.texts(checked.notDerived()))
            .put("signed", JsonView.Truth.of(checked.statement().isPresent()))
            .put("root", checkpoint.root().hex())
            .put("key", checked.manifest().context().key()));
  }

  private static String signed(CheckedExport.Signed statement) {
    return statement.at()
        + " by "
        + statement.actor().name()
        + " on "
        + statement.actor().host()
        + statement.record().map(seq -> ", recorded as no. " + seq).orElse(", not recorded");
  }

  private static Report unsound(ExportUnsound first) {
    return new Report(
        List.of(
            Block.Fields.of(
                Block.Field.of("where", first.where()),
                Block.Field.of("found", first.found()),
                Block.Field.of("expected", first.expected()),
                Block.Field.of("do", ADVICE)),
            Block.Conclusion.of("UNSOUND", Tone.BAD, "the export is not what was made")),
        JsonView.members()
            .put("sound", JsonView.Truth.FALSE)
            .put("where", first.where())
            .put("found", first.found())
            .put("expected", first.expected())
            .put("advice", ADVICE));
  }
}
