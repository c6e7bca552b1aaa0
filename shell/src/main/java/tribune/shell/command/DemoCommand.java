package tribune.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.engine.Audit;
import tribune.engine.AuditEngine;
import tribune.fixtures.Fixture;
import tribune.shell.line.Command;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Column;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.render.Text;
import tribune.shell.render.Tone;
import tribune.shell.workspace.Workspace;
import tribune.trail.RevisionTaken;

/**
 * {@code demo}: audits a few sample decisions in a home of their own and says what to try next. The
 * user's own history is not touched.
 */
final class DemoCommand implements Command {
  private static final List<String> SAMPLES =
      List.of(
          "decisions/netflix-2011-price-split.yaml",
          "decisions/dominos-2009-new-recipe.yaml",
          "decisions/johnson-johnson-1982-tylenol.yaml",
          "decisions/unity-2023-runtime-fee.yaml",
          "proposals/needs-evidence.yaml",
          "proposals/passes-everything.yaml");

  private final Workspace workspace;

  DemoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "demo", Group.PROGRAM, "Audit sample decisions and show what to try next.")
        .about(
            "Four real decisions and two made-up ones are audited in a home of their own, the"
                + " folder `demo` of your home. Your own history is not touched.");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Invocation demo = invocation.withHome(invocation.globals().home().resolve("demo"));
    workspace.trail().forgetIfGone(demo);
    AuditEngine engine = workspace.engine(demo);
    List<Audit> audits = audits(engine, demo);
    invocation.output().write(report(audits, demo));
    workspace.trail().keep(audits.stream().map(Audit::receipt).toList(), demo);
    return ExitCode.OK;
  }

  private static List<Audit> audits(AuditEngine engine, Invocation demo) {
    try {
      List<Audit> audits = new ArrayList<>();
      for (String sample : SAMPLES) {
        demo.interruption().stopIfRequested();
        audits.add(engine.audit(Fixture.at(sample).proposal()));
      }
      return audits;
    } catch (RevisionTaken e) {
      Path home = demo.globals().home();
      throw new CommandFailed(
          ExitCode.REFUSED,
          "samples of another version of Tribune are recorded in " + home,
          "remove that directory, then run demo again");
    }
  }

  private static Report report(List<Audit> audits, Invocation demo) {
    List<Column> columns =
        List.of(
            Column.words("decision"),
            Column.words("verdict"),
            Column.words("recommendation"),
            Column.words("title"));
    List<List<Text>> rows = new ArrayList<>();
    List<JsonView> views = new ArrayList<>();
    for (Audit audit : audits) {
      String title = audit.assessment().decision().title();
      rows.add(
          List.of(
              Text.of(audit.assessment().decision().id(), Tone.NAME),
              Text.of(audit.verdict().name(), Tones.of(audit.verdict())),
              Text.of(audit.recommendation().advice()),
              Text.of(title == null ? "" : title)));
      views.add(
          new FindingsReport(
                  audit.assessment().decision(), audit.assessment().result(), Optional.empty())
              .verdictView()
              .put("receipt", Receipts.view(audit.receipt())));
    }
    String home = demo.globals().home().toString();
    return new Report(
        List.of(
            Block.Paragraph.of("These decisions were audited and recorded in " + home + ":"),
            new Block.Table(columns, rows),
            Block.Heading.of("Try next, with --home " + quoted(home)),
            Block.Fields.of(
                Block.Field.of("show NETFLIX-2011", "the record, with the reasons"),
                Block.Field.of("explain UNITY-2023 LTR-03", "one check, with values and sources"),
                Block.Field.of("decisions --verdict FAIL", "what did not pass"),
                Block.Field.of("rules show CIN-04", "what a check asks, and its rules"),
                Block.Field.of("template PRICING", "a blank proposal for your own decision"))),
        JsonView.members().put("home", home).put("audits", JsonView.elements(views)));
  }

  private static String quoted(String path) {
    return path.contains(" ") ? "'" + path + "'" : path;
  }
}
