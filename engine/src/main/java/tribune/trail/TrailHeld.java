package tribune.trail;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process, or another part of this one, has the trail open. */
public final class TrailHeld extends TrailException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Holder holder;

  TrailHeld(Path directory, Optional<Holder> holder) {
    super(
        "the trail in "
            + directory
            + " is in use by "
            + holder.map(Holder::toString).orElse("another process")
            + "; one process at a time may have it open: wait until that one ends, or use another"
            + " home",
        null);
    this.holder = holder.orElse(null);
  }

  /** Who has it open, as far as they have said. */
  public Optional<Holder> holder() {
    return Optional.ofNullable(holder);
  }
}
