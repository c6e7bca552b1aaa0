package tribune.shell.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.document.Reading;
import tribune.rulebase.CacheUse;
import tribune.rulebase.RuleBase;
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
import tribune.trail.Trail;
import tribune.trail.TrailException;
import tribune.trail.TrailUnsound;
import tribune.trail.Verification;

/** {@code doctor}: looks whether everything that audits need is in order; changes nothing. */
final class DoctorCommand implements Command {
  private static final long ENOUGH_BYTES = 256L << 20;

  private final Workspace workspace;

  DoctorCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What was found of one thing. */
  private record Finding(String what, State state, String says, ExitCode code) {
    enum State {
      OK,
      LOOK,
      BAD
    }

    static Finding ok(String what, String says) {
      return new Finding(what, State.OK, says, ExitCode.OK);
    }

    static Finding look(String what, String says) {
      return new Finding(what, State.LOOK, says, ExitCode.OK);
    }

    static Finding bad(String what, String says, ExitCode code) {
      return new Finding(what, State.BAD, says, code);
    }

    Tone tone() {
      return switch (state) {
        case OK -> Tone.GOOD;
        case LOOK -> Tone.CAUTION;
        case BAD -> Tone.BAD;
      };
    }
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("doctor", Group.PROGRAM, "Check that everything audits need is in order.")
        .about(
            "Looks at Java, the home, the free space, the cache of compiled rules, the rule base, and"
                + " reads the whole trail to check it. The exit code is 0 only if nothing is BAD.",
            "The cache is one for all homes; TRIBUNE_CACHE names another place for it.");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Path home = invocation.globals().home().toAbsolutePath();
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(home(home));
    space(home).ifPresent(findings::add);
    workspace.rules().bases().cache().use().map(DoctorCommand::cache).ifPresent(findings::add);
    oldCache(home).ifPresent(findings::add);
    findings.add(rules(invocation));
    findings.add(trail(invocation));
    invocation.output().write(report(findings));
    return findings.stream().map(Finding::code).reduce(ExitCode.OK, ExitCode::worse);
  }

  private static Finding java() {
    Runtime.Version version = Runtime.version();
    return Finding.ok("java", version.toString());
  }

  private static Finding home(Path home) {
    if (!Files.exists(home)) {
      return Finding.ok("home", home + " (made when the first audit is recorded)");
    }
    return Files.isDirectory(home) && Files.isWritable(home)
        ? Finding.ok("home", home.toString())
        : Finding.bad(
            "home",
            home + " is not a directory that can be written; choose another with --home",
            ExitCode.REFUSED);
  }

  private static Optional<Finding> space(Path home) {
    Path existing = home;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return Optional.empty();
    }
    try {
      FileStore store = Files.getFileStore(existing);
      long free = store.getUsableSpace();
      String says = (free >> 20) + " MiB free on " + store.name();
      return Optional.of(
          free < ENOUGH_BYTES
              ? Finding.look("space", says + "; audits are refused when the disk is nearly full")
              : Finding.ok("space", says));
    } catch (IOException e) {
      return Optional.of(Finding.look("space", "cannot be told: " + e.getMessage()));
    }
  }

  private static Finding cache(CacheUse use) {
    String place = use.directory().toAbsolutePath().toString();
    return use.trouble().isPresent()
        ? Finding.look(
            "cache",
            place
                + " is not used: "
                + use.trouble().get()
                + "; rules are compiled anew each time. Name another directory with TRIBUNE_CACHE")
        : Finding.ok(
            "cache",
            place
                + " (compiled rule bases: "
                + use.entries()
                + ", "
                + (use.bytes() >> 20)
                + " MiB; can be deleted)");
  }

  /** Homes had a cache once; one that is there is of no use, or was sent along. */
  private static Optional<Finding> oldCache(Path home) {
    Path old = home.resolve("cache");
    return Files.exists(old)
        ? Optional.of(Finding.look("cache", old + " is never read; it can be deleted"))
        : Optional.empty();
  }

  /**
   * Which rule base is in force stands in the trail; what is wrong with that is told of the trail.
   */
  private Finding rules(Invocation invocation) {
    try {
      return loaded(workspace.rules().bases().load(invocation.globals()), invocation);
    } catch (TrailException | CommandFailed e) {
      return Finding.look("rules", "not known, as the trail cannot be read");
    }
  }

  private static Finding loaded(Reading<RuleBase> loaded, Invocation invocation) {
    return loaded.fold(
        sound ->
            Finding.ok(
                "rules",
                sound.value().catalogue().description().name()
                    + ", "
                    + sound.value().catalogue().checks().size()
                    + " checks, "
                    + sound.value().sha256()),
        faulty -> {
          invocation.messages().verbatim(faulty.text().lines().toList());
          return Finding.bad("rules", faulty.diagnostics().get(0).message(), ExitCode.USAGE);
        });
  }

  private Finding trail(Invocation invocation) {
    try {
      Optional<Trail> trail = workspace.trail().existing(invocation);
      return trail
          .map(it -> verified(it, workspace.trail().objection(it, invocation), invocation))
          .orElseGet(() -> Finding.ok("trail", "none yet"));
    } catch (CommandFailed unusable) {
      return Finding.bad("trail", String.valueOf(unusable.getMessage()), unusable.code());
    } catch (TrailUnsound unsound) {
      return Finding.bad("trail", String.valueOf(unsound.getMessage()), ExitCode.UNSOUND);
    } catch (TrailException refused) {
      return Finding.bad("trail", String.valueOf(refused.getMessage()), ExitCode.REFUSED);
    }
  }

  private Finding verified(Trail trail, Optional<TrailUnsound> objection, Invocation invocation) {
    if (objection.isPresent()) {
      return Finding.bad("trail", String.valueOf(objection.get().getMessage()), ExitCode.UNSOUND);
    }
    return trail
        .verify(
            Verification.ofAll()
                .withProgress(
                    VerifyProgress.of(
                        workspace::now, invocation, trail.head().size(), "records checked")))
        .fold(
            sound ->
                Finding.ok(
                    "trail",
                    sound.head().size()
                        + " records, all sound, root "
                        + sound.head().root()
                        + " ("
                        + trail.origin()
                        + ")"),
            unsound -> Finding.bad("trail", unsound.first().toString(), ExitCode.UNSOUND));
  }

  private static Report report(List<Finding> findings) {
    List<List<Text>> rows = new ArrayList<>();
    List<JsonView> views = new ArrayList<>();
    for (Finding finding : findings) {
      rows.add(
          List.of(
              Text.of(finding.what()),
              Text.of(finding.state().name(), finding.tone()),
              Text.of(finding.says())));
      views.add(
          JsonView.members()
              .put("what", finding.what())
              .put("state", finding.state().name())
              .put("says", finding.says()));
    }
    List<Column> columns =
        List.of(Column.words("what"), Column.words("state"), Column.words("says"));
    return new Report(
        List.of(new Block.Table(columns, rows)),
        JsonView.members().put("findings", JsonView.elements(views)));
  }
}
