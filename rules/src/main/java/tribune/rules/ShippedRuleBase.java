package tribune.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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
  private static final String TESTS = "/tribune/rulebase.tests/";
  private static final String TEST_MANIFEST = "/tribune/rulebase.tests.manifest";
  private static final String COMPILED = "/tribune/rulebase.classes";
  private static final int PATH_COLUMN = 66;

  private ShippedRuleBase() {}

  /** The rules without their tests, which an audit does not need. */
  public static RuleBaseFiles files() {
    return RuleBaseFiles.of(NAME, read(MANIFEST, FOLDER)).orThrow();
  }

  /** The same rule base, of the same version, with its test cases. */
  public static RuleBaseFiles filesWithTests() {
    Map<String, byte[]> files = read(MANIFEST, FOLDER);
    files.putAll(read(TEST_MANIFEST, TESTS));
    return RuleBaseFiles.of(NAME, files).orThrow();
  }

  /** What other rule bases can build on by name. */
  public static Map<String, Supplier<RuleBaseFiles>> byName() {
    return Map.of(NAME, ShippedRuleBase::files);
  }

  /** A cache that knows the shipped rules, and looks and keeps elsewhere for others. */
  public static CompiledRulesCache cache(CompiledRulesCache others) {
    return others.after(
        () -> Optional.ofNullable(ShippedRuleBase.class.getResourceAsStream(COMPILED)));
  }

  private static Map<String, byte[]> read(String manifest, String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    new String(bytes(manifest), UTF_8)
        .lines()
        .map(line -> line.substring(PATH_COLUMN))
        .forEach(path -> files.put(path, bytes(folder + path)));
    return files;
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
