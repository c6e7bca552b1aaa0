package tribune.trail;

/** The trail is not what was written. Nothing is changed: what is there may be evidence. */
public final class TrailUnsound extends TrailException {
  private static final long serialVersionUID = 1L;

  private final transient Unsoundness unsoundness;

  public TrailUnsound(Unsoundness unsoundness) {
    super(unsoundness.toString(), null);
    this.unsoundness = unsoundness;
  }

  public Unsoundness unsoundness() {
    return unsoundness;
  }
}
