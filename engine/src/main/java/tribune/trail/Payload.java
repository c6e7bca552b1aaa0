package tribune.trail;

import java.security.SecureRandom;
import java.util.Arrays;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.proof.Commitment;
import tribune.proof.Hash;

/**
 * The facts of an audit, kept beside its record with the salt of their commitment. Destroying both
 * erases the facts and leaves every proof valid. Immutable.
 */
public final class Payload {
  /** How long the facts may be, in bytes of canonical JSON. */
  public static final int MAX_BYTES = 1_048_576;

  private final byte[] facts;
  private final byte[] salt;

  private Payload(byte[] facts, byte[] salt) {
    if (facts.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the facts of one decision: found "
              + facts.length
              + " bytes, expected at most "
              + MAX_BYTES);
    }
    if (salt.length != Commitment.SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, found " + salt.length);
    }
    this.facts = facts.clone();
    this.salt = salt.clone();
  }

  /** Facts that have been stored. */
  public static Payload of(byte[] facts, byte[] salt) {
    return new Payload(facts, salt);
  }

  /** Facts to be stored, with a fresh salt. */
  static Payload salted(byte[] facts, SecureRandom random) {
    byte[] salt = new byte[Commitment.SALT_BYTES];
    random.nextBytes(salt);
    return new Payload(facts, salt);
  }

  /** The facts as canonical JSON. */
  public byte[] facts() {
    return facts.clone();
  }

  /** The facts as they were submitted. */
  public Json json() {
    return CanonicalJson.read(facts);
  }

  public byte[] salt() {
    return salt.clone();
  }

  /** HMAC-SHA-256 of the facts under the salt. */
  public Hash commitment() {
    return Commitment.of(salt, facts);
  }

  /** How many bytes the facts are. */
  public int bytes() {
    return facts.length;
  }

  /** Whether the facts are the same, whatever the salt. */
  boolean sameFacts(Payload other) {
    return Arrays.equals(facts, other.facts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && sameFacts(that) && Arrays.equals(salt, that.salt);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  /** Says how long the facts are, and nothing of what they are. */
  @Override
  public String toString() {
    return "payload of " + facts.length + " bytes";
  }
}
