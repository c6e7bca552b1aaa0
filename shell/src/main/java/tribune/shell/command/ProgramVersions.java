package tribune.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The versions that this program was built with, and the Java that it runs on.
 *
 * @param all by name, the program itself first
 */
public record ProgramVersions(Map<String, String> all) {

  private static final String RESOURCE = "versions.properties";
  private static final String PROGRAM = "tribune";

  /** Written by the build, so that no library need be loaded to tell its version. */
  public static ProgramVersions ofThisBuild() {
    Properties built = new Properties();
    try (InputStream resource = ProgramVersions.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      built.load(resource);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : new String[] {PROGRAM, "drools", "springBoot", "springShell", "h2"}) {
      all.put(name, built.getProperty(name));
    }
    all.put("java", Runtime.version().toString());
    return new ProgramVersions(all);
  }

  /** The version of Tribune. */
  public String program() {
    return all.getOrDefault(PROGRAM, "");
  }
}
