package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Globals;
import tribune.shell.line.Invocation;
import tribune.shell.render.Messages;
import tribune.trail.Copied;
import tribune.trail.Receipt;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.TrailUnsound;

/**
 * The trail that the lines of a session work with, one at a time. One that was opened stays open
 * until the session ends or a line asks for another place, since opening it anew for each line
 * would let another process in between. Not safe for use by several threads.
 */
public final class SessionTrail implements AutoCloseable {
  private final Supplier<TrailSetup> setup;
  private final Stores stores;
  private final KeptTrails kept;
  private @Nullable TrailPlace place;
  private @Nullable Trail trail;

  /** The line for which the trail was opened to be read. */
  private @Nullable Globals readFor;

  /** Whether what opening the trail found was told. */
  private boolean told;

  /**
   * @param setup what trails are opened with, but for the place of their keys
   * @param stores the databases that trails may be in
   * @param kept what trails are held to
   */
  SessionTrail(Supplier<TrailSetup> setup, Stores stores, KeptTrails kept) {
    this.setup = requireNonNull(setup, "setup");
    this.stores = requireNonNull(stores, "stores");
    this.kept = requireNonNull(kept, "kept");
  }

  /** Where the trail of the line is; for people. */
  public TrailPlace place(Invocation invocation) {
    return place(invocation.globals());
  }

  private TrailPlace place(Globals globals) {
    Optional<String> store = globals.store();
    return store.isPresent()
        ? stores.place(store.get(), globals.home())
        : new TrailPlace.Home(globals.home());
  }

  /**
   * The trail of the line, to record in it, begun if there is none.
   *
   * @throws CommandFailed if the place cannot be used
   * @throws tribune.trail.TrailException if the trail cannot be opened, or does not go on from what
   *     is kept of it
   */
  public Trail recording(Invocation invocation) {
    return recordingIfBegun(invocation).orElseGet(() -> begin(place(invocation), invocation));
  }

  /**
   * The same, but none is begun. A command that records asks for it before it reads the rules: from
   * then on nobody else can activate others in that home, and one that has to be refused is refused
   * at once.
   */
  public Optional<Trail> recordingIfBegun(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    letGoOfHeld();
    Optional<Trail> found =
        alreadyOpen(wanted).or(() -> wanted.openIfBegun(keyed()).map(it -> holdUntold(wanted, it)));
    found.ifPresent(it -> tellOnce(it, invocation));
    found.ifPresent(it -> kept.require(it, wanted, invocation.messages()));
    return found;
  }

  private Trail begin(TrailPlace wanted, Invocation invocation) {
    kept.requireNoneSeen(wanted, invocation.messages());
    Trail fresh = hold(wanted, wanted.open(keyed()));
    if (kept.isKnown(fresh)) {
      kept.require(fresh, wanted, invocation.messages());
    }
    return fresh;
  }

  /**
   * The trail of the line, if one was begun there: looking must not begin one. If it does not go on
   * from what is kept, that is told; what it holds can be looked at all the same. While another
   * process has it open, it is read as it is now, anew for each command.
   */
  public Optional<Trail> existing(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    letGoUnlessReadFor(invocation.globals());
    boolean isToBeTold = alreadyOpen(wanted).isEmpty() || !told;
    Optional<Trail> found = begun(invocation.globals());
    if (isToBeTold) {
      found.ifPresent(it -> tellOnce(it, invocation));
      objection(found, wanted, invocation.messages())
          .ifPresent(it -> invocation.messages().warning(String.valueOf(it.getMessage())));
    }
    return found;
  }

  /** The trail there, if one was begun; what opening it found is told by whoever has a voice. */
  Optional<Trail> begun(Globals globals) {
    TrailPlace wanted = place(globals);
    letGoUnlessReadFor(globals);
    return alreadyOpen(wanted)
        .or(
            () -> {
              readFor = globals;
              return wanted.openToRead(keyed()).map(found -> holdUntold(wanted, found));
            });
  }

  /** The trail of the line with an index built anew, if it is one that has an index. */
  public Optional<Trail> rebuilt(Invocation invocation) {
    TrailPlace wanted = place(invocation);
    close();
    return wanted.rebuilt(keyed()).map(found -> hold(wanted, found));
  }

  /** The trail that an earlier command of this session opened; opens none. */
  public Optional<Trail> open() {
    return Optional.ofNullable(trail);
  }

  /**
   * Copies the trail of the line.
   *
   * @param to the URL of a store, or a home
   * @param progress told how many records are copied; may throw to stop
   * @throws CommandFailed if there is nothing to copy, or the target cannot be used
   * @throws tribune.trail.TrailException if it is not empty, or one of the two is not sound
   */
  public Copied copy(String to, Invocation invocation, LongConsumer progress) {
    TrailPlace target =
        Stores.isUrl(to) ? stores.place(to, invocation.globals().home()) : TrailPlace.home(to);
    Trail source =
        existing(invocation)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "there is no trail in " + place(invocation) + " to copy",
                        "name its place with --home or --store"));
    return target.copy(source, keyed(), progress);
  }

  /** Keeps what these receipts prove, after the last record of a command. */
  public void keep(List<Receipt> receipts, Invocation invocation) {
    if (!receipts.isEmpty() && trail != null) {
      Receipt last = receipts.get(receipts.size() - 1);
      kept.keep(trail, last.checkpoint(), place(invocation), invocation.messages());
    }
  }

  /** What trails are held to. */
  public KeptTrails kept() {
    return kept;
  }

  /** Why the trail of the line does not go on from what is kept of it. */
  public Optional<TrailUnsound> objection(Trail opened, Invocation invocation) {
    return kept.objection(opened, place(invocation), invocation.messages());
  }

  private Optional<TrailUnsound> objection(
      Optional<Trail> found, TrailPlace wanted, Messages messages) {
    if (found.isPresent()) {
      return kept.objection(found.get(), wanted, messages);
    }
    try {
      kept.requireNoneSeen(wanted, messages);
      return Optional.empty();
    } catch (TrailUnsound e) {
      return Optional.of(e);
    }
  }

  /** Forgets which trail was seen in the place of the line, if there is none there now. */
  public void forgetIfGone(Invocation invocation) {
    TrailPlace gone = place(invocation);
    if (alreadyOpen(gone).or(() -> gone.openIfBegun(keyed()).map(it -> hold(gone, it))).isEmpty()) {
      kept.trust().forget(gone.key());
    }
  }

  /** What another process has open is read anew for each line, and once for all that it asks. */
  @SuppressWarnings("ReferenceEquality") // two lines may ask for the same
  private void letGoUnlessReadFor(Globals globals) {
    if (readFor != globals) {
      letGoOfHeld();
    }
  }

  private void letGoOfHeld() {
    if (trail != null && trail.held().isPresent()) {
      close();
    }
  }

  /** The trail that is open, if it is the one that is wanted; else none is open any more. */
  private Optional<Trail> alreadyOpen(TrailPlace wanted) {
    if (!wanted.equals(place) || hasLostItsDatabase()) {
      close();
    }
    return open();
  }

  /**
   * Then it is opened anew for the next command. What was being recorded is never sent again here:
   * whoever submitted it does that, under the same key.
   */
  private boolean hasLostItsDatabase() {
    return place instanceof TrailPlace.Database && trail != null && !trail.isUsable();
  }

  private Trail hold(TrailPlace wanted, Trail opened) {
    place = wanted;
    trail = opened;
    told = true;
    return opened;
  }

  private Trail holdUntold(TrailPlace wanted, Trail opened) {
    hold(wanted, opened);
    told = false;
    return opened;
  }

  private void tellOnce(Trail opened, Invocation invocation) {
    if (!told) {
      told = true;
      Openings.tell(opened, invocation.messages());
    }
  }

  private TrailSetup keyed() {
    TrailSetup usual = setup.get();
    return kept.key().map(usual::withKeys).orElse(usual);
  }

  @Override
  public void close() {
    if (trail != null) {
      trail.close();
      trail = null;
      place = null;
    }
  }
}
