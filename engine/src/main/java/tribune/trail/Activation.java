package tribune.trail;

import static java.util.Objects.requireNonNull;

/**
 * A rule base that is to become the one in force. The trail adds place and time.
 *
 * @param reason why, for those who read the trail later; at most {@value #MAX_REASON_CHARS}
 *     characters
 */
public record Activation(
    Actor actor, StoredRuleBase ruleBase, String reason, EngineRef engine, Rehearsal rehearsal) {
  /** How long a reason may be. */
  public static final int MAX_REASON_CHARS = 2_000;

  public Activation {
    requireNonNull(actor, "actor");
    requireNonNull(ruleBase, "ruleBase");
    requireReason(reason);
    requireNonNull(engine, "engine");
    requireNonNull(rehearsal, "rehearsal");
  }

  static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
      throw new IllegalArgumentException(
          "reason: found "
              + reason.length()
              + " characters, expected 1 to "
              + MAX_REASON_CHARS
              + " that are not all blank");
    }
  }
}
