package tribune.shell.workspace;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import tribune.anchor.Trust;
import tribune.shell.render.Messages;
import tribune.trail.KeyPlace;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/**
 * What the user of this process keeps outside of homes and databases: the checkpoints that trails
 * are held to, and, if a variable says so, the signing key.
 */
public final class KeptTrails {
  private static final String KEEP =
      "set TRIBUNE_TRUST to a directory that can be written, to be told when the trail is cut or"
          + " replaced";

  private final Trust trust;
  private final Optional<KeyPlace> key;

  private KeptTrails(Trust trust, Optional<KeyPlace> key) {
    this.trust = trust;
    this.key = key;
  }

  public static KeptTrails of(UserPlaces places, Clock clock) {
    return new KeptTrails(new Trust(places.trust(), clock), places.key().map(KeyPlace.At::new));
  }

  /** Where the signing key is, if it is not where it is by default. */
  Optional<KeyPlace> key() {
    return key;
  }

  public Trust trust() {
    return trust;
  }

  /**
   * Returns only if the trail goes on from what is kept.
   *
   * @throws TrailUnsound if not
   */
  void require(Trail trail, TrailPlace place, Messages messages) {
    try {
      trust.check(trail, place.key());
    } catch (UncheckedIOException e) {
      messages.warning("no checkpoint could be kept: " + FileTrouble.reason(e) + "; " + KEEP);
    }
  }

  /** Whether anything is kept of a trail of this name. */
  boolean isKnown(Trail trail) {
    return Files.exists(trust.file(trail.origin()));
  }

  /** Why a trail does not go on from what is kept. */
  Optional<TrailUnsound> objection(Trail trail, TrailPlace place, Messages messages) {
    try {
      require(trail, place, messages);
      return Optional.empty();
    } catch (TrailUnsound e) {
      return Optional.of(e);
    }
  }

  /**
   * Returns only if no trail was ever seen where there is none now.
   *
   * @throws TrailUnsound if one was
   */
  void requireNoneSeen(TrailPlace place, Messages messages) {
    try {
      trust.requireNoneSeen(place.key());
    } catch (UncheckedIOException e) {
      messages.warning("what was kept cannot be read: " + FileTrouble.reason(e) + "; " + KEEP);
    }
  }

  /** Keeps what a receipt has: it says no more than what is recorded, so nothing is undone. */
  void keep(Trail trail, StoredCheckpoint checkpoint, TrailPlace place, Messages messages) {
    try {
      trust.keep(trail, checkpoint);
      trust.seen(trail, place.key());
    } catch (UncheckedIOException e) {
      messages.warning("no checkpoint could be kept: " + FileTrouble.reason(e) + "; " + KEEP);
    }
  }
}
