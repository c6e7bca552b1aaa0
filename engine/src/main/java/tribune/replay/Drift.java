package tribune.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One difference between what was recorded and what came out again.
 *
 * @param path of the member of the result, such as {@code findings[LTR-03].outcome}
 * @param recorded what the record says, as JSON; empty if it says nothing there
 * @param rerun what came out now, as JSON; empty if nothing did
 */
public record Drift(String path, Optional<String> recorded, Optional<String> rerun) {
  public Drift {
    requireNonNull(path, "path");
    requireNonNull(recorded, "recorded");
    requireNonNull(rerun, "rerun");
  }

  @Override
  public String toString() {
    return path + ": recorded " + recorded.orElse("nothing") + ", now " + rerun.orElse("nothing");
  }
}
