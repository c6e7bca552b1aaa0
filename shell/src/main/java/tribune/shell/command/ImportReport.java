package tribune.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.engine.Imported;
import tribune.intake.RejectedLine;
import tribune.shell.line.ExitCode;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Messages;
import tribune.shell.render.Report;
import tribune.verdict.Verdict;

/**
 * What an import says in the end.
 *
 * @param rejects where the rejected lines are kept
 * @param shown the rejected lines that were shown
 */
record ImportReport(
    String file,
    Imported imported,
    Optional<Path> rejects,
    List<RejectedLine> shown,
    ImportReport.Kind kind) {

  /** Whether it was meant. */
  enum Kind {
    RECORDED,
    TRIAL
  }

  /** The worst verdict decides, and a rejected line is worse. */
  ExitCode exitCode() {
    ExitCode verdict = worst().map(Verdicts::exitCode).orElse(ExitCode.OK);
    return imported.rejected() > 0 ? verdict.worse(ExitCode.USAGE) : verdict;
  }

  Report report() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("file", file));
    fields.add(Field.of("lines", Long.toString(imported.lines())));
    fields.add(Field.of(fresh(), Long.toString(imported.audited())));
    fields.add(Field.of("already recorded", Long.toString(imported.known())));
    fields.add(Field.of("rejected", Long.toString(imported.rejected())));
    for (Verdict verdict : Verdict.values()) {
      count(verdict).ifPresent(count -> fields.add(Field.of(verdict.name(), count.toString())));
    }
    rejects.ifPresent(path -> fields.add(Field.of("rejects", path.toString())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Fields(fields));
    worst()
        .ifPresent(
            it ->
                blocks.add(
                    Block.Conclusion.of(
                        it.name(), Tones.of(it), "the worst of " + audits() + " verdicts")));
    return new Report(blocks, view());
  }

  void tell(Messages messages) {
    messages.hint(
        imported.audited()
            + (kind == Kind.TRIAL ? " audited, nothing recorded, " : " imported, ")
            + imported.known()
            + " already recorded, "
            + imported.rejected()
            + " rejected.");
    if (imported.rejected() > shown.size()) {
      messages.warning(
          (imported.rejected() - shown.size()) + " more lines were rejected than are shown above");
    }
    if (imported.rejected() > 0) {
      messages.hint(
          rejects
              .map(path -> "Next: mend the lines in " + path + " and import that file.")
              .orElse("Rejected lines are kept with --rejects FILE, to be mended and imported."));
    }
  }

  private String fresh() {
    return kind == Kind.TRIAL ? "audited" : "imported";
  }

  private long audits() {
    return imported.audited() + imported.known();
  }

  private Optional<Long> count(Verdict verdict) {
    return Optional.ofNullable(imported.verdicts().get(verdict));
  }

  private Optional<Verdict> worst() {
    return imported.verdicts().isEmpty()
        ? Optional.empty()
        : Optional.of(Verdicts.worst(imported.verdicts().keySet()));
  }

  private JsonView view() {
    JsonView.Members verdicts = JsonView.members();
    for (Verdict verdict : Verdict.values()) {
      verdicts = verdicts.put(verdict.name(), count(verdict).orElse(0L));
    }
    JsonView.Members view =
        JsonView.members()
            .put("file", file)
            .put("recorded", JsonView.Truth.of(kind == Kind.RECORDED))
            .put("lines", imported.lines())
            .put("audited", imported.audited())
            .put("alreadyRecorded", imported.known())
            .put("rejected", imported.rejected())
            .put("verdicts", verdicts)
            .put("rejections", JsonView.elements(shown.stream().map(ImportReport::view).toList()));
    Optional<Verdict> worst = worst();
    JsonView.Members judged = worst.isPresent() ? view.put("verdict", worst.get().name()) : view;
    return rejects.isPresent() ? judged.put("rejects", rejects.get().toString()) : judged;
  }

  private static JsonView view(RejectedLine line) {
    return JsonView.members()
        .put("line", line.number())
        .put("codes", JsonView.texts(line.reasons().stream().map(it -> it.code().id()).toList()))
        .put("errors", JsonView.texts(line.texts()));
  }
}
