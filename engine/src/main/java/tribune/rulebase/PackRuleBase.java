package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tribune.document.Manifest;
import tribune.document.Reading;

/**
 * Compiles a rule base while the program is built, so that no process compiles it again. Writes the
 * compiled rules, and beside them the manifest of the files they were compiled from and the list of
 * the test cases. The build stops if the rule base is faulty.
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
    String cases = String.join("", files.casePaths().stream().map(path -> path + "\n").toList());
    Files.write(output.resolveSibling("rulebase.cases"), cases.getBytes(UTF_8));
  }
}
