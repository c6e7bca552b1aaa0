package tribune.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.rulebase.CompiledRulesCache;
import tribune.rulebase.RuleBaseFiles;

/**
 * The rule base customer-centricity: its files as they stand in the project's folder {@code rules},
 * and its rules as they were compiled when this jar was built. Stateless.
 */
public final class ShippedRuleBase {
  /** What messages call it. */
  public static final String NAME = "customer-centricity";

  private static final String FOLDER = "/tribune/rulebase/";
  private static final String MANIFEST = "/tribune/rulebase.manifest";
  private static final String CASES = "/tribune/rulebase.cases";
  private static final String COMPILED = "/tribune/rulebase.classes";
  private static final int PATH_COLUMN = 66;

  private ShippedRuleBase() {}

  public static RuleBaseFiles files() {
    Map<String, byte[]> files = new TreeMap<>();
    new String(bytes(MANIFEST), UTF_8)
        .lines()
        .map(line -> line.substring(PATH_COLUMN))
        .forEach(path -> files.put(path, bytes(FOLDER + path)));
    new String(bytes(CASES), UTF_8).lines().forEach(path -> files.put(path, bytes(FOLDER + path)));
    return RuleBaseFiles.of(NAME, files).orThrow();
  }

  /** A cache that knows the shipped rules, and looks and keeps elsewhere for others. */
  public static CompiledRulesCache cache(CompiledRulesCache others) {
    return others.after(
        () -> Optional.ofNullable(ShippedRuleBase.class.getResourceAsStream(COMPILED)));
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = ShippedRuleBase.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource + ": build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
  }
}
