package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import tribune.proof.ProofRefused;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;
import tribune.proof.note.VerifierKey;

/**
 * A private key in a file that only its owner can read, and its verifier key beside it, for
 * everybody.
 *
 * @param pem PKCS#8 in PEM
 */
record KeyFile(Path pem) {
  /** How the key of a home is called. */
  static final String NAME = "key.pem";

  private static final String PEM = ".pem";

  Path verifierFile() {
    String name = pem.getFileName().toString();
    String stem = name.endsWith(PEM) ? name.substring(0, name.length() - PEM.length()) : name;
    return pem.resolveSibling(stem + ".vkey");
  }

  private KeyFile beside(String what) {
    String name = pem.getFileName().toString();
    String stem = name.endsWith(PEM) ? name.substring(0, name.length() - PEM.length()) : name;
    return new KeyFile(pem.resolveSibling(stem + "." + what + PEM));
  }

  /** Where the key is made that is to take the place of this one. */
  KeyFile next() {
    return beside("next");
  }

  /**
   * Where this key goes when another one has taken its place.
   *
   * @param verifier its verifier key
   */
  KeyFile retired(String verifier) {
    String[] parts = verifier.split("\\+", 3);
    return beside("retired-" + (parts.length > 1 ? parts[1] : "unknown"));
  }

  /**
   * Puts the next key in the place of this one. Each step may be the last before a crash: what is
   * done already is not done again. Processes that share the files do it one after the other, and
   * whoever finds it done leaves it.
   *
   * @return where the old key is
   */
  @SuppressWarnings("try") // the lock is held to the end, and not looked at
  KeyFile replace(String oldKey, String newKey) throws IOException {
    Path lock = pem.resolveSibling(pem.getFileName() + ".lock");
    synchronized (KeyFile.class) {
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        return next().verifierText().equals(Optional.of(newKey))
            ? replaced(oldKey, newKey)
            : retired(oldKey);
      }
    }
  }

  private KeyFile replaced(String oldKey, String newKey) throws IOException {
    KeyFile next = next();
    KeyFile retired = retired(oldKey);
    if (next.exists()) {
      if (exists()) {
        HomeFiles.write(retired.verifierFile(), (oldKey + "\n").getBytes(UTF_8));
        HomeFiles.retire(pem, retired.pem());
      }
      HomeFiles.move(next.pem(), pem);
    }
    HomeFiles.write(verifierFile(), (newKey + "\n").getBytes(UTF_8));
    Files.deleteIfExists(next.verifierFile());
    return retired;
  }

  boolean exists() {
    return Files.exists(pem);
  }

  /** The verifier key as its file has it, unchecked. */
  Optional<String> verifierText() throws IOException {
    Path file = verifierFile();
    return Files.exists(file)
        ? Optional.of(Files.readString(file, UTF_8).strip())
        : Optional.empty();
  }

  /**
   * The key, to sign for this trail. Takes tens of milliseconds in a young process.
   *
   * @throws ProofRefused if the file holds no key
   */
  Signer read(String origin) throws IOException {
    return Signer.ofNotes(origin, SigningKey.ofPem(Files.readAllBytes(pem)));
  }

  /** Makes a key; the private part is on the disk before anything that it could sign. */
  Signer make(String origin, SecureRandom random) throws IOException {
    SigningKey key = SigningKey.generate(random);
    HomeFiles.write(pem, key.pem());
    Signer signer = Signer.ofNotes(origin, key);
    publish(signer.verifier());
    return signer;
  }

  void publish(VerifierKey verifier) throws IOException {
    HomeFiles.write(verifierFile(), (verifier.text() + "\n").getBytes(UTF_8));
  }
}
