package tribune.rulebase.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.document.Reading;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Foundations;
import tribune.rulebase.Foundations.Foundation;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.rulebase.RuleText;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.cases.CaseFile;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.Outcome;

/**
 * The pages of a rule base: an index, and one for each principle and check. Made from its files as
 * they are written; nothing is compiled. Immutable.
 */
public final class Pages {
  private final RuleBaseFiles files;
  private final Catalogue catalogue;
  private final Foundations foundations;
  private final List<RuleCase> cases;
  private final Map<String, List<RuleText>> rules;

  private Pages(
      RuleBaseFiles files, Catalogue catalogue, Foundations foundations, List<RuleCase> cases) {
    this.files = files;
    this.catalogue = catalogue;
    this.foundations = foundations;
    this.cases = List.copyOf(cases);
    this.rules = RuleText.byCheck(files);
  }

  /** The pages, or what is wrong with the form of the files. */
  public static Reading<Pages> of(RuleBaseFiles files) {
    return RuleBase.catalogue(files)
        .then(
            catalogue ->
                Foundations.of(files)
                    .then(
                        foundations ->
                            CaseFile.readAll(files)
                                .map(cases -> new Pages(files, catalogue, foundations, cases))));
  }

  public IndexPage index() {
    return new IndexPage(catalogue, files.sha256());
  }

  /** The page of the principle of this id, in capitals or not. */
  public Optional<PrinciplePage> principle(String id) {
    return catalogue.principles().stream()
        .filter(it -> it.id().equalsIgnoreCase(id))
        .findFirst()
        .map(PrinciplePage::new);
  }

  /** The page of the check of this id, in capitals or not. */
  public Optional<CheckPage> check(String id) {
    return catalogue.checks().stream()
        .filter(it -> it.id().equalsIgnoreCase(id))
        .findFirst()
        .map(this::page);
  }

  /** All pages, the index first. */
  public List<Page> all() {
    List<Page> all = new ArrayList<>();
    all.add(index().page());
    for (Principle principle : catalogue.principles()) {
      all.add(new PrinciplePage(principle).page());
      principle.checks().forEach(check -> all.add(page(check).page()));
    }
    return List.copyOf(all);
  }

  private CheckPage page(Check check) {
    Foundation foundation = foundations.of(check.checkId());
    List<ThresholdTable.Entry> thresholds =
        catalogue.thresholdEntries().stream()
            .filter(it -> foundation.thresholds().contains(it.id()))
            .toList();
    return new CheckPage(
        catalogue.principleOf(check.checkId()),
        check,
        check.asks().stream().map(path -> AskedFact.of(path, check)).toList(),
        thresholds,
        catalogue.refusedReasons(check.checkId()),
        foundation.derived(),
        Example.of(check, Outcome.FAIL, cases),
        Example.of(check, Outcome.PASS, cases),
        rules.getOrDefault(check.id(), List.of()));
  }
}
