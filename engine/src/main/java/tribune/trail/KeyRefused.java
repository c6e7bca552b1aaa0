package tribune.trail;

/** The key that signs the checkpoints of the trail cannot be used. Nothing was recorded. */
public final class KeyRefused extends TrailException {
  private static final long serialVersionUID = 1L;

  KeyRefused(String trouble) {
    super("refused, nothing was recorded: " + trouble, null);
  }
}
