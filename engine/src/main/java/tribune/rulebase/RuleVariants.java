package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import tribune.document.Diagnostics;
import tribune.document.Reading;
import tribune.document.Sha256;
import tribune.document.Source;

/**
 * A rule base compiled together with variants of its rules, so that thousands of edits can be tried
 * without compiling for each: which rules are in play is chosen afterwards. What is chosen runs as
 * any rule base does. Not safe for use by several threads.
 */
public final class RuleVariants {
  private static final String HEADER = "package " + RuleContract.PACKAGE + "\n";

  private final RuleBase base;
  private final RuleIndex index;
  private final List<Model> models;

  private RuleVariants(RuleBase base, RuleIndex index, List<Model> models) {
    this.base = base;
    this.index = index;
    this.models = List.copyOf(models);
  }

  /**
   * Compiles a rule base with more rules.
   *
   * @param variants rules of names that the rule base does not have; they may extend its rules and
   *     each other, and are not held against the contract of a check
   * @param cache where they may have been compiled before, and are kept
   */
  public static Reading<RuleVariants> compile(
      RuleBase base, List<RuleOutline> variants, CompiledRulesCache cache) {
    StringBuilder drl = new StringBuilder(HEADER);
    variants.forEach(variant -> drl.append('\n').append(variant.drl()));
    Source source = Source.of("variants.drl", drl.toString());
    Diagnostics diagnostics = new Diagnostics(source);
    List<DrlFile> files = RuleBase.parsed(base.files(), base.catalogue()).orThrow();
    List<DrlFile> all = new ArrayList<>(files);
    all.add(DrlFile.generated(source.name(), source, diagnostics));
    if (diagnostics.hasErrors()) {
      return diagnostics.reading(null);
    }
    String name = base.sha256() + " " + Sha256.hex(source.text().getBytes(UTF_8));
    return cache
        .find(name)
        .<Reading<CompiledRules>>map(kept -> new Reading.Sound<>(kept, List.of()))
        .orElseGet(() -> compile(all, name, cache))
        .map(it -> new RuleVariants(base, RuleIndexer.index(files), it.instantiate()));
  }

  private static Reading<CompiledRules> compile(
      List<DrlFile> files, String name, CompiledRulesCache cache) {
    return RuleCompiler.compile(files)
        .map(
            compiled -> {
              cache.keep(name, compiled);
              return compiled;
            });
  }

  /**
   * The rule base with only these rules in play.
   *
   * @param namesInPlay the name that a rule goes by, by the name it was compiled under: a variant
   *     that goes by the name of a rule stands in its place
   */
  public RuleBase inPlay(Map<String, String> namesInPlay) {
    ReadyRules rules =
        ReadyRules.of(
            base.catalogue(), index, models, RuleSelection.of(namesInPlay), base.budget());
    return new RuleBase(base.files(), rules);
  }
}
