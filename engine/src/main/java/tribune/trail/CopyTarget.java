package tribune.trail;

/** An empty store that a trail is copied into. Nobody sees anything of it before it is whole. */
interface CopyTarget extends AutoCloseable {
  /**
   * Adds the next batch.
   *
   * @param end what has to follow it
   */
  void add(Batch batch, TrailEnd end);

  /** Reads all that was added, and compares. */
  Soundness verify(Head goal);

  /** Makes it a trail. */
  void publish();

  /** Lets go of it; leaves nothing behind unless it was published. */
  @Override
  void close();
}
