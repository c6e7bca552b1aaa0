package tribune.shell.workspace;

import tribune.shell.render.Messages;
import tribune.trail.Opening;
import tribune.trail.Trail;

/** Tells what opening a trail found, where the user should know. */
final class Openings {
  private Openings() {}

  static void tell(Trail trail, Messages messages) {
    Opening opening = trail.opening();
    if (opening.state() == Opening.State.REBUILT) {
      messages.warning(
          "the index of the trail was missing, unreadable or of another version; it was rebuilt from the journal");
    }
    if (opening.cutBytes() > 0) {
      messages.warning(
          "a record that was never acknowledged was cut off the journal ("
              + opening.cutBytes()
              + " bytes), as after a crash; this is recorded as trail.recovered");
    }
    trail.proofs().keyTrouble().ifPresent(messages::warning);
  }
}
