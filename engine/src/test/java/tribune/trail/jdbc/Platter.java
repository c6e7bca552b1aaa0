package tribune.trail.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a disk holds for certain, and what was written to it since and may be there or not. A write
 * reaches it sector by sector, in any order; a sector that is missing before one that came reads as
 * zeros. After a sync that failed, the system takes what was written for clean: no later sync
 * brings it to the disk any more. (What a file system says of lengths is in its own journal.)
 */
final class Platter {
  private static final int SECTOR = 512;
  private static final int SECTORS_WITH_ALL_SUBSETS = 4;

  private byte[] durable;
  private final List<Change> pending = new ArrayList<>();

  private sealed interface Change {}

  private record Write(byte[] bytes, int position) implements Change {
    int end() {
      return position + bytes.length;
    }
  }

  private record Cut(int size) implements Change {}

  Platter(byte[] durable) {
    this.durable = durable.clone();
  }

  void write(byte[] bytes, long position) {
    pending.add(new Write(bytes, (int) position));
  }

  void truncate(long size) {
    pending.add(new Cut((int) size));
  }

  /** What was written is on the disk. */
  void sync() {
    durable = after(pending);
    pending.clear();
  }

  /** What was written will never be on the disk unless it is written anew; lengths will. */
  void forget() {
    pending.removeIf(Write.class::isInstance);
  }

  /** What is there for certain. */
  byte[] durable() {
    return durable.clone();
  }

  /**
   * What may be there after a power cut: nothing of what was not synced, all of it, and the last
   * write torn at every kind of place, or come in any order.
   *
   * @param sampled how many orders are tried of a write that has too many
   */
  Collection<byte[]> afterPowerCut(SplittableRandom random, int sampled) {
    TreeMap<String, byte[]> images = new TreeMap<>();
    for (int i = 0; i <= pending.size(); i++) {
      put(images, after(pending.subList(0, i)));
    }
    if (!pending.isEmpty() && pending.get(pending.size() - 1) instanceof Write last) {
      byte[] before = after(pending.subList(0, pending.size() - 1));
      for (int length : tears(last.bytes())) {
        Write torn = new Write(Arrays.copyOf(last.bytes(), length), last.position());
        put(images, after(before, torn));
      }
      for (boolean[] came : subsets(last, random, sampled)) {
        put(images, inPieces(before, last, came));
      }
    }
    return images.values();
  }

  /** Around every line feed, at every sector, and in the middle of lines. */
  private static Collection<Integer> tears(byte[] bytes) {
    TreeSet<Integer> lengths = new TreeSet<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lengths.addAll(List.of(start + 1, (start + i) / 2, i, i + 1));
        start = i + 1;
      }
    }
    for (int i = SECTOR; i < bytes.length; i += SECTOR) {
      lengths.add(i);
    }
    return lengths.headSet(bytes.length);
  }

  private static List<boolean[]> subsets(Write write, SplittableRandom random, int sampled) {
    int sectors = (write.end() - 1) / SECTOR - write.position() / SECTOR + 1;
    List<boolean[]> subsets = new ArrayList<>();
    boolean all = sectors <= SECTORS_WITH_ALL_SUBSETS;
    for (int i = 0; i < (all ? 1 << sectors : sampled); i++) {
      boolean[] came = new boolean[sectors];
      for (int bit = 0; bit < sectors; bit++) {
        came[bit] = all ? (i >> bit & 1) == 1 : random.nextBoolean();
      }
      subsets.add(came);
    }
    return subsets;
  }

  private static byte[] inPieces(byte[] before, Write write, boolean[] came) {
    byte[] image = before;
    int first = write.position() / SECTOR;
    for (int i = 0; i < came.length; i++) {
      int from = Math.max(write.position(), (first + i) * SECTOR);
      int to = Math.min(write.end(), (first + i + 1) * SECTOR);
      if (came[i]) {
        byte[] piece =
            Arrays.copyOfRange(write.bytes(), from - write.position(), to - write.position());
        image = after(image, new Write(piece, from));
      }
    }
    return image;
  }

  private byte[] after(List<Change> changes) {
    byte[] image = durable;
    for (Change change : changes) {
      image = after(image, change);
    }
    return image;
  }

  private static byte[] after(byte[] image, Change change) {
    if (change instanceof Write write) {
      byte[] longer = Arrays.copyOf(image, Math.max(image.length, write.end()));
      System.arraycopy(write.bytes(), 0, longer, write.position(), write.bytes().length);
      return longer;
    }
    return Arrays.copyOf(image, ((Cut) change).size());
  }

  private static void put(TreeMap<String, byte[]> images, byte[] image) {
    images.put(image.length + " " + Arrays.hashCode(image), image.clone());
  }
}
