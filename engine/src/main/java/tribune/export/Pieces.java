package tribune.export;

import java.util.Optional;

/**
 * What a file is made of, so that a verifier which cannot write it again can still say where it was
 * changed: every such file has a list with a hash of each of its pieces beside it.
 */
public enum Pieces {
  /**
   * No list: something else in the export tells which line is another one, or the file is small.
   */
  NONE(""),
  /** Lines as text has them, each with the newline that ends it. */
  LINES("lines/"),
  /** Blocks of {@link #BLOCK_BYTES} bytes, the last one maybe shorter. */
  BLOCKS("blocks/");

  static final int BLOCK_BYTES = 4_096;

  /** How much of the SHA-256 of a piece a list holds: it says where, and not whether. */
  static final int HASH_BYTES = 8;

  /** How many hex digits that is. */
  static final int HASH_DIGITS = 2 * HASH_BYTES;

  private static final String ENDING = ".txt";

  private final String folder;

  Pieces(String folder) {
    this.folder = folder;
  }

  /** Where the list of a file with that path stands. */
  Optional<String> listOf(String path) {
    return this == NONE ? Optional.empty() : Optional.of(folder + path + ENDING);
  }

  /** The file of which that is the list. */
  Optional<String> listedIn(String list) {
    return this != NONE && list.startsWith(folder) && list.endsWith(ENDING)
        ? Optional.of(list.substring(folder.length(), list.length() - ENDING.length()))
        : Optional.empty();
  }

  /** How a piece is called. */
  String noun() {
    return this == BLOCKS ? "block" : "line";
  }

  /**
   * A place in a file.
   *
   * @param index of the piece, from 0
   */
  String where(String path, long index) {
    return this == BLOCKS
        ? path + ", bytes " + index * BLOCK_BYTES + " to " + ((index + 1) * BLOCK_BYTES - 1)
        : path + ", line " + (index + 1);
  }
}
