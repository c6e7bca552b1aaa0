package tribune.trail;

import tribune.proof.Hash;
import tribune.proof.TreeHash;

/** A record as it stands in the trail: the exact bytes that were hashed. Immutable. */
public final class StoredRecord {
  private final AuditRecord content;
  private final byte[] bytes;
  private final Hash leaf;

  private StoredRecord(AuditRecord content, byte[] bytes, Hash leaf) {
    this.content = content;
    this.bytes = bytes;
    this.leaf = leaf;
  }

  /**
   * A record about to be written. It is read back from its bytes first, so that nothing is written
   * that cannot be read, and so that what is known of it now is what will be known of it later.
   */
  static StoredRecord of(AuditRecord content) {
    byte[] bytes = content.bytes();
    if (bytes.length > AuditRecord.MAX_BYTES) {
      throw RecordTooLarge.of(content, bytes.length);
    }
    return new StoredRecord(AuditRecord.read(bytes), bytes, TreeHash.leaf(bytes));
  }

  /**
   * The record that was stored as these bytes.
   *
   * @throws UnreadableRecord if they are no record
   */
  public static StoredRecord read(byte[] bytes) {
    byte[] own = bytes.clone();
    return read(own, TreeHash.leaf(own));
  }

  /**
   * The same, of bytes that nobody changes and whose leaf hash was just computed.
   *
   * @throws UnreadableRecord if they are no record
   */
  static StoredRecord read(byte[] bytes, Hash leaf) {
    return new StoredRecord(AuditRecord.read(bytes), bytes, leaf);
  }

  public AuditRecord content() {
    return content;
  }

  public long seq() {
    return content.seq();
  }

  /** Whether its bytes are these. */
  boolean hasBytes(Bytes other) {
    return other.isArray(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The hash of the bytes as a leaf of the tree. */
  public Hash leaf() {
    return leaf;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredRecord that && leaf.equals(that.leaf);
  }

  @Override
  public int hashCode() {
    return leaf.hashCode();
  }

  @Override
  public String toString() {
    return "record " + seq() + " " + content.body().type() + " " + leaf;
  }
}
