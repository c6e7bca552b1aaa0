package tribune.trail.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.Filter;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/**
 * What a trail says of itself, asked in every way there is, as texts.
 *
 * @param byPlace records, facts, rule bases, checkpoints and proofs, asked for by their place
 * @param found what searches find
 */
record Reading(String byPlace, String found) {

  static Reading of(Trail trail) {
    return new Reading(byPlace(trail), found(trail));
  }

  private static String byPlace(Trail trail) {
    StringBuilder all = new StringBuilder();
    all.append(trail.origin()).append(trail.head()).append('\n');
    TreeSet<Hash> ruleBases = new TreeSet<>((a, b) -> a.hex().compareTo(b.hex()));
    List<StoredRecord> records = trail.records(0).toList();
    for (StoredRecord record : records) {
      all.append(record).append(record.leaf()).append(trail.at(record.seq()));
      all.append(trail.payload(record.seq()).map(it -> it.json() + " " + it.commitment()));
      if (record.content().body() instanceof Body.Audited audited) {
        ruleBases.add(audited.ruleBase().sha256());
      }
      all.append(trail.proofs().firstOver(record.seq() + 1));
      all.append(trail.proofs().root(record.seq() + 1));
      all.append(trail.proofs().inclusion(record.seq(), records.size()));
      all.append(trail.proofs().consistency(record.seq() + 1, records.size())).append('\n');
    }
    ruleBases.forEach(hash -> all.append(trail.ruleBase(hash).map(StoredRuleBase::sha256)));
    return all.append(trail.proofs().newest()).toString();
  }

  private static String found(Trail trail) {
    StringBuilder all = new StringBuilder().append(trail.decisionIds("", 1_000)).append('\n');
    for (int i = 1; i < trail.head().size(); i++) {
      String id = "d" + i;
      all.append(trail.find(id)).append(trail.find(id, 1)).append(trail.history(id).toList());
      all.append(trail.decisionIds(id, 9)).append('\n');
    }
    for (Filter filter : filters()) {
      all.append(trail.decisions(filter).toList()).append('\n');
    }
    return all.toString();
  }

  /** At least one for each index of the tables. */
  private static List<Filter> filters() {
    return List.of(
        Filter.ALL,
        Filter.ALL.withVerdicts(Set.of(Verdict.FAIL)),
        Filter.ALL.withChecks(Set.of("LTR-01")),
        Filter.ALL.withOutcomes(Set.of(Outcome.FAIL)),
        Filter.ALL.withDepartment("sales"),
        Filter.ALL.withFrom(Instant.EPOCH),
        Filter.ALL.withSearch("bags"),
        Filter.ALL.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION));
  }
}
