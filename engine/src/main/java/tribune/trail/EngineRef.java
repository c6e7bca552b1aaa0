package tribune.trail;

/** The versions of the programs that an audit ran on. */
public record EngineRef(String tribune, String drools, String jdk) {
  public EngineRef {
    Required.name(tribune, "version of Tribune");
    Required.name(drools, "version of Drools");
    Required.name(jdk, "version of the JDK");
  }
}
