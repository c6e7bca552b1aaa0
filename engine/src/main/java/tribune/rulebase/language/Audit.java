package tribune.rulebase.language;

/**
 * How a rule reports; every rule sees it as {@code audit}. Which rule reports, which facts matched
 * and which values they hold is taken from the match, so that a report cannot say otherwise.
 */
public interface Audit {

  /** The check concerns this decision. Only an {@code applies} rule may say so. */
  void applies();

  /**
   * The check cannot be decided without these facts. Only a {@code needs evidence} rule may say so.
   *
   * @param paths what is missing, such as {@code decision.retroactive} or {@code departments}
   */
  void needs(String... paths);

  /**
   * The decision does not meet the check. Only a {@code fails} rule may say so.
   *
   * @param reason one plain sentence without a full stop, for somebody who never saw the rule
   */
  void fails(String reason);

  /** Adds a remark to what this rule reports. */
  void note(String text);
}
