package tribune.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.anchor.KeptCheckpoint;
import tribune.anchor.Trust;
import tribune.shell.line.Command;
import tribune.shell.line.Declaration;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Group;
import tribune.shell.line.Invocation;
import tribune.shell.render.Block;
import tribune.shell.render.Block.Field;
import tribune.shell.render.JsonView;
import tribune.shell.render.Report;
import tribune.shell.workspace.Workspace;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/** {@code trail status}: what the trail is, and what holds it to that. */
final class TrailStatusCommand implements Command {
  private static final String DOES_NOT_FIT =
      "no: what is there does not go on from what you kept; see the warning";

  private final Workspace workspace;

  TrailStatusCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("trail status", Group.TRAIL, "Show what holds the trail to its past.")
        .about(
            "Name, size and root, the key that signs it, what you kept of it and since when, and"
                + " who cosigned it. Give the key to auditors by another way than the trail. Looks"
                + " at the end of the trail only; `trail verify` reads all of it.");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Trail trail = ProofFiles.trail(workspace, invocation);
    Trust trust = workspace.trail().kept().trust();
    Optional<KeptCheckpoint> kept = trust.kept(trail.origin());
    Cosigners cosigners = Cosigners.of(trail, trust, invocation.globals().home());
    boolean goesOn = workspace.trail().objection(trail, invocation).isEmpty();
    List<Field> fields = new ArrayList<>(trail(trail));
    fields.addAll(kept(trail, trust, kept));
    fields.add(Field.of("witnesses", cosigners.words()));
    fields.add(Field.of("anchored", goesOn ? anchored(kept, cosigners) : DOES_NOT_FIT));
    invocation
        .output()
        .write(new Report(List.of(new Block.Fields(fields)), view(trail, kept, cosigners)));
    return goesOn ? ExitCode.OK : ExitCode.UNSOUND;
  }

  private static List<Field> trail(Trail trail) {
    Optional<StoredCheckpoint> newest = trail.proofs().newest();
    return List.of(
        Field.of("trail", trail.origin()),
        Field.of("records", Long.toString(trail.head().size())),
        Field.of("root", trail.head().root().hex()),
        Field.of("key", newest.map(StoredCheckpoint::key).orElse("none: nothing is signed yet")),
        Field.of("signed", newest.map(it -> signed(trail, it)).orElse("nothing yet")));
  }

  private static String signed(Trail trail, StoredCheckpoint newest) {
    return newest.size() + " records" + signedAt(trail, newest).map(at -> ", at " + at).orElse("");
  }

  /** A checkpoint is signed when its last record is made; it says no time of its own. */
  private static Optional<String> signedAt(Trail trail, StoredCheckpoint newest) {
    return trail.at(newest.size() - 1).map(record -> record.content().at().toString());
  }

  private static List<Field> kept(Trail trail, Trust trust, Optional<KeptCheckpoint> kept) {
    String file = trust.file(trail.origin()).toString();
    return kept.map(
            it ->
                List.of(
                    Field.of(
                        "kept",
                        it.claimed().size()
                            + " records with root "
                            + it.claimed().root()
                            + ", at "
                            + it.at()),
                    Field.of("kept since", it.since().toString()),
                    Field.of("kept in", file)))
        .orElse(List.of(Field.of("kept", "nothing yet, in " + file)));
  }

  private static String anchored(Optional<KeptCheckpoint> kept, Cosigners cosigners) {
    String here =
        kept.map(it -> "you would notice if any of the first " + it.claimed().size() + " records")
            .map(text -> text + " changed or went")
            .orElse("nobody is known who would notice a change of the whole");
    return cosigners.newestSize() == 0
        ? here + "; no witness has cosigned, so that is your word (`trail witness`)"
        : here + "; the first " + cosigners.newestSize() + " were cosigned by others";
  }

  private static JsonView view(Trail trail, Optional<KeptCheckpoint> kept, Cosigners cosigners) {
    JsonView.Members view =
        JsonView.members()
            .put("origin", trail.origin())
            .put("size", trail.head().size())
            .put("root", trail.head().root().hex());
    Optional<StoredCheckpoint> newest = trail.proofs().newest();
    if (newest.isPresent()) {
      view =
          view.put("key", newest.get().key())
              .put("signedSize", newest.get().size())
              .putIfKnown("signedAt", signedAt(trail, newest.get()));
    }
    if (kept.isPresent()) {
      view =
          view.put(
              "kept",
              JsonView.members()
                  .put("size", kept.get().claimed().size())
                  .put("root", kept.get().claimed().root().hex())
                  .put("at", kept.get().at().toString())
                  .put("since", kept.get().since().toString()));
    }
    return view.put("cosignedSize", cosigners.newestSize())
        .put("witnesses", JsonView.texts(cosigners.names()));
  }
}
