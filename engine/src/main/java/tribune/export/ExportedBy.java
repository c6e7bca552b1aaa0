package tribune.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import tribune.trail.Actor;

/**
 * Who makes an export, when, and whether the trail is to know.
 *
 * @param at stands in the statement
 */
public record ExportedBy(Actor actor, Instant at, Recording recording) {
  /** Whether a record {@code export.created} is made. */
  public enum Recording {
    RECORDED,
    /**
     * For who may read and not write. The statement is signed if the key of the trail is at hand,
     * and else left out.
     */
    NOT_RECORDED
  }

  public ExportedBy {
    requireNonNull(actor, "actor");
    requireNonNull(at, "at");
    requireNonNull(recording, "recording");
  }
}
