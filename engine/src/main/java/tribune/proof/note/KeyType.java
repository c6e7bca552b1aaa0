package tribune.proof.note;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key signs. The same bytes as a key of another type have another key id, so a signature of
 * one type never passes for one of the other. Source: C2SP signed-note, "Signature types".
 */
public enum KeyType {
  /** Ed25519 over the text of a note. */
  NOTE(0x01),
  /** Ed25519 over a checkpoint and the time at which a witness saw it: cosignature/v1. */
  COSIGNATURE(0x04);

  private final byte code;

  KeyType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static Optional<KeyType> ofCode(byte code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }
}
