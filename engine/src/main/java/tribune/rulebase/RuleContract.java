package tribune.rulebase;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.document.Place;
import tribune.verdict.CheckId;

/**
 * Compares rule files with the contract of a check: names, facets, and what extends what. What
 * holds here is what evaluation relies on. Which parts of DRL may be used at all is for {@link
 * DrlParts}.
 */
final class RuleContract {
  static final String PACKAGE = "rules";

  private final Catalogue catalogue;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, DrlFile> fileOfRule = new HashMap<>();
  private final Map<CheckId, Map<Facet, RuleDescr>> facets = new TreeMap<>();

  private RuleContract(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Everything in which these files break the contract. */
  static List<Diagnostic> check(List<DrlFile> files, Catalogue catalogue) {
    RuleContract contract = new RuleContract(catalogue);
    files.forEach(contract::checkFile);
    contract.checkEachCheckHasRules();
    return contract.found;
  }

  private void checkFile(DrlFile file) {
    PackageDescr content = file.content();
    if (!PACKAGE.equals(content.getName())) {
      add(file, Place.START, RuleBaseCode.WRONG_PACKAGE, "the rule file is not in package rules")
          .accept("write `package " + PACKAGE + "` in its first line");
    }
    for (RuleDescr rule : content.getRules()) {
      checkRule(file, rule);
    }
  }

  private void checkRule(DrlFile file, RuleDescr rule) {
    if (rule.isQuery()) {
      return;
    }
    DrlFile earlier = fileOfRule.putIfAbsent(rule.getName(), file);
    if (earlier != null) {
      at(file, rule, RuleBaseCode.RULE_TWICE, "the rule `" + rule.getName() + "` is there twice")
          .accept("it also stands in " + earlier.source().name());
    }
    Optional<RuleName> name = RuleName.parse(rule.getName());
    if (name.isEmpty()) {
      at(file, rule, RuleBaseCode.RULE_NAME, "the name `" + rule.getName() + "` says no role")
          .accept(
              "write `LTR-03 applies`, `LTR-03 needs evidence`, `LTR-03 fails` or `derive ...`");
      return;
    }
    name.get().fold(it -> checkFacet(file, rule, it), it -> true);
    ThresholdReads.in(rule.getLhs()).forEach(read -> checkThreshold(file, read));
  }

  /** A pattern that no threshold can match would be silent, and silence can pass a decision. */
  private void checkThreshold(DrlFile file, ThresholdReads.Read read) {
    List<String> known = catalogue.thresholdEntries().stream().map(it -> it.id()).toList();
    if (!known.contains(read.id())) {
      add(
              file,
              DrlFile.inside(file.source(), read.at().getLine(), read.at().getColumn()),
              RuleBaseCode.UNKNOWN_THRESHOLD,
              RuleBaseFiles.THRESHOLDS + " has no " + read.id())
          .accept(
              NearestName.to(read.id(), known)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("add it there, with its value and the reason for it"));
    }
  }

  private boolean checkFacet(DrlFile file, RuleDescr rule, RuleName.OfCheck name) {
    facets.computeIfAbsent(name.check(), it -> new EnumMap<>(Facet.class)).put(name.facet(), rule);
    if (catalogue.check(name.check()).isEmpty() && !catalogue.isSwitchedOff(name.check())) {
      List<String> known = catalogue.checks().stream().map(Check::id).toList();
      at(file, rule, RuleBaseCode.UNKNOWN_CHECK, "no principle.yaml describes " + name.check())
          .accept(
              NearestName.to(name.check().text(), known)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("describe it in the principle.yaml beside this file"));
    }
    String expected = name.check() + " " + Facet.APPLIES.words();
    boolean isApplies = name.facet() == Facet.APPLIES;
    if (isApplies && !expected.equals(rule.getName())) {
      at(file, rule, RuleBaseCode.RULE_NAME, "`" + rule.getName() + "` is a second way to apply")
          .accept(
              "its `fails` rules extend `" + expected + "` and would be silent; join them by `or`");
    }
    boolean stands = isApplies || expected.equals(rule.getParentName());
    if (!stands) {
      at(file, rule, RuleBaseCode.FACET_ALONE, "`" + rule.getName() + "` stands alone")
          .accept("write `rule \"" + rule.getName() + "\" extends \"" + expected + "\"`");
    }
    return stands;
  }

  private void checkEachCheckHasRules() {
    for (Check check : catalogue.checks()) {
      Map<Facet, RuleDescr> rules = facets.getOrDefault(check.checkId(), Map.of());
      String missing =
          missing(rules).stream()
              .map(facet -> "`" + check.id() + " " + facet + "`")
              .collect(joining(", "));
      if (!missing.isEmpty()) {
        found.add(
            catalogue
                .origin(check.checkId())
                .diagnostic(
                    RuleBaseCode.CHECK_WITHOUT_RULES, check.id() + " lacks the rule " + missing)
                .note("a check without rules would never say anything"));
      }
    }
  }

  private static List<String> missing(Map<Facet, RuleDescr> rules) {
    List<String> missing = new ArrayList<>();
    if (!rules.containsKey(Facet.APPLIES)) {
      missing.add(Facet.APPLIES.words());
    }
    if (!rules.containsKey(Facet.FAILS) && !rules.containsKey(Facet.NEEDS_EVIDENCE)) {
      missing.add(Facet.FAILS.words());
    }
    return missing;
  }

  private Consumer<String> at(DrlFile file, BaseDescr what, RuleBaseCode code, String message) {
    return add(
        file, DrlFile.inside(file.source(), what.getLine(), what.getColumn() - 1), code, message);
  }

  /** Adds a diagnostic; the note that is accepted says what to do. */
  private Consumer<String> add(DrlFile file, Place place, RuleBaseCode code, String message) {
    return note -> found.add(Diagnostic.of(code, file.source(), message).at(place).note(note));
  }
}
