package tribune.proof;

import java.util.ArrayList;
import java.util.List;

/** A good list of hashes turned into a family of bad ones. */
final class Mutations {
  private Mutations() {}

  /** Lists of the same length, each with another content. */
  static List<List<Hash>> ofContent(List<Hash> good, int salt) {
    List<List<Hash>> bad = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      List<Hash> flipped = new ArrayList<>(good);
      flipped.set(i, flipped(good.get(i), salt + i));
      bad.add(flipped);
    }
    for (int i = 1; i < good.size(); i++) {
      List<Hash> swapped = new ArrayList<>(good);
      swapped.set(i, good.get(i - 1));
      swapped.set(i - 1, good.get(i));
      bad.add(swapped);
    }
    return bad;
  }

  /** Lists of another length. */
  static List<List<Hash>> ofLength(List<Hash> good) {
    Hash more = TreeHash.leaf(new byte[] {1});
    List<List<Hash>> bad = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      List<Hash> removed = new ArrayList<>(good);
      removed.remove(i);
      bad.add(removed);
    }
    for (int i = 0; i <= good.size(); i++) {
      List<Hash> added = new ArrayList<>(good);
      added.add(i, more);
      bad.add(added);
    }
    return bad;
  }

  /** The hash with one bit changed, another one for each salt. */
  static Hash flipped(Hash hash, int salt) {
    byte[] bytes = hash.bytes();
    int bit = Math.floorMod(salt * 37, 8 * Hash.BYTES);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Hash.of(bytes);
  }
}
