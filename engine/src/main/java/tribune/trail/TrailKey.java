package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Envelope;
import tribune.proof.note.Signer;

/**
 * The key that signs the checkpoints of one trail. Looking for it costs next to nothing; it is read
 * when it is first needed, or before, in a thread of its own, by {@link #prepare}. A key is made
 * for a trail that was never signed, and for no other: a lost key is never replaced in silence.
 * Safe for use by several threads.
 */
final class TrailKey {
  private final Optional<KeyPlace> place;
  private final SecureRandom random;
  private String origin = "";
  private Optional<String> known = Optional.empty();
  private @Nullable CompletableFuture<Signer> signer;

  /**
   * @param place where it is kept; without one, nothing can be recorded
   */
  TrailKey(Optional<KeyPlace> place, SecureRandom random) {
    this.place = place;
    this.random = random;
  }

  /**
   * The name for a trail without a record: that of a key which was made for it before a crash, or
   * else this one.
   */
  static String origin(KeyFile file, String otherwise) {
    try {
      return file.verifierText().map(text -> text.replaceFirst("\\+.*", "")).orElse(otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says whose key this is.
   *
   * @param known the key that signed the newest checkpoint, if there is one
   */
  synchronized void belongTo(String trail, Optional<String> known) {
    readFor(trail, known);
    known.ifPresent(this::settle);
  }

  /** The same for whoever only reads, and leaves the files of another process alone. */
  synchronized void readFor(String trail, Optional<String> known) {
    if (!origin.equals(trail) || !this.known.equals(known)) {
      signer = null;
    }
    this.origin = trail;
    this.known = known;
  }

  /** If a crash came between the record of an exchange and its files, they follow now. */
  private void settle(String newest) {
    if (place.isEmpty()) {
      return;
    }
    KeyFile file = file();
    try {
      if (file.next().verifierText().equals(Optional.of(newest))) {
        file.replace(file.verifierText().orElse(""), newest);
      }
    } catch (IOException e) {
      // Whatever is missing is told when something is to be signed.
    }
  }

  /**
   * The key that is to sign after this one: one that is made now, or one that an attempt before
   * made and nothing names.
   *
   * @throws KeyRefused if it can be neither made nor read
   */
  synchronized Signer next() {
    KeyFile next = file().next();
    try {
      Signer made = next.exists() ? next.read(origin) : next.make(origin, random);
      next.publish(made.verifier());
      return made;
    } catch (ProofRefused e) {
      throw new KeyRefused(
          "the next signing key "
              + next.pem()
              + " cannot be used: "
              + e.getMessage()
              + "; it signed nothing, so remove it and try again");
    } catch (IOException e) {
      throw new KeyRefused("no new signing key can be made at " + next.pem() + " (" + e + ")");
    }
  }

  /**
   * Signs for this head with the key so far and with the next one.
   *
   * @throws KeyRefused if there is no key, or another one
   */
  StoredCheckpoint signWithBoth(Head head, Signer next) {
    SignedCheckpoint old = sign(head).signed();
    SignedCheckpoint both =
        SignedCheckpoint.sign(old.claimed(), next).signatures().stream()
            .reduce(old, SignedCheckpoint::with, (one, other) -> other);
    return StoredCheckpoint.of(next.verifier(), both);
  }

  /**
   * What became of the files of an exchange.
   *
   * @param old where the old key is; empty if it was destroyed
   * @param trouble what could not be done, and what to do
   */
  record Exchanged(Optional<Path> old, Optional<String> trouble) {}

  /** The next key signs from here on: the record of it is durable, whatever its files do. */
  synchronized Exchanged exchange(String oldKey, Signer next, OldKey fate) {
    String newKey = next.verifier().text();
    known = Optional.of(newKey);
    signer = CompletableFuture.completedFuture(next);
    KeyFile file = file();
    Path retired = file.retired(oldKey).pem();
    try {
      file.replace(oldKey, newKey);
    } catch (IOException e) {
      Path old = Files.isRegularFile(retired) ? retired : file.pem();
      return new Exchanged(Optional.of(old), Optional.of(notInPlace(file, old, fate, e)));
    }
    return fate == OldKey.KEPT
        ? new Exchanged(Optional.of(retired), Optional.empty())
        : destroyed(retired);
  }

  private static Exchanged destroyed(Path old) {
    try {
      Files.deleteIfExists(old);
      return new Exchanged(Optional.empty(), Optional.empty());
    } catch (IOException e) {
      String trouble =
          "the key was exchanged, but the old one could not be removed ("
              + e
              + "): it is still there, as "
              + old
              + "; remove that file yourself";
      return new Exchanged(Optional.of(old), Optional.of(trouble));
    }
  }

  private static String notInPlace(KeyFile file, Path old, OldKey fate, IOException failure) {
    return "the exchange of the key is recorded, but its files could not be put in place ("
        + failure
        + "): the new key is "
        + file.next().pem()
        + " and takes its place when the trail is opened again, once the cause is gone; the old"
        + " one is "
        + old
        + (fate == OldKey.DESTROYED ? ", and was not removed: do that afterwards" : "");
  }

  /** The key that signed the newest checkpoint. */
  synchronized Optional<String> known() {
    return known;
  }

  /** Why nothing can be signed, as far as that can be told without reading the key. */
  synchronized Optional<String> trouble() {
    if (place.isEmpty()) {
      return Optional.of("no place for the signing key of the trail is set up");
    }
    KeyFile file = file();
    try {
      Optional<String> beside = file.verifierText();
      Optional<String> expected = known.or(() -> beside);
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      if (!file.exists()) {
        return Optional.of(lost(file, expected.get()));
      }
      String wanted = expected.filter(this::isOfTrail).orElse("a key of " + origin);
      return beside.filter(text -> !text.equals(wanted)).map(it -> foreign(file, it, wanted));
    } catch (IOException e) {
      return Optional.of(unreadable(file, e));
    }
  }

  /** The verifier key, as far as it is known without reading the key. */
  synchronized Optional<String> verifier() {
    try {
      Optional<String> beside = place.isEmpty() ? Optional.empty() : file().verifierText();
      return Stream.of(beside, known).flatMap(Optional::stream).findFirst();
    } catch (IOException e) {
      return known;
    }
  }

  /** Reads the key, in another thread, because the first signature of a process is slow. */
  synchronized void prepare() {
    if (signer == null && trouble().isEmpty() && file().exists()) {
      CompletableFuture<Signer> reading = new CompletableFuture<>();
      signer = reading;
      Thread thread = new Thread(() -> complete(reading), "tribune-key");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Reads, and signs something, which loads what signing needs. */
  private void complete(CompletableFuture<Signer> reading) {
    try {
      Signer read = read();
      read.sign(new byte[0]);
      reading.complete(read);
    } catch (RuntimeException | Error e) {
      reading.completeExceptionally(e);
    }
  }

  /** Whether it has signed nothing of this trail yet, as far as is known here. */
  synchronized boolean isNew() {
    return known.isEmpty();
  }

  /**
   * Signs for this head, which goes on from every one signed before.
   *
   * @throws KeyRefused if there is no key, or another one
   */
  StoredCheckpoint sign(Head head) {
    Signer ready = signer();
    requireKnown(ready.verifier().text());
    SignedCheckpoint signed =
        SignedCheckpoint.sign(Checkpoint.of(origin, head.size(), head.root()), ready);
    return StoredCheckpoint.of(ready.verifier(), signed);
  }

  /**
   * Signs a statement about this trail. What is signed begins otherwise than any checkpoint.
   *
   * @throws KeyRefused if there is no key, or another one
   */
  Envelope attest(String type, byte[] statement) {
    Signer ready = signer();
    requireKnown(ready.verifier().text());
    return Envelope.sign(type, statement, ready);
  }

  private synchronized void requireKnown(String found) {
    if (known.filter(expected -> !expected.equals(found)).isPresent()) {
      throw new KeyRefused(foreign(file(), found, known.get()));
    }
  }

  private Signer signer() {
    CompletableFuture<Signer> reading;
    synchronized (this) {
      if (signer == null) {
        trouble()
            .ifPresent(
                trouble -> {
                  throw new KeyRefused(trouble);
                });
        signer = CompletableFuture.completedFuture(read());
      }
      reading = signer;
    }
    try {
      return reading.join();
    } catch (CompletionException e) {
      synchronized (this) {
        signer = null;
      }
      throw e.getCause() instanceof RuntimeException refused ? refused : e;
    }
  }

  private synchronized Signer read() {
    KeyFile file = file();
    try {
      if (!file.exists()) {
        return file.make(origin, random);
      }
      Signer read = file.read(origin);
      String text = read.verifier().text();
      Optional<String> beside = file.verifierText();
      Optional<String> expected = known.or(() -> beside);
      if (expected.isPresent() && !expected.get().equals(text)) {
        throw new KeyRefused(foreign(file, text, expected.get()));
      }
      if (beside.isEmpty()) {
        file.publish(read.verifier());
      }
      return read;
    } catch (ProofRefused e) {
      throw new KeyRefused(
          "the signing key " + file.pem() + " cannot be used: " + e.getMessage() + "; " + RESTORE);
    } catch (IOException e) {
      throw new KeyRefused(unreadable(file, e));
    }
  }

  private static final String RESTORE =
      "put the key that was there back from a backup, or, if it was exchanged with `trail key"
          + " rotate` elsewhere, a copy of the new one; reading and verifying go on without it";

  private KeyFile file() {
    return new KeyFile(place.orElseThrow().file(origin));
  }

  private static String lost(KeyFile file, String expected) {
    return "the signing key of the trail is not there: found no "
        + file.pem()
        + ", expected the private key of "
        + expected
        + "; "
        + RESTORE;
  }

  private boolean isOfTrail(String verifier) {
    return verifier.startsWith(origin + "+");
  }

  private static String foreign(KeyFile file, String found, String expected) {
    return "the signing key belongs to something else: found "
        + found
        + " in "
        + file.pem()
        + ", expected "
        + expected
        + "; "
        + RESTORE;
  }

  private static String unreadable(KeyFile file, IOException failure) {
    return "the signing key " + file.pem() + " cannot be read (" + failure + "); " + RESTORE;
  }

  @Override
  public String toString() {
    return "key of " + Objects.toString(origin);
  }
}
