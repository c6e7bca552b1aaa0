package tribune.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;
import tribune.proof.note.VerifierKey;
import tribune.proof.witness.WitnessRequest;
import tribune.trail.FileNames;
import tribune.trail.HomeFiles;

/**
 * Somebody who cosigns checkpoints of trails that are not his, from a directory of his own:
 *
 * <pre>
 * key.pem, key.vkey            his key
 * logs/ORIGIN.vkey             the key of each trail he watches
 * logs/ORIGIN.last             the last checkpoint he cosigned
 * </pre>
 *
 * <p>A checkpoint is on the disk as the last one before its cosignature leaves. Safe for use by
 * several processes. Source: C2SP tlog-witness.
 */
public final class Witness {
  private final Path directory;

  /**
   * @param directory his own, and nobody else's to write
   */
  public Witness(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** Whether there is a witness in this directory. */
  public boolean exists() {
    return Files.exists(pem());
  }

  /**
   * Makes the key.
   *
   * @param name of the key, such as {@code ada.example/witness}
   * @return what others need to check the cosignatures
   * @throws ProofRefused if no key can have the name
   */
  public VerifierKey init(String name, SecureRandom random) throws IOException {
    SigningKey key = SigningKey.generate(random);
    VerifierKey verifier = Signer.ofCosignatures(name, key).verifier();
    HomeFiles.write(directory.resolve("key.vkey"), line(verifier.text()));
    HomeFiles.write(pem(), key.pem());
    return verifier;
  }

  /** What others need to check the cosignatures. */
  public VerifierKey verifier() throws IOException {
    return VerifierKey.parse(Files.readString(directory.resolve("key.vkey")).strip());
  }

  /** The key of the trail with this origin, if he watches it. */
  public Optional<VerifierKey> watched(String origin) throws IOException {
    Path file = log(origin, ".vkey");
    return Files.exists(file)
        ? Optional.of(VerifierKey.parse(Files.readString(file).strip()))
        : Optional.empty();
  }

  /**
   * Begins to watch a trail.
   *
   * @throws ProofRefused if he watches a trail of this name under another key
   */
  public void watch(VerifierKey log) throws IOException {
    Optional<VerifierKey> before = watched(log.name());
    if (before.isPresent() && !before.get().equals(log)) {
      throw ProofRefused.of(
          Fault.NOT_SIGNED,
          "witness: found the key %s for this trail, expected %s, which it had before",
          log,
          before.get());
    }
    HomeFiles.write(log(log.name(), ".vkey"), line(log.text()));
  }

  /**
   * Goes on to the new key of a trail that he watches: the old key signed that the record of the
   * exchange stands in the trail, and so did the new one.
   *
   * @param proof of the record, with the checkpoint right after it
   * @return the key that he watches now
   * @throws ProofRefused if they did not, or the record is of something else
   */
  public VerifierKey follow(TlogProof proof, byte[] record) throws IOException {
    String origin = proof.checkpoint().claimed().origin();
    Optional<VerifierKey> before = watched(origin);
    if (before.isEmpty()) {
      throw ProofRefused.of(
          Fault.WRONG_ORIGIN, "witness: found a checkpoint of %s, which is not watched", origin);
    }
    VerifierKey key = KeySuccession.next(proof, record, before.get());
    HomeFiles.write(log(origin, ".vkey"), line(key.text()));
    return key;
  }

  /** The last checkpoint of this trail that he cosigned. */
  public Optional<Checkpoint> last(String origin) throws IOException {
    Path file = log(origin, ".last");
    return Files.exists(file)
        ? Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)).claimed())
        : Optional.empty();
  }

  /**
   * Cosigns, if the trail signed the checkpoint and it goes on from the last one.
   *
   * @param at the time by his clock
   * @return the checkpoint with his line below it
   * @throws ProofRefused if not
   */
  public SignedCheckpoint cosign(WitnessRequest request, Instant at) throws IOException {
    String origin = request.checkpoint().claimed().origin();
    Optional<VerifierKey> log = watched(origin);
    if (log.isEmpty()) {
      throw ProofRefused.of(
          Fault.WRONG_ORIGIN, "witness: found a checkpoint of %s, which is not watched", origin);
    }
    Path lock = directory.resolve("lock");
    HomeFiles.makeFile(lock);
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException(lock + " could not be locked");
      }
      Optional<Checkpoint> last = last(origin);
      Checkpoint verified =
          last.isPresent()
              ? request.verifyAfter(last.get(), List.of(log.get()))
              : request.verifyFirst(List.of(log.get()));
      HomeFiles.write(log(origin, ".last"), request.checkpoint().bytes());
      Cosignature cosignature = Cosignature.of(verified, signer(), at);
      return request.checkpoint().with(cosignature.line());
    }
  }

  private Signer signer() throws IOException {
    Signer signer =
        Signer.ofCosignatures(verifier().name(), SigningKey.ofPem(Files.readAllBytes(pem())));
    if (!signer.verifier().equals(verifier())) {
      throw ProofRefused.of(
          Fault.KEY_ID_MISMATCH,
          "witness: found another private key than that of %s in %s",
          verifier(),
          pem());
    }
    return signer;
  }

  private Path pem() {
    return directory.resolve("key.pem");
  }

  private Path log(String origin, String ending) {
    return directory.resolve("logs").resolve(FileNames.of(origin) + ending);
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(UTF_8);
  }
}
