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

/** All that a trail says of itself, asked in every way there is, as one text. */
final class Reading {
  private Reading() {}

  static String of(Trail trail) {
    StringBuilder all = new StringBuilder();
    all.append(trail.origin()).append(trail.head()).append('\n');
    TreeSet<Hash> ruleBases = new TreeSet<>((a, b) -> a.hex().compareTo(b.hex()));
    List<StoredRecord> records = trail.records(0).toList();
    for (StoredRecord record : records) {
      all.append(record).append(record.leaf()).append(trail.at(record.seq()));
      all.append(trail.payload(record.seq()).map(it -> it.json() + " " + it.commitment()));
      if (record.content().body() instanceof Body.Audited audited) {
        String id = audited.decision().id();
        all.append(trail.find(id)).append(trail.find(id, audited.decision().revision()));
        all.append(trail.history(id).toList()).append(trail.decisionIds(id, 9));
        ruleBases.add(audited.ruleBase().sha256());
      }
      all.append(trail.proofs().firstOver(record.seq() + 1));
      all.append(trail.proofs().root(record.seq() + 1));
      all.append(trail.proofs().inclusion(record.seq(), records.size()));
      all.append(trail.proofs().consistency(record.seq() + 1, records.size())).append('\n');
    }
    all.append(trail.decisionIds("", 1_000));
    for (Filter filter : filters()) {
      all.append(trail.decisions(filter).toList()).append('\n');
    }
    ruleBases.forEach(hash -> all.append(trail.ruleBase(hash).map(StoredRuleBase::sha256)));
    return all.append(trail.proofs().newest()).toString();
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
