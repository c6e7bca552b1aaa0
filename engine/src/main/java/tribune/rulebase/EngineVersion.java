package tribune.rulebase;

/**
 * Which engine gave a finding; part of every record, since a finding is only true for its engine.
 */
public final class EngineVersion {
  /** The version of Tribune. */
  public static final String TRIBUNE = "0.1.0";

  /** The version of Drools. */
  public static final String DROOLS = "10.2.0";

  private EngineVersion() {}
}
