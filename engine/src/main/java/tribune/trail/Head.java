package tribune.trail;

import static java.util.Objects.requireNonNull;

import tribune.proof.Hash;

/**
 * What a trail comes to.
 *
 * @param size how many records it has
 * @param root the root of the tree over them
 */
public record Head(long size, Hash root) {
  public Head {
    requireNonNull(root, "root");
    if (size < 0) {
      throw new IllegalArgumentException("negative size: " + size);
    }
  }
}
