package tribune.trail;

import java.util.function.Function;

/** What reading a whole trail came to. */
public sealed interface Soundness {
  <T> T fold(Function<Sound, T> sound, Function<Unsound, T> unsound);

  /**
   * Everything fits.
   *
   * @param head the head that was checked
   * @param from how many records before were taken as a checkpoint has them, and not read
   * @param payloads how many payloads fit their commitments
   * @param ruleBases how many rule bases fit their hashes
   * @param checkpoints how many checkpoints fit the records and are signed by the key in force
   * @param signedSize how many records the newest of them is over; 0 if there is none
   * @param keys how many keys were in force, one after the other
   */
  record Sound(
      Head head,
      long from,
      long payloads,
      long ruleBases,
      long checkpoints,
      long signedSize,
      int keys)
      implements Soundness {
    @Override
    public <T> T fold(Function<Sound, T> sound, Function<Unsound, T> unsound) {
      return sound.apply(this);
    }
  }

  /** Something does not fit. */
  record Unsound(Unsoundness first) implements Soundness {
    @Override
    public <T> T fold(Function<Sound, T> sound, Function<Unsound, T> unsound) {
      return unsound.apply(this);
    }
  }
}
