package tribune.anchor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.NoteSignature;
import tribune.trail.Head;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/**
 * What a user keeps of the trails that he saw. A trail that was cut, replaced by an older copy,
 * removed, forked or written anew does not go on from what was kept, and is refused. What is kept
 * moves on by a consistency proof only. The first time a trail is seen, it is believed.
 *
 * <p>Source of the idea: C2SP tlog-checkpoint; RFC 9162, section 2.1.4. All methods throw {@link
 * java.io.UncheckedIOException} when files cannot be read or written, and {@link TrailUnsound} when
 * one is damaged; a damaged file is never replaced. Safe for use by several threads and processes.
 */
public final class Trust {
  private final TrustDirectory directory;
  private final Clock clock;

  /**
   * @param directory outside of homes and databases; made when something is kept
   * @param clock says when something was kept
   */
  public Trust(Path directory, Clock clock) {
    this.directory = new TrustDirectory(directory);
    this.clock = clock;
  }

  /** What is kept of this trail. */
  public Optional<KeptCheckpoint> kept(String origin) {
    return directory.kept(origin);
  }

  /** The same, with the last of each day before; the smallest first. */
  public List<KeptCheckpoint> all(String origin) {
    return directory.all(origin);
  }

  /** Where it is kept. */
  public Path file(String origin) {
    return directory.keptFile(origin);
  }

  /**
   * Returns only if the trail in this place is the one that was seen there, and goes on from what
   * is kept of it; then its newest checkpoint is kept.
   *
   * @param place of a home or a database
   * @throws TrailUnsound if not; nothing is changed then
   */
  public void check(Trail trail, String place) {
    requireSameTrail(trail, place);
    Optional<KeptCheckpoint> kept = directory.kept(trail.origin());
    Optional<StoredCheckpoint> newest = trail.proofs().newest();
    kept.ifPresent(it -> requireGoesOn(it, trail, newest));
    kept.ifPresent(it -> requireAsMany(it, newest));
    if (newest.isPresent() && kept.map(it -> isBehind(it, newest.get())).orElse(true)) {
      requireSigned(newest.get(), trail.origin());
      keep(trail, newest.get());
    }
    if (newest.isPresent()) {
      directory.seen(place, trail.origin());
    }
  }

  /**
   * Returns only if no trail was seen in this place, where there is none now.
   *
   * @throws TrailUnsound if one was
   */
  public void requireNoneSeen(String place) {
    directory
        .originAt(place)
        .ifPresent(
            origin -> {
              throw unsound(
                  directory.placeFile(place),
                  "no trail in " + place,
                  "the trail " + kept(origin, ""));
            });
  }

  /** Forgets which trail was seen in this place. What was kept of the trail stays. */
  public void forget(String place) {
    directory.forget(place);
  }

  /**
   * Keeps a checkpoint, such as that of a receipt, if the trail shows that it goes on from what is
   * kept now. One over fewer records changes nothing.
   *
   * @param checkpoint signed by the trail, which has been checked or was done here
   * @throws TrailUnsound if it does not go on
   */
  public void keep(Trail trail, StoredCheckpoint checkpoint) {
    directory.alone(
        trail.origin(),
        () -> {
          Optional<KeptCheckpoint> kept = directory.kept(trail.origin());
          kept.ifPresent(it -> requireGoesOn(it, trail, Optional.of(checkpoint)));
          if (kept.map(it -> isBehind(it, checkpoint)).orElse(true)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            directory.keep(
                kept,
                new KeptCheckpoint(
                    kept.map(KeptCheckpoint::since).orElse(now),
                    now,
                    checkpoint.key(),
                    checkpoint.signed()));
          }
          return trail;
        });
  }

  /**
   * Keeps what witnesses cosigned, together with the lines that were kept for that size before.
   *
   * @param signed by the trail and by witnesses, checked before
   * @throws TrailUnsound if the trail does not have this tree
   */
  public SignedCheckpoint keepCosigned(Trail trail, SignedCheckpoint signed) {
    Checkpoint claimed = signed.claimed();
    requireInTrail(trail, claimed);
    return directory.alone(
        trail.origin(),
        () -> {
          SignedCheckpoint all =
              directory
                  .cosigned(trail.origin(), claimed.size())
                  .filter(before -> before.claimed().equals(claimed))
                  .orElse(signed);
          for (NoteSignature line : signed.signatures()) {
            all = all.with(line);
          }
          directory.keepCosigned(trail.origin(), claimed.size(), all.bytes());
          return all;
        });
  }

  /** All checkpoints that were cosigned and kept, the smallest first; signatures unchecked. */
  public List<SignedCheckpoint> cosigned(String origin) {
    return directory.cosigned(origin).stream()
        .sorted(Comparator.comparing(signed -> signed.claimed().size()))
        .toList();
  }

  private void requireInTrail(Trail trail, Checkpoint claimed) {
    Head head = trail.head();
    try {
      trail.proofs().consistency(claimed.size(), head.size()).verify(claimed.root(), head.root());
    } catch (ProofRefused e) {
      throw unsound(
          directory.keptFile(trail.origin()),
          "a trail of " + head.size() + " records with root " + head.root(),
          "one that goes on from the cosigned checkpoint over "
              + claimed.size()
              + " records with root "
              + claimed.root());
    }
  }

  /** Notes that this trail is in this place. */
  public void seen(Trail trail, String place) {
    directory.seen(place, trail.origin());
  }

  private static boolean isBehind(KeptCheckpoint kept, StoredCheckpoint newest) {
    return kept.claimed().size() < newest.size();
  }

  private void requireSameTrail(Trail trail, String place) {
    Optional<String> before = directory.originAt(place);
    if (before.isPresent() && !before.get().equals(trail.origin())) {
      throw unsound(
          directory.placeFile(place),
          "the trail " + trail.origin() + " of " + trail.head().size() + " records in " + place,
          "the trail " + kept(before.get(), " as before"));
    }
  }

  private String kept(String origin, String otherwise) {
    return directory
        .kept(origin)
        .map(it -> origin + " going on from " + described(it))
        .orElse(origin + otherwise);
  }

  private static String described(KeptCheckpoint kept) {
    return kept.claimed().size()
        + " records with root "
        + kept.claimed().root()
        + ", kept at "
        + kept.at()
        + " (this trail is known since "
        + kept.since()
        + ")";
  }

  private void requireAsMany(KeptCheckpoint kept, Optional<StoredCheckpoint> newest) {
    long size = newest.map(StoredCheckpoint::size).orElse(0L);
    if (size < kept.claimed().size()) {
      throw unsound(
          directory.keptFile(kept.claimed().origin()),
          "no checkpoint over more than " + size + " records",
          "one over " + kept.claimed().size() + " or more, as was kept");
    }
  }

  private void requireGoesOn(KeptCheckpoint kept, Trail trail, Optional<StoredCheckpoint> newest) {
    Path file = directory.keptFile(trail.origin());
    Checkpoint old = kept.claimed();
    Head head = trail.head();
    String expected = "a trail that goes on from " + described(kept);
    if (!old.origin().equals(trail.origin())) {
      throw unsound(file, "a checkpoint of " + old.origin(), "one of " + trail.origin());
    }
    if (head.size() < old.size()) {
      throw unsound(
          file, "a trail of " + head.size() + " records with root " + head.root(), expected);
    }
    try {
      trail.proofs().consistency(old.size(), head.size()).verify(old.root(), head.root());
    } catch (ProofRefused | TrailUnsound e) {
      throw unsound(
          file,
          "another history of " + head.size() + " records with root " + head.root(),
          expected);
    }
    boolean isOlder = newest.filter(it -> it.size() < old.size()).isPresent();
    String key = newest.map(StoredCheckpoint::key).orElse("none");
    if (!isOlder && !key.equals(kept.key())) {
      requireSucceeds(kept, trail, key);
    }
  }

  /** Another key signs: that of each exchange since must have been signed for by the one before. */
  private void requireSucceeds(KeptCheckpoint kept, Trail trail, String key) {
    Path file = directory.keptFile(trail.origin());
    try {
      String now = new KeySuccession(trail.proofs()).after(kept.key(), kept.claimed().size());
      if (!key.equals(now)) {
        throw unsound(file, "checkpoints signed by the key " + key, "by the key " + now);
      }
    } catch (ProofRefused e) {
      throw unsound(
          file,
          "checkpoints signed by the key " + key + " (" + e.getMessage() + ")",
          "by the key " + kept.key() + ", or by one that it was exchanged for");
    }
  }

  private void requireSigned(StoredCheckpoint newest, String origin) {
    try {
      Checkpoint verified = newest.verified();
      if (!verified.origin().equals(origin) || verified.size() != newest.size()) {
        throw unsound(
            directory.keptFile(origin), "a checkpoint of " + verified, "one of " + origin);
      }
    } catch (ProofRefused e) {
      throw unsound(
          directory.keptFile(origin),
          "a newest checkpoint that is not signed (" + e.getMessage() + ")",
          "one that the key of the trail signed");
    }
  }

  private static TrailUnsound unsound(Path file, String found, String expected) {
    return new TrailUnsound(Unsoundness.ofKept(file, found, expected));
  }
}
