package tribune.shell;

/**
 * Keeps the libraries quiet. What a user must know is said by us; the logs of libraries are for
 * developers, who get their warnings on standard error with {@code --debug}.
 */
public final class Logging {

  /** What the libraries may say. */
  enum Level {
    NOTHING,
    WARNINGS
  }

  /** Made by {@code java.util.logging} in place of reading its own configuration: no handlers. */
  public Logging() {}

  /** To be called before the first logger is made; acts on the whole process. */
  @AmbientInput("loggers are configured by system properties, and before the first is made")
  static void set(Level level) {
    String threshold = level == Level.WARNINGS ? "warn" : "off";
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", threshold);
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("java.util.logging.config.class", Logging.class.getName());
  }
}
