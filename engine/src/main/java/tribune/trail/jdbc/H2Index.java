package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.TreeNode;
import tribune.trail.Batch;
import tribune.trail.Entry;
import tribune.trail.Head;
import tribune.trail.IndexQuery;
import tribune.trail.IndexRecord;
import tribune.trail.IndexRow;
import tribune.trail.Mark;
import tribune.trail.Payload;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;
import tribune.trail.TrailIndex;

/** An index in H2. Its tables are kept by the classes it is made of. Used by one thread. */
final class H2Index implements TrailIndex {
  private final Sql sql;
  private final RecordTables records;
  private final NodeTable nodes;
  private final RuleBaseTables ruleBases;
  private final AuditTables audits;
  private final AuditSearch search;

  H2Index(Sql sql) {
    this.sql = sql;
    this.records = new RecordTables(sql);
    this.nodes = new NodeTable(sql);
    this.ruleBases = new RuleBaseTables(sql);
    this.audits = new AuditTables(sql);
    this.search = new AuditSearch(sql);
  }

  @Override
  public Optional<Mark> mark() {
    return sql.first(
        "SELECT size, root, journal_offset FROM head WHERE one = 1 AND size > 0",
        row -> new Mark(new Head(row.getLong(1), Hash.of(row.getBytes(2))), row.getLong(3)));
  }

  @Override
  public void add(List<Batch> batches) {
    if (batches.isEmpty()) {
      return;
    }
    sql.transaction(
        () -> {
          addRows(batches);
          advance(batches.get(0).before(), batches.get(batches.size() - 1).after());
        });
  }

  private void addRows(List<Batch> batches) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<TreeNode> completed = new ArrayList<>();
    for (Batch batch : batches) {
      entries.addAll(batch.entries());
      completed.addAll(batch.nodes());
      for (StoredRuleBase ruleBase : batch.ruleBases()) {
        ruleBases.add(ruleBase);
      }
    }
    records.add(entries);
    audits.add(entries);
    nodes.add(completed);
  }

  /** Compare and swap: whoever comes second finds no row to change. */
  private void advance(Mark before, Mark after) throws SQLException {
    int changed =
        sql.update(
            "UPDATE head SET size = ?, root = ?, journal_offset = ?"
                + " WHERE one = 1 AND size = ? AND root = ?",
            after.head().size(),
            after.head().root(),
            after.offset(),
            before.head().size(),
            before.head().root());
    if (changed != 1) {
      throw new SQLException("the index does not stand at " + before);
    }
  }

  @Override
  public Optional<IndexRecord> record(long seq) {
    return records.record(seq);
  }

  @Override
  public Optional<Hash> node(int level, long index) {
    return level == 0 ? records.record(index).map(IndexRecord::leaf) : nodes.node(level, index);
  }

  @Override
  public List<IndexRecord> records(long from, long to) {
    return records.range(from, to);
  }

  @Override
  public List<IndexRow> rows(long from, long to) {
    return new Rows(records, audits).range(from, to);
  }

  @Override
  public Optional<IndexRecord> newest(String decisionId, Optional<Integer> revision) {
    return audits.newest(decisionId, revision).flatMap(records::record);
  }

  @Override
  public List<IndexRecord> history(String decisionId, long before, int limit) {
    return records(audits.history(decisionId, before, limit));
  }

  @Override
  public List<IndexRecord> decisions(IndexQuery query, long before, int limit) {
    return records(search.newest(query, before, limit));
  }

  private List<IndexRecord> records(List<Long> places) {
    return places.stream().map(records::record).flatMap(Optional::stream).toList();
  }

  @Override
  public List<String> decisionIds(String prefix, int limit) {
    return audits.ids(prefix, limit);
  }

  @Override
  public Optional<Payload> payload(long seq) {
    return records.payload(seq);
  }

  @Override
  public Optional<StoredRuleBase> ruleBase(Hash sha256) {
    return ruleBases.ruleBase(sha256);
  }

  @Override
  public Optional<RuleBaseRef> ruleBaseRef(Hash sha256) {
    return ruleBases.ref(sha256);
  }

  @Override
  public List<Hash> ruleBases() {
    return ruleBases.hashes();
  }

  @Override
  public OptionalLong stray(long size) {
    for (String table : List.of("record", "payload", "decision", "finding", "department")) {
      Optional<Long> stray =
          sql.first(
              "SELECT seq FROM " + table + " WHERE seq < 0 OR seq >= ? ORDER BY seq LIMIT 1",
              row -> row.getLong(1),
              size);
      if (stray.isPresent()) {
        return OptionalLong.of(stray.get());
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public long countNodes() {
    return nodes.count();
  }

  @Override
  public void close() {
    sql.close();
  }
}
