package tribune.trail;

import java.util.function.Function;

/** What reading a whole trail came to. */
public sealed interface Soundness {
  <T> T fold(Function<Sound, T> sound, Function<Unsound, T> unsound);

  /**
   * Everything fits.
   *
   * @param head the head that was checked
   * @param payloads how many payloads fit their commitments
   * @param ruleBases how many rule bases fit their hashes
   * @param checkpoints how many checkpoints fit the records and are signed by the one key
   * @param signedSize how many records the newest of them is over; 0 if there is none
   */
  record Sound(Head head, long payloads, long ruleBases, long checkpoints, long signedSize)
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
