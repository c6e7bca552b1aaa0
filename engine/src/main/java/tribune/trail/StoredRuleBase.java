package tribune.trail;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.document.Manifest;
import tribune.proof.Hash;

/**
 * A rule base as the trail keeps it: once, by the SHA-256 of its manifest, with the exact bytes of
 * every file, so that an audit can be run again from the trail alone. Immutable.
 */
public final class StoredRuleBase {
  /** How long one file may be, in bytes. */
  public static final int MAX_FILE_BYTES = 1_048_576;

  /** How many files there may be. */
  public static final int MAX_FILES = 10_000;

  private final RuleBaseRef ref;
  private final SortedMap<String, byte[]> files;

  private StoredRuleBase(RuleBaseRef ref, SortedMap<String, byte[]> files) {
    this.ref = ref;
    this.files = files;
  }

  /**
   * The rule base of these files; its hash is computed here.
   *
   * @param files the bytes of each file by its path
   * @throws IllegalArgumentException if there is no file, too many or too long ones, or a path that
   *     {@link Manifest} does not take
   */
  public static StoredRuleBase of(String name, String version, Map<String, byte[]> files) {
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new IllegalArgumentException(
          "rule base " + name + ": found " + files.size() + " files, expected 1 to " + MAX_FILES);
    }
    TreeMap<String, byte[]> copy = new TreeMap<>();
    files.forEach((path, bytes) -> copy.put(path, requireShort(path, bytes).clone()));
    Hash sha256 = Hash.ofHex(Manifest.sha256(copy));
    return new StoredRuleBase(
        new RuleBaseRef(sha256, name, version), Collections.unmodifiableSortedMap(copy));
  }

  private static byte[] requireShort(String path, byte[] bytes) {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new IllegalArgumentException(
          path + ": found " + bytes.length + " bytes, expected at most " + MAX_FILE_BYTES);
    }
    return bytes;
  }

  public RuleBaseRef ref() {
    return ref;
  }

  public Hash sha256() {
    return ref.sha256();
  }

  /** The paths of its files, sorted. */
  public Set<String> paths() {
    return files.keySet();
  }

  /** The bytes of one file. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /** A copy of all files, the bytes by the path. */
  public SortedMap<String, byte[]> files() {
    TreeMap<String, byte[]> copy = new TreeMap<>();
    files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredRuleBase that && ref.equals(that.ref);
  }

  @Override
  public int hashCode() {
    return ref.hashCode();
  }

  @Override
  public String toString() {
    return ref.toString();
  }
}
