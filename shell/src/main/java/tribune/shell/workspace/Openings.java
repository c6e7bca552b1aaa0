package tribune.shell.workspace;

import tribune.shell.render.Messages;
import tribune.trail.Holder;
import tribune.trail.Opening;
import tribune.trail.Trail;
import tribune.trail.TrailHeld;

/** Tells what opening a trail found, where the user should know. */
final class Openings {
  private Openings() {}

  static void tell(Trail trail, Messages messages) {
    if (trail.held().isPresent()) {
      messages.warning(held(trail, trail.held().get()));
      return;
    }
    Opening opening = trail.opening();
    if (opening.state() == Opening.State.REBUILT) {
      messages.warning(
          "the index of the trail was missing, unreadable or of another version; it was rebuilt"
              + " from the journal");
    }
    if (opening.cutBytes() > 0) {
      messages.warning(
          "a record that was never acknowledged was cut off the journal ("
              + opening.cutBytes()
              + " bytes), as after a crash; this is recorded as trail.recovered");
    }
    trail.proofs().keyTrouble().ifPresent(messages::warning);
  }

  private static String held(Trail trail, TrailHeld held) {
    return held.holder().map(Holder::toString).orElse("another process")
        + " has the trail open; this is read from its journal, "
        + trail.head().size()
        + " records as of now, and nothing can be recorded here until that one ends";
  }
}
