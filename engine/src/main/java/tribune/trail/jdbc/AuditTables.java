package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tribune.trail.Entry;
import tribune.trail.OutcomeCount;
import tribune.trail.Projection;

/** The tables {@code decision}, {@code finding} and {@code department}. */
final class AuditTables {
  private static final Projection.Audit NONE =
      new Projection.Audit("", "", 0, "", "", new TreeMap<>(), new TreeSet<>());

  private final Sql sql;

  AuditTables(Sql sql) {
    this.sql = sql;
  }

  void add(List<Entry> entries) throws SQLException {
    List<Object[]> decisions = new ArrayList<>();
    List<Object[]> findings = new ArrayList<>();
    List<Object[]> departments = new ArrayList<>();
    for (Entry entry : entries) {
      long seq = entry.record().seq();
      Optional<Projection.Audit> found = entry.projection().audit();
      if (found.isPresent()) {
        Projection.Audit audit = found.get();
        decisions.add(
            new Object[] {
              seq,
              audit.decision(),
              audit.revision(),
              audit.verdict(),
              audit.search(),
              audit.submission()
            });
        audit
            .findings()
            .forEach((check, outcome) -> findings.add(new Object[] {seq, check, outcome}));
        audit.departments().forEach(name -> departments.add(new Object[] {seq, name}));
      }
    }
    sql.updateAll(
        "INSERT INTO decision (seq, id, revision, verdict, search, submission)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        decisions);
    sql.updateAll("INSERT INTO finding (seq, check_id, outcome) VALUES (?, ?, ?)", findings);
    sql.updateAll("INSERT INTO department (seq, name) VALUES (?, ?)", departments);
  }

  // H2 walks an index backwards only if the order names all of its columns.

  Optional<Long> newest(String id, Optional<Integer> revision) {
    if (revision.isEmpty()) {
      return history(id, Long.MAX_VALUE, 1).stream().findFirst();
    }
    return sql.first(
        "SELECT seq FROM decision WHERE id = ? AND revision = ?"
            + " ORDER BY id, revision, seq DESC LIMIT 1",
        row -> row.getLong(1),
        id,
        revision.get());
  }

  /** Keys that were never stated are empty, and no key. */
  Optional<Long> submitted(String key) {
    return sql.first(
        "SELECT seq FROM decision WHERE submission = ? AND submission <> ''"
            + " ORDER BY submission, seq LIMIT 1",
        row -> row.getLong(1),
        key);
  }

  List<Long> history(String id, long before, int limit) {
    return sql.list(
        "SELECT seq FROM decision WHERE id = ? AND seq < ? ORDER BY id, seq DESC LIMIT ?",
        row -> row.getLong(1),
        id,
        before,
        limit);
  }

  List<String> ids(String prefix, int limit) {
    return SkipScan.startingWith(
        prefix,
        limit,
        bound ->
            sql.first(
                "SELECT id FROM decision WHERE id >= ? ORDER BY id, seq DESC LIMIT 1",
                row -> row.getString(1),
                bound));
  }

  /** Reads the index of findings once, and no record. */
  List<OutcomeCount> outcomes() {
    return sql.list(
        "SELECT check_id, outcome, COUNT(*) FROM finding"
            + " GROUP BY check_id, outcome ORDER BY check_id, outcome",
        row -> OutcomeCount.of(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /** What the query columns say of the audits in a range; parts without a decision included. */
  Map<Long, Projection.Audit> columns(long from, long to) {
    Map<Long, SortedMap<String, String>> findings = new HashMap<>();
    sql.list(
        "SELECT seq, check_id, outcome FROM finding WHERE seq >= ? AND seq < ?",
        row ->
            findings
                .computeIfAbsent(row.getLong(1), seq -> new TreeMap<>())
                .put(row.getString(2), row.getString(3)),
        from,
        to);
    Map<Long, SortedSet<String>> departments = new HashMap<>();
    sql.list(
        "SELECT seq, name FROM department WHERE seq >= ? AND seq < ?",
        row ->
            departments
                .computeIfAbsent(row.getLong(1), seq -> new TreeSet<>())
                .add(row.getString(2)),
        from,
        to);
    Map<Long, Projection.Audit> audits = new HashMap<>();
    findings.keySet().forEach(seq -> audits.put(seq, NONE));
    departments.keySet().forEach(seq -> audits.put(seq, NONE));
    sql.list(
        "SELECT seq, id, revision, verdict, search, submission FROM decision"
            + " WHERE seq >= ? AND seq < ?",
        row ->
            audits.put(
                row.getLong(1),
                new Projection.Audit(
                    row.getString(6),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    findings.getOrDefault(row.getLong(1), new TreeMap<>()),
                    departments.getOrDefault(row.getLong(1), new TreeSet<>()))),
        from,
        to);
    return audits;
  }
}
