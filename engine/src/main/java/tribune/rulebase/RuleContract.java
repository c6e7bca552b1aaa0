package tribune.rulebase;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.document.NearestName;
import tribune.document.Place;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.RuleParts;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Token;
import tribune.verdict.CheckId;

/**
 * Compares rule files with the contract of a check: names, facets, what extends what, and which
 * parts of DRL may be used. What holds here is what evaluation relies on. A rule with a mistake in
 * its conditions is looked at all the same.
 */
final class RuleContract {
  static final String PACKAGE = "rules";

  private final CatalogueIds ids;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, DrlFile> fileOfRule = new HashMap<>();
  private final Map<CheckId, Set<Facet>> facets = new TreeMap<>();
  private final Set<String> names;

  private RuleContract(List<DrlFile> files, CatalogueIds ids) {
    this.ids = ids;
    this.names =
        files.stream()
            .flatMap(file -> file.text().rules().stream())
            .flatMap(rule -> rule.parts().piece().name().stream())
            .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Everything in which these files break the contract.
   *
   * @param catalogue empty if it has mistakes
   */
  static List<Diagnostic> check(
      List<DrlFile> files, CatalogueIds ids, Optional<Catalogue> catalogue) {
    RuleContract contract = new RuleContract(files, ids);
    files.forEach(contract::checkFile);
    catalogue.ifPresent(contract::checkEachCheckHasRules);
    return contract.found;
  }

  private void checkFile(DrlFile file) {
    checkPackage(file);
    found.addAll(Forbidden.in(file));
    for (RuleTree rule : file.text().rules()) {
      rule.parts().piece().name().ifPresent(name -> checkRule(file, rule.parts(), name));
    }
  }

  private void checkPackage(DrlFile file) {
    List<Piece> packages = file.text().pieces(Piece.Kind.PACKAGE);
    if (packages.isEmpty()) {
      add(file, Place.START, RuleBaseCode.WRONG_PACKAGE, "the rule file does not say its package")
          .note("write `package " + PACKAGE + "` in its first line");
      return;
    }
    Piece first = packages.get(0);
    String name =
        first.tokens().stream()
            .skip(1)
            .filter(it -> !it.is(";"))
            .map(Token::text)
            .collect(joining());
    if (!PACKAGE.equals(name)) {
      Token at = first.tokens().get(Math.min(1, first.tokens().size() - 1));
      add(file, at, RuleBaseCode.WRONG_PACKAGE, "the rule file is not in package " + PACKAGE)
          .note("write `package " + PACKAGE + "` in its first line");
    }
  }

  private void checkRule(DrlFile file, RuleParts rule, String text) {
    Token at = rule.piece().tokens().get(1);
    DrlFile earlier = fileOfRule.putIfAbsent(text, file);
    if (earlier != null) {
      add(file, at, RuleBaseCode.RULE_TWICE, "the rule `" + text + "` is there twice")
          .note("it also stands in " + earlier.source().name());
    }
    Optional<RuleName> name = RuleName.parse(text);
    if (name.isEmpty()) {
      add(file, at, RuleBaseCode.RULE_NAME, "the name `" + text + "` says no role")
          .note("write `LTR-03 applies`, `LTR-03 needs evidence`, `LTR-03 fails` or `derive ...`");
    } else {
      name.get().fold(it -> checkFacet(file, rule, it), it -> checkParent(file, rule));
    }
    ThresholdReads.in(rule.conditions()).forEach(read -> checkThreshold(file, read));
  }

  private boolean checkParent(DrlFile file, RuleParts rule) {
    Optional<Token> parent = rule.parent().filter(it -> !names.contains(it.content()));
    parent.ifPresent(
        it ->
            add(
                    file,
                    it,
                    RuleBaseCode.UNKNOWN_PARENT,
                    "there is no rule `" + it.content() + "` to extend")
                .note(
                    NearestName.to(it.content(), names)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("leave `extends` out")));
    return parent.isEmpty();
  }

  /** A pattern that no threshold can match would be silent, and silence can pass a decision. */
  private void checkThreshold(DrlFile file, Token read) {
    List<String> known = ids.thresholds().orElse(List.of(read.content()));
    if (!known.contains(read.content())) {
      Added added =
          add(
              file,
              read,
              RuleBaseCode.UNKNOWN_THRESHOLD,
              RuleBaseFiles.THRESHOLDS + " has no " + read.content());
      added.note(
          NearestName.to(read.content(), known)
              .map(near -> "did you mean " + near + "?")
              .orElse("add it there, with its value and the reason for it"));
    }
  }

  private boolean checkFacet(DrlFile file, RuleParts rule, RuleName.OfCheck name) {
    Token at = rule.piece().tokens().get(1);
    facets.computeIfAbsent(name.check(), it -> EnumSet.noneOf(Facet.class)).add(name.facet());
    checkKnown(file, at, name.check());
    String expected = name.check() + " " + Facet.APPLIES.words();
    boolean isApplies = name.facet() == Facet.APPLIES;
    if (isApplies && !expected.equals(name.text())) {
      add(file, at, RuleBaseCode.RULE_NAME, "`" + name.text() + "` is a second way to apply")
          .note(
              "its `fails` rules extend `" + expected + "` and would be silent; join them by `or`");
    }
    boolean stands =
        isApplies || rule.parent().filter(it -> it.content().equals(expected)).isPresent();
    if (!stands) {
      add(file, at, RuleBaseCode.FACET_ALONE, "`" + name.text() + "` stands alone")
          .note("write `rule \"" + name.text() + "\" extends \"" + expected + "\"`");
    }
    return stands;
  }

  private void checkKnown(DrlFile file, Token at, CheckId check) {
    List<String> known = ids.checks().orElse(List.of(check.text()));
    if (!known.contains(check.text())) {
      add(file, at, RuleBaseCode.UNKNOWN_CHECK, "no principle.yaml describes " + check)
          .note(
              NearestName.to(check.text(), known)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("describe it in the principle.yaml beside this file"));
    }
  }

  private void checkEachCheckHasRules(Catalogue catalogue) {
    for (Check check : catalogue.checks()) {
      Set<Facet> rules = facets.getOrDefault(check.checkId(), Set.of());
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

  private static List<String> missing(Set<Facet> rules) {
    List<String> missing = new ArrayList<>();
    if (!rules.contains(Facet.APPLIES)) {
      missing.add(Facet.APPLIES.words());
    }
    if (!rules.contains(Facet.FAILS) && !rules.contains(Facet.NEEDS_EVIDENCE)) {
      missing.add(Facet.FAILS.words());
    }
    return missing;
  }

  private Added add(DrlFile file, Token at, RuleBaseCode code, String message) {
    return add(file, Forbidden.place(file, at), code, message);
  }

  /** A diagnostic that is added once its note says what to do. */
  private Added add(DrlFile file, Place place, RuleBaseCode code, String message) {
    return note -> found.add(Diagnostic.of(code, file.source(), message).at(place).note(note));
  }

  private interface Added {
    void note(String whatToDo);
  }
}
