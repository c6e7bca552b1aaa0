package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tribune.document.Manifest;
import tribune.document.Reading;

/**
 * Compiles a rule base while the program is built, so that no process compiles it again. Writes the
 * compiled rules, and beside them the manifest of the files they were compiled from; then the files
 * that test the rules, in a folder of their own with their own manifest. The build stops if the rule
 * base is faulty.
 */
public final class PackRuleBase {
  private PackRuleBase() {}

  /**
   * Packs a rule base.
   *
   * @param args the directory of the rule base, and the file to write
   * @throws IllegalStateException if the rule base is faulty; the message holds all diagnostics
   */
  public static void main(String[] args) throws IOException {
    pack(Path.of(args[0]), Path.of(args[1]));
  }

  static void pack(Path directory, Path output) throws IOException {
    RuleBaseFiles files = RuleBaseFiles.in(directory).orThrow();
    Reading<CompiledRules> compiled = RuleBase.compile(files);
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.write(output, compiled.orThrow().toBytes(CompiledRulesCache.key(files.sha256())));
    Path manifest = output.resolveSibling("rulebase.manifest");
    Files.write(manifest, Manifest.of(files.files()).getBytes(UTF_8));
    Path testManifest = output.resolveSibling("rulebase.tests.manifest");
    Files.write(testManifest, Manifest.of(files.tests()).getBytes(UTF_8));
    for (Map.Entry<String, byte[]> test : files.tests().entrySet()) {
      Path copy = output.resolveSibling("rulebase.tests").resolve(test.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, test.getValue());
    }
  }
}
