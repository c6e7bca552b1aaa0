package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
