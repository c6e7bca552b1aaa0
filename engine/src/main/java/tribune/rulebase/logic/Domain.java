package tribune.rulebase.logic;

import static java.util.Objects.requireNonNull;

/**
 * Which values a member may have: none at all (null), and which others.
 *
 * @param stated the values that are not null
 */
public record Domain(Unstated unstated, Values stated) {

  /** Whether the member may be null. */
  public enum Unstated {
    POSSIBLE,
    EXCLUDED;

    private Unstated other() {
      return this == POSSIBLE ? EXCLUDED : POSSIBLE;
    }
  }

  public Domain {
    requireNonNull(unstated, "unstated");
    requireNonNull(stated, "stated");
  }

  /** Null and nothing else. */
  public static Domain onlyUnstated() {
    return new Domain(Unstated.POSSIBLE, Values.NONE);
  }

  /** One of these values, and not null. */
  public static Domain stated(Values values) {
    return new Domain(Unstated.EXCLUDED, values);
  }

  /** Everything that is not in this one. */
  public Domain complement() {
    return new Domain(unstated.other(), stated.complement());
  }

  /** What is in both; never less than that. */
  public Domain and(Domain other) {
    return new Domain(
        unstated == Unstated.POSSIBLE ? other.unstated : Unstated.EXCLUDED,
        stated.and(other.stated));
  }

  public boolean isEmpty() {
    return unstated == Unstated.EXCLUDED && stated.isEmpty();
  }
}
