package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a cache keeps with a secret that lies beside it and that only its owner can read, so
 * that an entry which came by another way is passed over. It proves no more than that: a directory
 * that was sent, secret and all, seals for whoever sent it, so a cache belongs to a user and is
 * never part of what people send to each other. Whoever has the account of the owner has the
 * secret. HMAC-SHA-256, 256 bits.
 */
final class CacheSeal {
  private static final String FILE = "secret";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final int SEAL_LENGTH = 65;

  private final byte[] secret;

  private CacheSeal(byte[] secret) {
    this.secret = secret;
  }

  /** The seal of a directory, or empty if it has none that can be trusted. */
  static Optional<CacheSeal> find(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != SECRET_BYTES
        || !OwnersOnly.isOwners(file)
        || OwnersOnly.canOthersWrite(directory)) {
      return Optional.empty();
    }
    return Optional.of(new CacheSeal(Files.readAllBytes(file)));
  }

  /** The seal of a directory, made if it has none that can be trusted. */
  static CacheSeal findOrMake(Path directory, Supplier<SecureRandom> random) throws IOException {
    Optional<CacheSeal> there = find(directory);
    return there.isPresent() ? there.get() : make(directory, random.get());
  }

  private static CacheSeal make(Path directory, SecureRandom random) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    Path file = directory.resolve(FILE);
    Files.deleteIfExists(file);
    try (var out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnersOnly.fileAttributes(file))) {
      out.write(java.nio.ByteBuffer.wrap(secret));
    } catch (FileAlreadyExistsException e) {
      return find(directory).orElseThrow(() -> e); // another process made it just now
    }
    return new CacheSeal(secret);
  }

  /** These bytes, sealed for what they are kept under. */
  byte[] seal(String key, byte[] content) {
    byte[] head = (mac(key, content) + "\n").getBytes(UTF_8);
    byte[] sealed = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, sealed, head.length, content.length);
    return sealed;
  }

  /** What was sealed under this key, or empty if it was not. */
  Optional<byte[]> open(String key, byte[] sealed) {
    if (sealed.length < SEAL_LENGTH) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(sealed, SEAL_LENGTH, sealed.length);
    byte[] expected = (mac(key, content) + "\n").getBytes(UTF_8);
    return MessageDigest.isEqual(expected, Arrays.copyOf(sealed, SEAL_LENGTH))
        ? Optional.of(content)
        : Optional.empty();
  }

  private String mac(String key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((key + "\n").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + ALGORITHM, e);
    }
  }
}
