package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tribune.document.Reading;

/** The rule base in test resources, with changes a test makes to it. */
public final class SmallRuleBase {
  public static final String DRL = "principles/deal/deal.drl";
  private static final Path DIRECTORY = Path.of("src/test/resources/rulebases/small");

  private final Map<String, byte[]> files = new TreeMap<>();

  private SmallRuleBase() {}

  public static SmallRuleBase asShipped() {
    SmallRuleBase small = new SmallRuleBase();
    try (Stream<Path> walk = Files.walk(DIRECTORY)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        small.files.put(DIRECTORY.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return small;
  }

  /** It as an author would leave it: with nothing that `rules check` warns of. */
  public static SmallRuleBase sound() {
    return asShipped()
        .replacing(
            DRL, "$sampleSize : item.sampleSize == 0 )", "$sampleSize : item.sampleSize < $min )")
        .replacing(
            DRL,
            "    UsableEvidence( $item : item, $sampleSize",
            "    Threshold( id == \"sample\", $min : count )\n"
                + "    UsableEvidence( $item : item, $sampleSize")
        .adding(
            "thresholds.yaml", "  - id: sample\n    value: 1 answers\n    why: nobody is none\n")
        .adding(
            "principles/deal/principle.yaml",
            "    basis: [{seed: essay.txt, phrase: feedback from customers}]\n");
  }

  public SmallRuleBase with(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
    return this;
  }

  public SmallRuleBase without(String path) {
    files.remove(path);
    return this;
  }

  /** Replaces a piece of text that must be there. */
  public SmallRuleBase replacing(String path, String piece, String by) {
    String text = text(path);
    if (!text.contains(piece)) {
      throw new AssertionError(path + " does not hold: " + piece);
    }
    return with(path, text.replace(piece, by));
  }

  public SmallRuleBase adding(String path, String more) {
    return with(path, text(path) + more);
  }

  public String text(String path) {
    return new String(files.get(path), UTF_8);
  }

  public RuleBaseFiles files() {
    return RuleBaseFiles.of("small", files).orThrow();
  }

  public RuleBase load() {
    return reading().orThrow();
  }

  public RuleBase load(Budget budget) {
    return RuleBase.load(files(), CompiledRulesCache.none(), budget).orThrow();
  }

  Reading<RuleBase> reading() {
    return RuleBaseFiles.of("small", files)
        .then(found -> RuleBase.load(found, CompiledRulesCache.none()));
  }

  /** What is wrong with it, as people read it. */
  public String mistakes() {
    return reading().fold(sound -> "", Reading.Faulty::text);
  }
}
