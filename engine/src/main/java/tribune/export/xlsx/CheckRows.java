package tribune.export.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tribune.export.Cell;
import tribune.proof.Hash;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;

/**
 * The checks of each rule base that audits were made under, as they were described then. A rule
 * base that this version cannot read has one row that says so. Used by one thread.
 */
final class CheckRows {
  static final List<String> NAMES =
      List.of(
          "rules",
          "rules_version",
          "rules_sha256",
          "check",
          "title",
          "principle",
          "severity",
          "question",
          "remedy");

  private final Set<Hash> known = new HashSet<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  boolean lacks(RuleBaseRef ref) {
    return !known.contains(ref.sha256());
  }

  void add(StoredRuleBase stored) {
    known.add(stored.sha256());
    Optional<Catalogue> catalogue =
        RuleBaseFiles.of(stored.ref().name(), stored.files())
            .then(RuleBase::catalogue)
            .fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
    catalogue.ifPresentOrElse(
        it -> it.checks().forEach(check -> rows.add(row(stored.ref(), it, check))),
        () -> rows.add(unread(stored.ref())));
  }

  private static List<Cell> row(RuleBaseRef ref, Catalogue catalogue, Check check) {
    return List.of(
        Cell.of(ref.name()),
        Cell.of(ref.version()),
        Cell.of(ref.sha256().hex()),
        Cell.of(check.id()),
        Cell.of(check.title()),
        Cell.of(catalogue.principleOf(check.checkId()).title()),
        Cell.of(check.severity().name()),
        Cell.of(check.question()),
        Cell.of(check.remedy()));
  }

  private static List<Cell> unread(RuleBaseRef ref) {
    return List.of(
        Cell.of(ref.name()),
        Cell.of(ref.version()),
        Cell.of(ref.sha256().hex()),
        Cell.NONE,
        Cell.of("This version of Tribune cannot read the description of these rules."));
  }

  List<List<Cell>> all() {
    return rows;
  }
}
